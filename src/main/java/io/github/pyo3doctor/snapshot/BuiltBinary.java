package io.github.pyo3doctor.snapshot;

import java.util.List;

/**
 * A program that was already built in the project.
 *
 * @param path as the machine writes it
 * @param directory the folder it lies in, which the loader searches first
 * @param architecture the machine it is built for
 * @param pythonImports the Python DLLs it names in its import table
 * @param missing for each copy of such a DLL seen on the machine that lacks something it needs:
 *     what
 */
public record BuiltBinary(
    String path,
    String directory,
    Architecture architecture,
    List<String> pythonImports,
    List<MissingSymbols> missing) {
  /** What a copy of a Python DLL lacks; empty when it lacks nothing. */
  public List<String> missingIn(String library) {
    return missing.stream()
        .filter(one -> one.library().equalsIgnoreCase(library))
        .flatMap(one -> one.symbols().stream())
        .toList();
  }
}
