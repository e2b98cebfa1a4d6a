package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.checks.PythonChoice.Failure;
import io.github.pyo3doctor.checks.PythonChoice.Result;
import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PythonBuild;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Python that a build would take is one that this PyO3 refuses. */
final class PythonUnsupported implements Check {
  /** With the value {@code 1} the limits are not looked at. */
  private static final String SKIP_ALL = "UNSAFE_PYO3_SKIP_VERSION_CHECK";

  private final PythonChoices choices;
  private final Map<String, Pyo3Series> series;
  private final List<String> forward;
  private final Version bareAbi3FallsBack;

  PythonUnsupported(PythonChoices choices, Facts facts) {
    this.choices = choices;
    this.series = Pyo3Series.of(facts);
    this.forward =
        List.of(
            facts.version("forward-compatibility.variable"),
            facts.version("forward-compatibility.old-variable"));
    this.bareAbi3FallsBack =
        Version.parse(facts.version("limits.bare-abi3-falls-back-since")).orElseThrow();
  }

  @Override
  public String id() {
    return "python-unsupported";
  }

  @Override
  public String topic() {
    return "python-version-unsupported";
  }

  @Override
  public String question() {
    return "Does this PyO3 accept the Python that a build takes here?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.PROJECT, Part.MACHINE);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return snapshot.machine().environment().isEmpty()
        ? new Outcome.Unknown("no Python was asked")
        : EachWorkspace.examine(
            snapshot, (project, workspace) -> findings(snapshot, project, workspace));
  }

  private List<Finding> findings(Snapshot snapshot, Project project, Workspace workspace) {
    Map<String, Finding> found = new LinkedHashMap<>();
    for (PythonChoices.Build build : choices.builds(snapshot.machine(), project, workspace)) {
      Optional<String> refusal =
          switch (build.choice().result()) {
            case Result.Asked(String _, PythonBuild python) -> refusal(build, python);
            case Result.Fails(Failure why, String message) when why == Failure.OLDER_THAN_ABI3 ->
                Optional.of(message);
            default -> Optional.empty();
          };
      refusal.ifPresent(message -> found.putIfAbsent(message, finding(project, build, message)));
    }
    return List.copyOf(found.values());
  }

  private Optional<String> refusal(PythonChoices.Build build, PythonBuild python) {
    Optional<Pyo3Series> known = Pyo3Series.of(series, build.settings().pyo3());
    Optional<Version> version = Version.parse(python.version());
    if (known.isEmpty() || version.isEmpty() || isOne(build, SKIP_ALL)) return Optional.empty();
    return switch (python.implementation()) {
      case "CPython" -> cpython(build, python, version.get(), known.get());
      case "PyPy" ->
          known
              .get()
              .pypy()
              .filter(oldest -> !version.get().atLeast(oldest))
              .map(oldest -> refuses(build, python, "PyPy " + oldest.series() + " and later"));
      default -> Optional.empty();
    };
  }

  private Optional<String> cpython(
      PythonChoices.Build build, PythonBuild python, Version version, Pyo3Series known) {
    if (!version.atLeast(known.python())) {
      return Optional.of(
          refuses(build, python, "Python " + known.python().series() + " and later"));
    }
    if (python.freeThreaded()) {
      Optional<Version> oldest = known.freeThreaded();
      if (oldest.filter(first -> !version.atLeast(first)).isPresent()) {
        return Optional.of(
            refuses(build, python, "free-threaded Python " + oldest.get().series() + " and later"));
      }
    }
    return known
        .newestPython()
        .filter(newest -> isLimited(build, known))
        .filter(newest -> isNewer(version, newest))
        .map(newest -> refuses(build, python, "Python " + newest.series() + " and earlier"));
  }

  /** 3.13.2 is not newer than 3.13. */
  private static boolean isNewer(Version version, Version newest) {
    return version.atLeast(new Version(newest.major(), newest.minor() + 1, 0));
  }

  /** With a stable ABI that is old enough, or by request, a Python may be newer. */
  private boolean isLimited(PythonChoices.Build build, Pyo3Series known) {
    Pyo3Settings settings = build.settings();
    boolean checks =
        known.newestSince().map(since -> settings.atLeast(since) == Truth.TRUE).orElse(true);
    boolean bare =
        settings.abi3() != Truth.FALSE && settings.atLeast(bareAbi3FallsBack) != Truth.FALSE;
    return checks
        && settings.oldest().isEmpty()
        && !bare
        && forward.stream().noneMatch(name -> isOne(build, name));
  }

  private static boolean isOne(PythonChoices.Build build, String variable) {
    return build.variables().get(variable).filter(value -> value.text().equals("1")).isPresent();
  }

  private static String refuses(PythonChoices.Build build, PythonBuild python, String accepted) {
    return "a build takes %s, and PyO3 %s accepts %s only"
        .formatted(
            (python.freeThreaded() ? "free-threaded " : "")
                + (python.implementation().equals("CPython")
                    ? "Python "
                    : python.implementation() + " ")
                + python.version(),
            build.settings().pyo3().range().from().series(),
            accepted);
  }

  private Finding finding(Project project, PythonChoices.Build build, String message) {
    List<String> evidence = new ArrayList<>(build.choice().steps());
    evidence.add(build.settings().pyo3().evidence());
    return new Finding(
        id(),
        topic(),
        loudness(project, build),
        Character.toUpperCase(message.charAt(0)) + message.substring(1),
        Optional.empty(),
        List.copyOf(evidence),
        Optional.of(
            new Fix(
                "Build with another Python, named by PYO3_PYTHON or an activated environment, or"
                    + " with another PyO3",
                Fix.Grade.MANUAL,
                List.of())));
  }

  /** maturin goes by what is activated, as PyO3 does; without, it looks for a Python itself. */
  private static Severity loudness(Project project, PythonChoices.Build build) {
    boolean activated =
        build.variables().isSet("VIRTUAL_ENV") || build.variables().isSet("CONDA_PREFIX");
    return activated || !MaturinUse.isPossible(project) ? Severity.ERROR : Severity.WARNING;
  }
}
