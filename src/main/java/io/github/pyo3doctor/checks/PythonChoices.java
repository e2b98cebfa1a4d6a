package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;

/** Which Python each package of a project is built for by a plain {@code cargo build}. */
public final class PythonChoices {
  private final PythonSelection selection;

  /**
   * @param facts since when PyO3 looks where
   */
  public PythonChoices(Facts facts) {
    this.selection = new PythonSelection(facts);
  }

  /**
   * The choice of one package.
   *
   * @param folder its folder, relative to the project's root
   * @param pyo3 which PyO3 it is built with, as far as the project says
   * @param choice the Python
   */
  public record Of(String folder, String pyo3, PythonChoice choice) {}

  /** The choice of every package that is linked with PyO3, in their order. */
  public List<Of> of(Snapshot snapshot) {
    List<Of> choices = new ArrayList<>();
    for (Project project : snapshot.project().stream().toList()) {
      for (Workspace workspace : project.workspaces()) {
        MemberIndex members = new MemberIndex(workspace);
        for (CargoPackage member : workspace.members()) {
          Pyo3Settings.of(members, workspace, member, snapshot.machine().os())
              .ifPresent(
                  settings ->
                      choices.add(
                          new Of(
                              member.folder(),
                              settings.pyo3().evidence(),
                              selection.choose(
                                  settings,
                                  snapshot.machine(),
                                  BuildVariables.of(
                                      snapshot.machine(), project, member.folder())))));
        }
      }
    }
    return List.copyOf(choices);
  }
}
