package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Asks a question of every Cargo workspace of the project that a snapshot is of. */
final class EachWorkspace {
  private static final String PYPROJECT = "pyproject.toml";
  private static final Set<String> CARGOS = Set.of("Cargo.toml");
  private static final Set<String> BOTH = Set.of("Cargo.toml", PYPROJECT);

  private EachWorkspace() {}

  /**
   * What the question finds; a manifest that could not be read, or has a value of the wrong type,
   * leaves the answer open if that is nothing.
   */
  static Outcome examine(
      Snapshot snapshot, BiFunction<Project, Workspace, List<Finding>> question) {
    return examine(snapshot, CARGOS, question);
  }

  /** The same for a question that {@code pyproject.toml} has a say in. */
  static Outcome examineWithPyproject(
      Snapshot snapshot, BiFunction<Project, Workspace, List<Finding>> question) {
    return examine(snapshot, BOTH, question);
  }

  private static Outcome examine(
      Snapshot snapshot,
      Set<String> manifests,
      BiFunction<Project, Workspace, List<Finding>> question) {
    if (snapshot.project().isEmpty()) {
      return new Outcome.NotApplicable("no project was examined");
    }
    Project project = snapshot.project().get();
    List<Finding> findings = new ArrayList<>();
    for (Workspace workspace : project.workspaces()) {
      findings.addAll(question.apply(project, workspace));
    }
    Optional<NotExamined> unread = unread(project, manifests);
    if (findings.isEmpty() && unread.isPresent()) {
      return new Outcome.Unknown(unread.get().toString());
    }
    if (project.workspaces().isEmpty()) {
      return new Outcome.NotApplicable("the project has no Cargo package");
    }
    return Outcome.of(findings);
  }

  /** The first {@code pyproject.toml} that could not be read as a whole. */
  static Optional<NotExamined> unreadPyproject(Project project) {
    return unread(project, Set.of(PYPROJECT));
  }

  private static Optional<NotExamined> unread(Project project, Set<String> manifests) {
    return project.notExamined().stream()
        .filter(missed -> missed.kind() != NotExamined.Kind.NOTHING)
        .filter(
            missed ->
                manifests.contains(missed.path().substring(missed.path().lastIndexOf('/') + 1)))
        .findFirst();
  }
}
