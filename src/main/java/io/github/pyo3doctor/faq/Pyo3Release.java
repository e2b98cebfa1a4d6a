package io.github.pyo3doctor.faq;

/**
 * The PyO3 release that the guide's placeholders are filled in for, by the rules of PyO3's own
 * preprocessor ({@code guide/pyo3_version.py}).
 *
 * @param version {@code 0.29.2}
 */
public record Pyo3Release(String version) {
  /** {@code v0.29.2}. */
  String tag() {
    return "v" + version;
  }

  /** Where its API documentation is. */
  String docsUrl() {
    return "https://docs.rs/pyo3/" + version;
  }

  /** The line that goes into a dependency table. */
  String crateVersion() {
    return "version = \"" + version + "\"";
  }
}
