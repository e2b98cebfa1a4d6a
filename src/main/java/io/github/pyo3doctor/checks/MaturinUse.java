package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.BuildTool;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PyProject;
import java.util.List;
import java.util.Optional;

/** Whether maturin builds a project, and which one there is on the machine. */
final class MaturinUse {
  private static final String MATURIN = "maturin";

  private MaturinUse() {}

  /** The {@code pyproject.toml} files whose build backend is maturin. */
  static List<PyProject> pyprojects(Project project) {
    return project.pyprojects().stream().filter(MaturinUse::builds).toList();
  }

  /** Whether maturin is its build backend. */
  static boolean builds(PyProject pyproject) {
    return pyproject.buildBackend().filter(MATURIN::equals).isPresent();
  }

  /** Whether maturin may build it: some {@code pyproject.toml} is there, be it unreadable. */
  static boolean isPossible(Project project) {
    return !project.pyprojects().isEmpty() || EachWorkspace.unreadPyproject(project).isPresent();
  }

  /** The folder of a {@code pyproject.toml}, relative to the project's root. */
  static String folder(PyProject pyproject) {
    int slash = pyproject.path().lastIndexOf('/');
    return slash < 0 ? "" : pyproject.path().substring(0, slash);
  }

  /** The maturin that is started by name, else one that is installed in a Python. */
  static Optional<BuildTool> found(Machine machine) {
    return machine.environment().flatMap(environment -> environment.tool(MATURIN));
  }

  /** {@code maturin 1.9.4: /usr/bin/maturin (PATH)}. */
  static String evidence(BuildTool tool) {
    return "%s %s: %s (%s)"
        .formatted(
            tool.name(), tool.version().orElse("of unknown version"), tool.place(), tool.foundBy());
  }

  /** Its version, where that could be told. */
  static Optional<Version> version(BuildTool tool) {
    return tool.version().flatMap(Version::parse);
  }
}
