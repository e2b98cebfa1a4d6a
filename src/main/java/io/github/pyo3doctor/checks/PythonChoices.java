package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Which Python each package of a project is built for by a plain {@code cargo build}. */
public final class PythonChoices {
  private final PythonSelection selection;
  private final String newest;
  private final OncePer<Workspace, MemberIndex> indexes;
  private final IdentityHashMap<Workspace, List<Build>> known = new IdentityHashMap<>();

  /**
   * @param facts since when PyO3 looks where
   */
  public PythonChoices(Facts facts) {
    this(facts, new OncePer<>(MemberIndex::new));
  }

  PythonChoices(Facts facts, OncePer<Workspace, MemberIndex> indexes) {
    this.selection = new PythonSelection(facts);
    this.newest = facts.currentPyo3().version();
    this.indexes = indexes;
  }

  /**
   * The choice of one package.
   *
   * @param folder its folder, relative to the project's root
   * @param pyo3 which PyO3 it is built with, as far as the project says
   * @param choice the Python
   */
  public record Of(String folder, String pyo3, PythonChoice choice) {}

  /** A package that is linked with PyO3, and what its build would take. */
  record Build(
      CargoPackage member, Pyo3Settings settings, BuildVariables variables, PythonChoice choice) {}

  /** The choice of every package that is linked with PyO3, in their order. */
  public List<Of> of(Snapshot snapshot) {
    List<Of> choices = new ArrayList<>();
    for (Project project : snapshot.project().stream().toList()) {
      for (Workspace workspace : project.workspaces()) {
        for (Build build : builds(snapshot.machine(), project, workspace)) {
          String pyo3 = build.settings().pyo3().evidence();
          choices.add(new Of(build.member().folder(), pyo3, build.choice()));
        }
      }
    }
    return List.copyOf(choices);
  }

  /** The choice of a package that asks for the newest PyO3 and none of its features. */
  public Of plain(Machine machine) {
    VersionRange range = Version.parse(newest).map(VersionRange::only).orElseThrow();
    String pyo3 = newest + ", without features";
    Pyo3Settings settings =
        new Pyo3Settings(new Pyo3Version(range, pyo3), Truth.FALSE, Optional.empty(), Truth.FALSE);
    PythonChoice choice = selection.choose(settings, machine, BuildVariables.of(machine));
    return new Of("", pyo3, choice);
  }

  /**
   * The builds of the members of a workspace that are linked with PyO3. Several checks ask for
   * them; a workspace is part of one snapshot, so that project and machine are the same each time.
   */
  synchronized List<Build> builds(Machine machine, Project project, Workspace workspace) {
    List<Build> before = known.get(workspace);
    if (before != null) return before;
    MemberIndex members = indexes.of(workspace);
    List<Build> builds = new ArrayList<>();
    for (CargoPackage member : workspace.members()) {
      Optional<Pyo3Settings> settings = Pyo3Settings.of(members, workspace, member, machine.os());
      if (settings.isPresent()) {
        BuildVariables variables = BuildVariables.of(machine, project, member.folder());
        PythonChoice choice = selection.choose(settings.get(), machine, variables);
        builds.add(new Build(member, settings.get(), variables, choice));
      }
    }
    known.put(workspace, List.copyOf(builds));
    return builds;
  }
}
