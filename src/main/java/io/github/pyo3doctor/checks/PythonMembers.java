package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.LockedPackage;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.List;

/**
 * Tells which members of a workspace have PyO3 at hand. Macros of the same names are other crates'
 * as well: RustPython has a {@code #[pyfunction]} of its own.
 */
final class PythonMembers {
  private static final String FAMILY = "pyo3";

  private PythonMembers() {}

  /** All members but those of which the lock file tells that PyO3 is not among what they need. */
  static List<CargoPackage> of(Workspace workspace) {
    boolean told = workspace.locked().stream().anyMatch(PythonMembers::leadsToPyo3);
    return told
        ? workspace.members().stream().filter(member -> mayUse(workspace, member)).toList()
        : workspace.members();
  }

  private static boolean mayUse(Workspace workspace, CargoPackage member) {
    List<LockedPackage> entries = workspace.locked(member.name());
    return entries.isEmpty()
        || entries.stream().anyMatch(PythonMembers::leadsToPyo3)
        || member.dependencies().stream().anyMatch(PythonMembers::isOfFamily);
  }

  private static boolean isOfFamily(Dependency dependency) {
    return dependency.packageName().startsWith(FAMILY);
  }

  /** Whether a package takes PyO3, itself or by way of others. */
  static boolean leadsToPyo3(LockedPackage locked) {
    return !locked.towardsPyo3().isEmpty();
  }
}
