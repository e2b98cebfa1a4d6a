package io.github.pyo3doctor.snapshot;

import java.util.Optional;

/**
 * A file that {@code PYO3_CONFIG_FILE} names.
 *
 * @param path as the variable says
 * @param implementation the Python it is for, {@code CPython} where it does not say
 * @param version the Python version it is for, {@code 3.12}
 * @param trouble why PyO3 cannot use it
 */
public record PythonConfigFile(
    String path,
    Optional<String> implementation,
    Optional<String> version,
    Optional<String> trouble) {}
