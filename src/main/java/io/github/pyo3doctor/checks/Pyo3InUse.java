package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.LockedPackage;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.Optional;

/**
 * The PyO3 that a project builds with: of the first workspace that depends on it.
 *
 * @param version what {@code Cargo.lock} pins; empty without a lock file
 * @param requirement what the manifest asks for; empty for a path or git dependency
 */
public record Pyo3InUse(Optional<String> version, Optional<String> requirement) {
  private static final String CRATE = "pyo3";

  /** The PyO3 of a project; empty when no package depends on it. */
  public static Optional<Pyo3InUse> of(Project project) {
    for (Workspace workspace : project.workspaces()) {
      for (CargoPackage member : workspace.members()) {
        Optional<Dependency> dependency = member.dependenciesOn(CRATE).findFirst();
        if (dependency.isPresent()) {
          return Optional.of(new Pyo3InUse(locked(workspace), dependency.get().requirement()));
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> locked(Workspace workspace) {
    return workspace.locked(CRATE).stream().map(LockedPackage::version).findFirst();
  }
}
