package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.checks.PythonChoice.Result;
import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.BuildTool;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PythonBuild;
import io.github.pyo3doctor.snapshot.PythonPrograms;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code VIRTUAL_ENV} and {@code CONDA_PREFIX} are both set: {@code maturin develop} stops, and
 * PyO3's build script goes by neither, which matters where {@code PATH} leads to a third Python.
 */
final class TwoEnvironmentsActive implements Check {
  private final PythonChoices choices;
  private final Version equalSince;

  TwoEnvironmentsActive(PythonChoices choices, Facts facts) {
    this.choices = choices;
    this.equalSince =
        Version.parse(facts.version("interpreter-search.maturin-equal-environments-since"))
            .orElseThrow();
  }

  @Override
  public String id() {
    return "two-environments-active";
  }

  @Override
  public String topic() {
    return DevelopFindsNoEnvironment.TOPIC;
  }

  @Override
  public String question() {
    return "Is one environment active, and not two?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.PROJECT, Part.MACHINE);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    Machine machine = snapshot.machine();
    Optional<String> virtual = machine.variable("VIRTUAL_ENV");
    Optional<String> conda = machine.variable("CONDA_PREFIX");
    if (virtual.isEmpty() || conda.isEmpty()) {
      return new Outcome.NotApplicable("two environments are not active");
    }
    List<String> both =
        List.of("VIRTUAL_ENV is " + virtual.get(), "CONDA_PREFIX is " + conda.get());
    return EachWorkspace.examineWithPyproject(
        snapshot,
        (project, workspace) ->
            refusing(project, machine, virtual.get().equals(conda.get()))
                .filter(_ -> workspace.equals(project.workspaces().getFirst()))
                .map(maturin -> List.of(refused(maturin, both)))
                .orElseGet(() -> ignored(machine, project, workspace, both)));
  }

  /** The maturin that stops; an old one does so even where both are the same. */
  private Optional<BuildTool> refusing(Project project, Machine machine, boolean equal) {
    return MaturinUse.found(machine)
        .filter(_ -> !MaturinUse.pyprojects(project).isEmpty())
        .filter(
            maturin ->
                !equal
                    || MaturinUse.version(maturin)
                        .filter(version -> !version.atLeast(equalSince))
                        .isPresent());
  }

  private Finding refused(BuildTool maturin, List<String> both) {
    List<String> evidence = new ArrayList<>(both);
    evidence.add(MaturinUse.evidence(maturin));
    evidence.add("PyO3's build script ignores both, and takes what PATH leads to");
    return finding(
        Severity.WARNING,
        "`maturin develop` stops: a virtual environment and a conda environment are both active",
        evidence);
  }

  /** Where a build takes the Python of neither. */
  private List<Finding> ignored(
      Machine machine, Project project, Workspace workspace, List<String> both) {
    List<String> theirs = pythons(machine);
    return choices.builds(machine, project, workspace).stream()
        .filter(
            build ->
                Stream.of("PYO3_PYTHON", "PYO3_CONFIG_FILE")
                    .noneMatch(name -> build.variables().isSet(name)))
        .flatMap(build -> asked(build.choice()).stream())
        .filter(python -> !theirs.isEmpty() && !theirs.contains(python.executable()))
        .findFirst()
        .map(python -> List.of(ignored(python, both)))
        .orElse(List.of());
  }

  private static Optional<PythonBuild> asked(PythonChoice choice) {
    return choice.result() instanceof Result.Asked(String _, PythonBuild build)
        ? Optional.of(build)
        : Optional.empty();
  }

  /** The Pythons of the two, as they name themselves. */
  private static List<String> pythons(Machine machine) {
    BuildEnvironment environment = machine.environment().orElseThrow();
    return Stream.of(
            machine
                .variable("VIRTUAL_ENV")
                .map(folder -> PythonPrograms.ofVirtualEnvironment(machine.os(), folder)),
            machine
                .variable("CONDA_PREFIX")
                .map(folder -> PythonPrograms.ofConda(machine.os(), folder)))
        .flatMap(Optional::stream)
        .flatMap(program -> environment.lookup(program).stream())
        .flatMap(lookup -> lookup.build().stream())
        .map(PythonBuild::executable)
        .toList();
  }

  private Finding ignored(PythonBuild python, List<String> both) {
    List<String> evidence = new ArrayList<>(both);
    evidence.add("a build takes " + python.name() + ", " + python.executable());
    return finding(
        Severity.HINT,
        "PyO3 builds for neither active environment: with two of them it ignores both",
        evidence);
  }

  private Finding finding(Severity severity, String message, List<String> evidence) {
    return new Finding(
        id(),
        topic(),
        severity,
        message,
        Optional.empty(),
        List.copyOf(evidence),
        Optional.of(
            new Fix(
                "Leave one of them: `conda deactivate` until CONDA_PREFIX is unset, or"
                    + " `deactivate`",
                Fix.Grade.MANUAL,
                List.of())));
  }
}
