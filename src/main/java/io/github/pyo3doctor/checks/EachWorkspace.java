package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Asks a question of every Cargo workspace of the project that a snapshot is of. */
final class EachWorkspace {
  private EachWorkspace() {}

  /**
   * What the question finds; a manifest that could not be read, or has a value of the wrong type,
   * leaves the answer open if that is nothing.
   */
  static Outcome examine(
      Snapshot snapshot, BiFunction<Project, Workspace, List<Finding>> question) {
    if (snapshot.project().isEmpty()) {
      return new Outcome.NotApplicable("no project was examined");
    }
    Project project = snapshot.project().get();
    List<Finding> findings = new ArrayList<>();
    for (Workspace workspace : project.workspaces()) {
      findings.addAll(question.apply(project, workspace));
    }
    Optional<NotExamined> unread =
        project.notExamined().stream().filter(EachWorkspace::isUnreadManifest).findFirst();
    if (findings.isEmpty() && unread.isPresent()) {
      return new Outcome.Unknown(unread.get().toString());
    }
    if (project.workspaces().isEmpty()) {
      return new Outcome.NotApplicable("the project has no Cargo package");
    }
    return Outcome.of(findings);
  }

  private static boolean isUnreadManifest(NotExamined missed) {
    return missed.kind() != NotExamined.Kind.NOTHING
        && ("/" + missed.path()).endsWith("/Cargo.toml");
  }
}
