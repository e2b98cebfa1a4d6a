package io.github.pyo3doctor.checks;

/**
 * Since when wheels can be built without PyO3's {@code extension-module} feature.
 *
 * @param obsoleteSince the first PyO3 that heeds {@code PYO3_BUILD_EXTENSION_MODULE} in its place
 * @param maturinSince the first maturin that sets that variable
 * @param setuptoolsRustSince the first setuptools-rust that sets it
 */
public record ExtensionModuleFacts(
    Version obsoleteSince, Version maturinSince, Version setuptoolsRustSince) {}
