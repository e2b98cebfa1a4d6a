package io.github.pyo3doctor.binary;

import java.util.List;

/**
 * A program or library for macOS: one slice for each processor it is made for.
 *
 * @param slices in the order of the file; one when the file is not fat
 */
public record MachOFile(List<MachOSlice> slices) {
  /** The processors it is for. */
  List<String> architectures() {
    return slices.stream().map(slice -> slice.architecture().name()).toList();
  }
}
