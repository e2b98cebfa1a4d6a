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
    return WheelFeatures.pyprojects(project, cargo)
        .flatMap(pyproject -> requirement(pyproject, facts).stream())
        .findFirst()
        .map(requirement -> setsVariable(requirement, facts))
        .orElse(Truth.UNKNOWN);
  }

  /** The requirement of one of the two build tools. */
  static Optional<Located<String>> requirement(PyProject pyproject, ExtensionModuleFacts facts) {
    return pyproject.buildRequires().stream()
        .filter(requirement -> since(name(requirement), facts).isPresent())
        .findFirst();
  }

  /** Whether every version that a requirement admits sets the variable. */
  static Truth setsVariable(Located<String> requirement, ExtensionModuleFacts facts) {
    return since(name(requirement), facts)
        .flatMap(since -> range(requirement).map(range -> range.atLeast(since)))
        .orElse(Truth.UNKNOWN);
  }

  /** The versions that a requirement admits; empty when it has no version part that can be read. */
  static Optional<VersionRange> range(Located<String> requirement) {
    Matcher matcher = REQUIREMENT.matcher(requirement.value());
    return matcher.matches() ? VersionRange.ofPython(matcher.group(2)) : Optional.empty();
  }

  /** The maturin that is asked for. */
  static Optional<Located<String>> maturin(PyProject pyproject) {
    return pyproject.buildRequires().stream()
        .filter(requirement -> name(requirement).equals("maturin"))
        .findFirst();
  }

  /** Whether pip, which takes the newest that a requirement admits, takes that one or a newer. */
  static boolean takes(Located<String> requirement, Version since) {
    return range(requirement)
        .filter(range -> range.before().filter(since::atLeast).isEmpty())
        .isPresent();
  }

  /** The name of what is required, as Python's package index normalises it. */
  static String name(Located<String> requirement) {
    Matcher matcher = REQUIREMENT.matcher(requirement.value());
    return matcher.matches()
        ? matcher.group(1).toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-")
        : "";
  }

  private static Optional<Version> since(String name, ExtensionModuleFacts facts) {
    return switch (name) {
      case "maturin" -> Optional.of(facts.maturinSince());
      case "setuptools-rust" -> Optional.of(facts.setuptoolsRustSince());
      default -> Optional.empty();
    };
  }
}
