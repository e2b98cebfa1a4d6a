package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.BuildTool;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rustc that a build would take on this machine is older than this PyO3 needs. Of a toolchain
 * that the project itself asks for, {@link RustOlderThanPyo3Needs} tells.
 */
final class RustTooOld implements Check {
  private final PythonChoices choices;
  private final Map<String, Pyo3Series> series;

  RustTooOld(PythonChoices choices, Facts facts) {
    this.choices = choices;
    this.series = Pyo3Series.of(facts);
  }

  @Override
  public String id() {
    return "rust-too-old";
  }

  @Override
  public String topic() {
    return "rust-toolchain-missing";
  }

  @Override
  public String question() {
    return "Is this Rust new enough for this PyO3?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.PROJECT, Part.MACHINE);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    if (snapshot.machine().environment().isEmpty()) {
      return new Outcome.Unknown("no rustc was asked");
    }
    BuildEnvironment environment = snapshot.machine().environment().get();
    Optional<BuildTool> rustc = environment.tool("rustc");
    Optional<Version> version = rustc.flatMap(BuildTool::version).flatMap(Version::parse);
    return version.isEmpty()
        ? new Outcome.Unknown("which rustc there is could not be told")
        : EachWorkspace.examine(
            snapshot,
            (project, workspace) ->
                findings(snapshot, project, workspace, rustc.get(), version.get()));
  }

  private List<Finding> findings(
      Snapshot snapshot, Project project, Workspace workspace, BuildTool rustc, Version version) {
    List<Finding> found = new ArrayList<>();
    if (isAskedForBy(project, snapshot)) return found;
    for (PythonChoices.Build build : choices.builds(snapshot.machine(), project, workspace)) {
      Optional<Version> oldest =
          Pyo3Series.of(series, build.settings().pyo3()).map(Pyo3Series::rust);
      if (found.isEmpty() && oldest.filter(needed -> !version.atLeast(needed)).isPresent()) {
        found.add(finding(snapshot, build, rustc, oldest.get()));
      }
    }
    return found;
  }

  private static boolean isAskedForBy(Project project, Snapshot snapshot) {
    return snapshot
        .machine()
        .environment()
        .flatMap(BuildEnvironment::toolchain)
        .filter(toolchain -> toolchain.chosenBy().startsWith(project.root()))
        .isPresent();
  }

  private Finding finding(
      Snapshot snapshot, PythonChoices.Build build, BuildTool rustc, Version needed) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        "rustc %s: %s (%s)".formatted(rustc.version().orElse(""), rustc.place(), rustc.foundBy()));
    snapshot
        .machine()
        .environment()
        .flatMap(BuildEnvironment::toolchain)
        .ifPresent(
            toolchain ->
                evidence.add(
                    "toolchain %s, asked for by %s"
                        .formatted(toolchain.name(), toolchain.chosenBy())));
    evidence.add(build.settings().pyo3().evidence());
    return new Finding(
        id(),
        topic(),
        Severity.ERROR,
        "PyO3 %s needs rustc %s or later, and a build takes %s"
            .formatted(
                build.settings().pyo3().range().from().series(),
                needed.series(),
                rustc.version().orElse("an older one")),
        Optional.empty(),
        List.copyOf(evidence),
        Optional.of(
            new Fix(
                "Update Rust, or ask for a newer toolchain where the older one is asked for",
                Fix.Grade.MANUAL,
                List.of())));
  }
}
