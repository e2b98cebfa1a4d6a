package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.DependencyKind;
import io.github.pyo3doctor.snapshot.LockedPackage;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * The PyO3 that a dependency stands for, as exactly as the project says.
 *
 * @param range one version when {@code Cargo.lock} pins it, else what the requirement admits
 * @param evidence where that is said
 */
record Pyo3Version(VersionRange range, String evidence) {
  /** Whether it is one version that the lock file pins. */
  boolean isLocked() {
    return range.equals(VersionRange.only(range.from()));
  }

  /** Whether nothing has to be switched on for a dependency to become part of the package. */
  static boolean isAlwaysLinked(Dependency dependency) {
    return dependency.kind() == DependencyKind.NORMAL
        && !dependency.optional()
        && dependency.condition().isEmpty();
  }

  /**
   * Empty when neither lock file nor requirement say: a dependency by path or from git, or one that
   * {@code [patch]} takes from elsewhere.
   */
  static Optional<Pyo3Version> of(Workspace workspace, Dependency dependency) {
    Optional<VersionRange> required = dependency.requirement().flatMap(VersionRange::ofCargo);
    String name = dependency.packageName();
    List<Version> locked =
        workspace.locked(name).stream()
            .map(LockedPackage::version)
            .flatMap(version -> Version.parse(version).stream())
            .filter(version -> required.map(range -> range.contains(version)).orElse(true))
            .toList();
    if (locked.size() == 1) {
      Version version = locked.getFirst();
      return Optional.of(
          new Pyo3Version(VersionRange.only(version), "Cargo.lock pins " + name + " " + version));
    }
    if (workspace.patches().stream().anyMatch(patch -> patch.packageName().equals(name))) {
      return Optional.empty();
    }
    return required.map(
        range ->
            new Pyo3Version(
                range, name + " is required as \"" + dependency.requirement().orElse("*") + "\""));
  }
}
