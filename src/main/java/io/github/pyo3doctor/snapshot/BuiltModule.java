package io.github.pyo3doctor.snapshot;

import java.util.List;

/**
 * An extension module of the project that lies where Python would import it from.
 *
 * @param path the file, relative to the project's root where it lies below it
 * @param importName the name Python imports it by, without packages: its file name up to the dot
 * @param initFunctions the functions it offers Python to begin with: {@code PyInit_my_ext}
 * @param inspection what the loader would do with it on this machine
 */
public record BuiltModule(
    String path, String importName, List<String> initFunctions, Inspection inspection) {}
