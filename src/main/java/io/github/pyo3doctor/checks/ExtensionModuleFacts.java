package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;

/**
 * Since when wheels can be built without PyO3's {@code extension-module} feature.
 *
 * @param obsoleteSince the first PyO3 that heeds {@code PYO3_BUILD_EXTENSION_MODULE} in its place
 * @param maturinSince the first maturin that sets that variable
 * @param setuptoolsRustSince the first setuptools-rust that sets it
 */
record ExtensionModuleFacts(
    Version obsoleteSince, Version maturinSince, Version setuptoolsRustSince) {
  static ExtensionModuleFacts of(Facts facts) {
    return new ExtensionModuleFacts(
        version(facts, "extension-module.feature-obsolete-since"),
        version(facts, "extension-module.maturin-sets-variable-since"),
        version(facts, "extension-module.setuptools-rust-sets-variable-since"));
  }

  private static Version version(Facts facts, String key) {
    return Version.parse(facts.version(key)).orElseThrow();
  }
}
