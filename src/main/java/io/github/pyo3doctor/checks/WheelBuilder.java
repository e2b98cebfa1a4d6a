package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PyProject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The maturin or setuptools-rust that {@code pyproject.toml} asks for to build a package. */
final class WheelBuilder {
  /** PEP 508: a name, extras, and a version part that a marker or a URL ends. */
  private static final Pattern REQUIREMENT =
      Pattern.compile("\\s*([A-Za-z0-9._-]*[A-Za-z0-9])\\s*(?:\\[[^]]*])?\\s*\\(?([^;@)]*).*");

  private WheelBuilder() {}

  /**
   * Whether it sets {@code PYO3_BUILD_EXTENSION_MODULE}; unknown when the requirement leaves it
   * open.
   */
  static Truth setsVariable(Project project, CargoPackage cargo, ExtensionModuleFacts facts) {
    for (PyProject pyproject : project.pyprojects()) {
      if (pyproject.cargoManifest().equals(Optional.of(cargo.manifest()))) {
        for (Located<String> requirement : pyproject.buildRequires()) {
          Matcher matcher = REQUIREMENT.matcher(requirement.value());
          if (matcher.matches()) {
            Optional<Version> since = since(matcher.group(1), facts);
            if (since.isPresent()) {
              return VersionRange.ofPython(matcher.group(2))
                  .map(range -> range.atLeast(since.get()))
                  .orElse(Truth.UNKNOWN);
            }
          }
        }
      }
    }
    return Truth.UNKNOWN;
  }

  private static Optional<Version> since(String name, ExtensionModuleFacts facts) {
    return switch (name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-")) {
      case "maturin" -> Optional.of(facts.maturinSince());
      case "setuptools-rust" -> Optional.of(facts.setuptoolsRustSince());
      default -> Optional.empty();
    };
  }
}
