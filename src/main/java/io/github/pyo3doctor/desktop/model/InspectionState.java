package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.snapshot.Inspected;
import java.nio.file.Path;

/** How far the inspection of a binary is. */
public sealed interface InspectionState {
  /** Nothing was inspected yet. */
  record Nothing() implements InspectionState {}

  /** Work is going on. */
  record Running(Path file) implements InspectionState {}

  /**
   * It is done.
   *
   * @param inspected what the file, or each library in a wheel, is found to do
   */
  record Done(Path file, Inspected inspected) implements InspectionState {}

  /**
   * It could not be inspected.
   *
   * @param reason why, as the end of a sentence about the file
   */
  record Failed(Path file, String reason) implements InspectionState {}
}
