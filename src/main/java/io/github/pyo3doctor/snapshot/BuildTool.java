package io.github.pyo3doctor.snapshot;

import java.util.Optional;

/**
 * A program or package that builds with PyO3.
 *
 * @param name {@code rustc}, {@code cargo}, {@code maturin}, {@code setuptools-rust}
 * @param version {@code 1.85.0}; empty when it could not be told
 * @param place the file that is started, or the folder of the package
 * @param foundBy why that one: {@code PATH}, the rustup toolchain, the Python it is installed in
 * @param trouble why its version could not be told
 */
public record BuildTool(
    String name,
    Optional<String> version,
    String place,
    String foundBy,
    Optional<String> trouble) {}
