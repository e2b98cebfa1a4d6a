package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.checks.PythonChoice.Failure;
import io.github.pyo3doctor.checks.PythonChoice.Result;
import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.Interpreter;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PythonBuild;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.WindowsPythons;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * PyO3's build script stops before anything of PyO3 is compiled, since what the environment leads
 * it to is no Python that it can ask.
 */
final class PythonNotFound implements Check {
  private final PythonChoices choices;

  PythonNotFound(PythonChoices choices) {
    this.choices = choices;
  }

  @Override
  public String id() {
    return "python-not-found";
  }

  @Override
  public String topic() {
    return "interpreter-not-found";
  }

  @Override
  public String question() {
    return "Does PyO3's build script find a Python here?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.PROJECT, Part.MACHINE);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    List<String> open = new ArrayList<>();
    Outcome outcome =
        EachWorkspace.examine(
            snapshot, (project, workspace) -> findings(snapshot, project, workspace, open));
    boolean silent = outcome instanceof Outcome.Passed;
    return silent && !open.isEmpty() ? new Outcome.Unknown(open.getFirst()) : outcome;
  }

  private List<Finding> findings(
      Snapshot snapshot, Project project, Workspace workspace, List<String> open) {
    Map<String, Finding> found = new LinkedHashMap<>();
    for (PythonChoices.Build build : choices.builds(snapshot.machine(), project, workspace)) {
      switch (build.choice().result()) {
        case Result.Fails(Failure why, String message) when isOurs(why, build) ->
            found.putIfAbsent(message, finding(snapshot, project, build, why, message));
        case Result.Open(String reason) -> open.add(reason);
        default -> {}
      }
    }
    return List.copyOf(found.values());
  }

  /** What {@code .cargo/config.toml} names and is not there, another check tells. */
  private static boolean isOurs(Failure why, PythonChoices.Build build) {
    return switch (why) {
      case OLDER_THAN_ABI3 -> false;
      case NOT_STARTED, CONFIG_FILE ->
          build
              .variables()
              .get(why == Failure.CONFIG_FILE ? "PYO3_CONFIG_FILE" : "PYO3_PYTHON")
              .flatMap(BuildVariables.Value::source)
              .isEmpty();
      case NOTHING_FOUND, NO_ANSWER, NOT_TOLD -> true;
    };
  }

  private Finding finding(
      Snapshot snapshot, Project project, PythonChoices.Build build, Failure why, String message) {
    List<String> evidence = new ArrayList<>(build.choice().steps());
    if (why == Failure.NOTHING_FOUND) launcher(snapshot).ifPresent(evidence::add);
    evidence.add(build.settings().pyo3().evidence());
    return new Finding(
        id(),
        topic(),
        loudness(project),
        "PyO3's build script stops: " + message,
        Optional.empty(),
        List.copyOf(evidence),
        Optional.of(new Fix(remedy(snapshot, why), Fix.Grade.MANUAL, List.of())));
  }

  private static Optional<String> launcher(Snapshot snapshot) {
    return snapshot
        .machine()
        .environment()
        .flatMap(BuildEnvironment::windows)
        .flatMap(WindowsPythons::launcher)
        .map(py -> py.program() + " is the launcher `py`, which PyO3 does not ask");
  }

  /** maturin names a Python itself, so only a plain {@code cargo build} fails there. */
  private static Severity loudness(Project project) {
    return MaturinUse.isPossible(project) ? Severity.WARNING : Severity.ERROR;
  }

  private static String remedy(Snapshot snapshot, Failure why) {
    return switch (why) {
      case CONFIG_FILE ->
          "Give PYO3_CONFIG_FILE the absolute path of a file that is there, or unset it";
      case NOT_TOLD ->
          "Unset the variable, or say with an `abi3-py3…` feature which Python it is for";
      case NOTHING_FOUND, NOT_STARTED, NO_ANSWER, OLDER_THAN_ABI3 ->
          another(snapshot)
              .map(python -> "Set PYO3_PYTHON to a Python of this machine, " + python)
              .orElse("Install Python 3, or activate the environment that you build for");
    };
  }

  private static Optional<String> another(Snapshot snapshot) {
    return snapshot.machine().environment().stream()
        .map(BuildEnvironment::interpreters)
        .flatMap(List::stream)
        .filter(each -> each.build().filter(PythonNotFound::isCPython3).isPresent())
        .map(Interpreter::executable)
        .findFirst();
  }

  private static boolean isCPython3(PythonBuild build) {
    return build.implementation().equals("CPython") && build.version().startsWith("3.");
  }
}
