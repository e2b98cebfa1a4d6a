package io.github.pyo3doctor.snapshot;

import java.util.List;

/**
 * A program that was already built in the project.
 *
 * @param path as the machine writes it
 * @param directory the folder it lies in, which the loader searches first
 * @param architecture the machine it is built for
 * @param pythonImports the Python DLLs it names in its import table
 */
public record BuiltBinary(
    String path, String directory, Architecture architecture, List<String> pythonImports) {}
