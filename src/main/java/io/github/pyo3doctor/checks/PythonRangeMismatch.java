package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.DependencyKind;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PyProject;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Pythons that {@code requires-python} admits, those that the {@code abi3-py3…} feature builds
 * for and those that PyO3 knows do not fit together.
 */
final class PythonRangeMismatch implements Check {
  private final Map<String, Pyo3Series> series;
  private final OncePer<Workspace, MemberIndex> indexes;

  PythonRangeMismatch(Facts facts, OncePer<Workspace, MemberIndex> indexes) {
    this.indexes = indexes;
    series = Pyo3Series.of(facts);
  }

  @Override
  public String id() {
    return "python-range-mismatch";
  }

  @Override
  public String topic() {
    return "python-version-unsupported";
  }

  @Override
  public String question() {
    return "Do `requires-python`, `abi3` and PyO3 agree on the oldest Python?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examineWithPyproject(snapshot, this::examine);
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    MemberIndex members = indexes.of(workspace);
    List<Finding> found = new ArrayList<>();
    for (CargoPackage member : workspace.members()) {
      Optional<Dependency> pyo3 =
          member
              .dependenciesOn("pyo3")
              .filter(dependency -> dependency.kind() == DependencyKind.NORMAL)
              .findFirst();
      if (pyo3.isPresent()) {
        Optional<Pyo3Version> version = Pyo3Version.of(workspace, pyo3.get());
        version.ifPresent(known -> found.addAll(missingFeatures(member, known)));
        for (PyProject pyproject : WheelFeatures.pyprojects(project, member).toList()) {
          oldestPython(pyproject)
              .flatMap(
                  oldest ->
                      belowAbi3(members, project, pyproject, member, oldest)
                          .or(() -> version.flatMap(known -> belowPyo3(pyproject, oldest, known))))
              .ifPresent(found::add);
        }
      }
    }
    return found.stream().distinct().toList();
  }

  /** The lower bound; a requirement without one says nothing. */
  private static Optional<Version> oldestPython(PyProject pyproject) {
    return pyproject
        .requiresPython()
        .flatMap(text -> VersionRange.ofPython(text.value()))
        .map(VersionRange::from)
        .filter(version -> version.major() == 3)
        .map(PythonRangeMismatch::withoutPatch);
  }

  private static Version withoutPatch(Version version) {
    return new Version(version.major(), version.minor(), 0);
  }

  /** A feature that PyO3 does not have: Cargo stops before it compiles anything. */
  private List<Finding> missingFeatures(CargoPackage member, Pyo3Version version) {
    Optional<Pyo3Series> known = Pyo3Series.of(series, version);
    List<Finding> found = new ArrayList<>();
    for (Dependency dependency : member.dependenciesOn("pyo3").toList()) {
      for (Located<String> feature : dependency.features()) {
        Optional<Version> python = Abi3Features.python(feature.value());
        if (known.isPresent()
            && python.isPresent()
            && !(python.get().atLeast(known.get().abi3Min())
                && known.get().abi3Max().atLeast(python.get()))) {
          found.add(
              finding(
                  Severity.ERROR,
                  "PyO3 %s has no feature `%s`: its own begin with Python %s and end with %s"
                      .formatted(
                          version.range().from().series(),
                          feature.value(),
                          known.get().abi3Min().series(),
                          known.get().abi3Max().series()),
                  feature,
                  List.of(line(feature), version.evidence()),
                  "Ask for an `abi3-py3…` feature that this PyO3 has"));
        }
      }
    }
    return found;
  }

  private Optional<Finding> belowAbi3(
      MemberIndex members,
      Project project,
      PyProject pyproject,
      CargoPackage member,
      Version oldest) {
    Located<String> required = pyproject.requiresPython().orElseThrow();
    return Abi3Features.lowest(members, project, pyproject, member)
        .filter(abi3 -> !oldest.atLeast(Abi3Features.python(abi3.value()).orElseThrow()))
        .map(
            abi3 ->
                finding(
                    Severity.WARNING,
                    "`requires-python` admits Python %s, but `%s` builds for %s and later only"
                        .formatted(
                            oldest.series(),
                            abi3.value(),
                            Abi3Features.python(abi3.value()).orElseThrow().series()),
                    required,
                    List.of(line(required, "requires-python = "), line(abi3)),
                    "Raise `requires-python`, or lower the `abi3-py3…` feature"));
  }

  private Optional<Finding> belowPyo3(PyProject pyproject, Version oldest, Pyo3Version version) {
    Located<String> required = pyproject.requiresPython().orElseThrow();
    return Pyo3Series.of(series, version)
        .filter(known -> !oldest.atLeast(known.python()))
        .map(
            known ->
                finding(
                    Severity.WARNING,
                    "`requires-python` admits Python %s, but PyO3 %s builds for %s and later only"
                        .formatted(
                            oldest.series(),
                            version.range().from().series(),
                            known.python().series()),
                    required,
                    List.of(line(required, "requires-python = "), version.evidence()),
                    "Raise `requires-python` to what PyO3 accepts"));
  }

  private Finding finding(
      Severity severity, String message, Located<String> at, List<String> evidence, String fix) {
    return new Finding(
        id(),
        topic(),
        severity,
        message,
        Optional.of(at.location()),
        evidence,
        Optional.of(new Fix(fix, Fix.Grade.MANUAL, List.of())));
  }

  private static String line(Located<String> at) {
    return line(at, "");
  }

  private static String line(Located<String> at, String before) {
    return "%s:%d: %s\"%s\""
        .formatted(at.location().file(), at.location().line(), before, at.value());
  }
}
