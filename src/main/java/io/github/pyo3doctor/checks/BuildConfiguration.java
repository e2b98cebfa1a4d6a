package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.OperatingSystem;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the configuration that code is compiled under.
 *
 * @param system the system it is built for; {@link OperatingSystem#OTHER} is some Unix, it is not
 *     said which
 * @param features the features of its package that are on
 * @param test whether it is compiled as a test
 */
record BuildConfiguration(OperatingSystem system, Set<String> features, boolean test) {
  /** Some Unix, where PyO3's {@code extension-module} leaves libpython out. */
  static final BuildConfiguration UNIX =
      new BuildConfiguration(OperatingSystem.OTHER, Set.of(), false);

  /** A Mac. */
  static final BuildConfiguration MACOS =
      new BuildConfiguration(OperatingSystem.MACOS, Set.of(), false);

  /** Whether the option {@code name}, or {@code name = "value"}, is set. */
  Truth holds(String name, Optional<String> value) {
    return switch (name) {
      case "test" -> Truth.of(test);
      case "feature" -> Truth.of(features.contains(value.orElse("")));
      case "windows" -> Truth.of(system == OperatingSystem.WINDOWS);
      case "unix" -> Truth.of(system != OperatingSystem.WINDOWS);
      case "target_family" -> holds(value.orElse(""), Optional.empty());
      case "target_os" -> isSystem(value.orElse(""));
      case "doc", "doctest", "miri" -> Truth.FALSE;
      default -> Truth.UNKNOWN;
    };
  }

  /** Whether a target triple such as {@code x86_64-pc-windows-msvc} could be the one built for. */
  Truth isTriple(String triple) {
    boolean same =
        switch (system) {
          case WINDOWS -> triple.contains("-windows");
          case LINUX -> triple.contains("-linux");
          case MACOS -> triple.endsWith("-apple-darwin");
          case OTHER -> !triple.contains("-windows");
        };
    return same ? Truth.UNKNOWN : Truth.FALSE;
  }

  private Truth isSystem(String name) {
    return switch (system) {
      case WINDOWS -> Truth.of(name.equals("windows"));
      case LINUX -> Truth.of(name.equals("linux"));
      case MACOS -> Truth.of(name.equals("macos"));
      case OTHER -> name.equals("windows") ? Truth.FALSE : Truth.UNKNOWN;
    };
  }
}
