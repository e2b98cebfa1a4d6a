package io.github.pyo3doctor.checks;

/** The version facts that checks are tested with. */
final class TestFacts {
  static final ExtensionModuleFacts EXTENSION_MODULE =
      new ExtensionModuleFacts(new Version(0, 26, 0), new Version(1, 9, 4), new Version(1, 12, 0));

  private TestFacts() {}
}
