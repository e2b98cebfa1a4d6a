package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.BuildTool;
import io.github.pyo3doctor.snapshot.DotVenv;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.PyProject;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code maturin develop} stops before it builds: no environment is active, and there is no {@code
 * .venv}, or one that is broken. That none is active here says little about the terminal that
 * maturin is started in, so without a broken folder it is a hint, and only where maturin is there.
 */
final class DevelopFindsNoEnvironment implements Check {
  static final String TOPIC = "virtualenv-required";
  private static final String NONE_ACTIVE = "neither VIRTUAL_ENV nor CONDA_PREFIX is set";

  private final Version dotVenvSince;

  DevelopFindsNoEnvironment(Facts facts) {
    this.dotVenvSince = Version.parse(facts.version("virtualenv.dot-venv-since")).orElseThrow();
  }

  @Override
  public String id() {
    return "develop-finds-no-environment";
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public String question() {
    return "Does `maturin develop` find an environment to install into?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.PROJECT, Part.MACHINE);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    List<PyProject> built =
        snapshot.project().map(MaturinUse::pyprojects).orElse(List.<PyProject>of());
    if (built.isEmpty()) {
      return snapshot
          .project()
          .flatMap(EachWorkspace::unreadPyproject)
          .<Outcome>map(unread -> new Outcome.Unknown(unread.toString()))
          .orElseGet(() -> new Outcome.NotApplicable("maturin builds nothing here"));
    }
    Machine machine = snapshot.machine();
    if (machine.variable("VIRTUAL_ENV").or(() -> machine.variable("CONDA_PREFIX")).isPresent()) {
      return new Outcome.NotApplicable("an environment is active");
    }
    List<DotVenv> looked =
        machine.environment().map(BuildEnvironment::dotVenvs).orElse(List.<DotVenv>of());
    if (looked.isEmpty()) return new Outcome.Unknown("no `.venv` was looked for");
    Optional<BuildTool> maturin = MaturinUse.found(machine);
    List<Finding> found = new ArrayList<>();
    for (PyProject pyproject : built) {
      looked.stream()
          .filter(each -> each.startedIn().equals(MaturinUse.folder(pyproject)))
          .flatMap(each -> finding(each, maturin).stream())
          .forEach(found::add);
    }
    return Outcome.of(SaidOnce.of(found));
  }

  private Optional<Finding> finding(DotVenv looked, Optional<BuildTool> maturin) {
    boolean heeded =
        maturin
            .flatMap(MaturinUse::version)
            .map(version -> version.atLeast(dotVenvSince))
            .orElse(true);
    if (looked.folder().isEmpty() || !heeded) {
      return maturin.map(tool -> none(looked, tool, heeded));
    }
    String folder = looked.folder().get();
    if (!looked.configured()) {
      return Optional.of(broken("`%s` holds no `pyvenv.cfg`".formatted(folder), looked, maturin));
    }
    return looked.hasPython()
        ? Optional.empty()
        : Optional.of(broken("the Python of `%s` is gone".formatted(folder), looked, maturin));
  }

  private Finding none(DotVenv looked, BuildTool maturin, boolean heeded) {
    List<String> evidence = new ArrayList<>();
    evidence.add(NONE_ACTIVE);
    evidence.add(MaturinUse.evidence(maturin));
    evidence.add(
        looked
            .folder()
            .filter(_ -> !heeded)
            .map(folder -> folder + " is heeded from maturin " + dotVenvSince + " on")
            .orElse("no folder `.venv` in " + place(looked) + " or above"));
    return new Finding(
        id(),
        topic(),
        Severity.HINT,
        "`maturin develop` would find no virtual environment to install into",
        Optional.empty(),
        List.copyOf(evidence),
        Optional.of(
            new Fix(
                "Make one with `python3 -m venv .venv`, or activate the one you use",
                Fix.Grade.MANUAL,
                List.of())));
  }

  private Finding broken(String what, DotVenv looked, Optional<BuildTool> maturin) {
    List<String> evidence = new ArrayList<>();
    evidence.add(NONE_ACTIVE);
    looked
        .python()
        .filter(_ -> looked.configured())
        .ifPresent(python -> evidence.add("not there: " + python));
    maturin.map(MaturinUse::evidence).ifPresent(evidence::add);
    return new Finding(
        id(),
        topic(),
        Severity.WARNING,
        "`maturin develop` stops: " + what,
        Optional.empty(),
        List.copyOf(evidence),
        Optional.of(
            new Fix(
                "Delete that folder and make it again, or activate another environment",
                Fix.Grade.MANUAL,
                List.of())));
  }

  private static String place(DotVenv looked) {
    return looked.startedIn().isEmpty() ? "the project's folder" : "`" + looked.startedIn() + "`";
  }
}
