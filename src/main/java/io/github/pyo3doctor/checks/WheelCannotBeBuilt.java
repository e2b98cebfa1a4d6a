package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PyProject;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code pip install} cannot build the wheel: maturin is given a manifest without a package, or
 * with settings that it refuses, or pip is not told to install maturin before it asks it.
 */
final class WheelCannotBeBuilt implements Check {
  private static final String MATURIN = "maturin";

  /** What surely brings no maturin along. */
  private static final Set<String> WITHOUT_MATURIN =
      Set.of("pip", "setuptools", "setuptools-rust", "setuptools-scm", "wheel", "cffi", "numpy");

  private final Set<String> refused;
  private final Version refusedSince;

  WheelCannotBeBuilt(Facts facts) {
    refused = Set.copyOf(facts.list("maturin-metadata.refused"));
    refusedSince = Version.parse(facts.version("maturin-metadata.refused-since")).orElseThrow();
  }

  @Override
  public String id() {
    return "wheel-cannot-be-built";
  }

  @Override
  public String topic() {
    return "module-init-missing";
  }

  @Override
  public String question() {
    return "Can pip build the wheel?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    if (snapshot.project().isEmpty()) {
      return new Outcome.NotApplicable("no project was examined");
    }
    Project project = snapshot.project().get();
    List<Finding> findings = new ArrayList<>();
    boolean any = false;
    for (PyProject pyproject : project.pyprojects()) {
      Optional<Workspace> workspace = workspace(project, pyproject);
      if (pyproject.buildBackend().filter(MATURIN::equals).isPresent() && workspace.isPresent()) {
        any = true;
        finding(project, pyproject, workspace.get()).ifPresent(findings::add);
      }
    }
    Optional<NotExamined> unread = EachWorkspace.unreadPyproject(project);
    if (findings.isEmpty() && unread.isPresent()) {
      return new Outcome.Unknown(unread.get().toString());
    }
    return any ? Outcome.of(findings) : new Outcome.NotApplicable("maturin builds no module here");
  }

  /** The workspace with PyO3 that maturin is sent to. */
  private static Optional<Workspace> workspace(Project project, PyProject pyproject) {
    Optional<String> manifest = pyproject.cargoManifest();
    return project.workspaces().stream()
        .filter(
            each ->
                manifest.filter(each.manifest()::equals).isPresent()
                    || each.members().stream()
                        .anyMatch(member -> manifest.filter(member.manifest()::equals).isPresent()))
        .filter(each -> each.members().stream().anyMatch(WheelCannotBeBuilt::usesPyo3))
        .findFirst();
  }

  private static boolean usesPyo3(CargoPackage member) {
    return member.library().isPresent() && member.dependenciesOn("pyo3").findAny().isPresent();
  }

  private Optional<Finding> finding(Project project, PyProject pyproject, Workspace workspace) {
    Optional<CargoPackage> built =
        workspace.members().stream()
            .filter(
                member -> pyproject.cargoManifest().filter(member.manifest()::equals).isPresent())
            .findFirst();
    if (built.isEmpty()) {
      return Optional.of(noPackage(pyproject, workspace));
    }
    Optional<Finding> left =
        WheelBuilder.maturin(pyproject)
            .filter(maturin -> WheelBuilder.takes(maturin, refusedSince))
            .flatMap(maturin -> leftOver(project, built.get(), maturin));
    if (left.isPresent()) {
      return left;
    }
    List<Located<String>> required = pyproject.buildRequires();
    boolean without =
        !required.isEmpty()
            && required.stream().map(WheelBuilder::name).allMatch(WITHOUT_MATURIN::contains);
    return without ? Optional.of(notRequired(pyproject, required)) : Optional.empty();
  }

  /** Settings that had their place in the manifest until maturin refused them there. */
  private Optional<Finding> leftOver(Project project, CargoPackage cargo, Located<String> maturin) {
    List<Located<String>> left =
        MaturinMetadata.of(project, cargo).entries().stream()
            .filter(entry -> refused.contains(entry.value()))
            .toList();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    List<String> evidence = new ArrayList<>();
    left.forEach(
        entry ->
            evidence.add(
                "%s:%d: `%s` in `[package.metadata.maturin]`"
                    .formatted(entry.location().file(), entry.location().line(), entry.value())));
    evidence.add(
        "%s:%d: `%s` admits maturin %s and newer, which refuse it"
            .formatted(
                maturin.location().file(),
                maturin.location().line(),
                maturin.value(),
                refusedSince.series()));
    return Optional.of(
        finding(
            left.getFirst().location(),
            "`pip install .` fails: since %s maturin refuses `%s` in `[package.metadata.maturin]`"
                .formatted(refusedSince.series(), left.getFirst().value()),
            evidence,
            "Move it to `[project]` in %s, or take it out".formatted(maturin.location().file())));
  }

  private Finding noPackage(PyProject pyproject, Workspace workspace) {
    List<String> modules =
        workspace.members().stream()
            .filter(WheelCannotBeBuilt::usesPyo3)
            .filter(member -> member.library().orElseThrow().crateTypes().contains("cdylib"))
            .map(CargoPackage::manifest)
            .toList();
    String path = modules.size() == 1 ? modules.getFirst() : "…/Cargo.toml";
    return finding(
        pyproject,
        "`pip install .` fails: maturin builds `%s`, which is a workspace without a package"
            .formatted(workspace.manifest()),
        List.of(
            "%s: no `manifest-path` says which member is the module".formatted(pyproject.path()),
            "maturin stops with `missing field 'package'`"),
        "Say which member it is: `manifest-path = \"%s\"` below `[tool.maturin]`".formatted(path));
  }

  private Finding notRequired(PyProject pyproject, List<Located<String>> required) {
    Location at = required.getFirst().location();
    return finding(
        pyproject,
        "`pip install .` fails: maturin is to build the wheel, and is not among `requires`",
        List.of(
            "%s:%d: `requires` names %s"
                .formatted(
                    at.file(),
                    at.line(),
                    String.join(
                        ", ", required.stream().map(each -> "`" + each.value() + "`").toList())),
            "pip builds in an environment of its own, with nothing in it but what is required"),
        "Add `maturin>=1,<2` to `requires`");
  }

  private Finding finding(PyProject pyproject, String says, List<String> seen, String advice) {
    Location at =
        pyproject.buildRequires().stream()
            .map(Located::location)
            .findFirst()
            .orElse(new Location(pyproject.path(), 1, 1));
    return finding(at, says, seen, advice);
  }

  private Finding finding(Location at, String says, List<String> seen, String advice) {
    return new Finding(
        id(),
        topic(),
        Severity.WARNING,
        says,
        Optional.of(at),
        seen,
        Optional.of(new Fix(advice, Fix.Grade.MANUAL, List.of())));
  }
}
