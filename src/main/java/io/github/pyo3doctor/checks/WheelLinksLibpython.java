package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.BuildTool;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PyProject;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nothing tells PyO3 that maturin builds an extension module, so the wheel links libpython: the
 * feature {@code extension-module} is off, and PyO3 is too old to go without, or the maturin that
 * {@code pyproject.toml} asks for, or the one that this machine has. setuptools-rust of any age
 * switches the feature on itself. On Windows every module links it.
 */
final class WheelLinksLibpython implements Check {
  private static final String VARIABLE = "PYO3_BUILD_EXTENSION_MODULE";
  private static final String FEATURE = "extension-module";

  private final ExtensionModuleFacts facts;
  private final OncePer<Workspace, MemberIndex> indexes;

  WheelLinksLibpython(ExtensionModuleFacts facts, OncePer<Workspace, MemberIndex> indexes) {
    this.indexes = indexes;
    this.facts = facts;
  }

  @Override
  public String id() {
    return "wheel-links-libpython";
  }

  @Override
  public String topic() {
    return ExtensionModuleBreaksTests.TOPIC;
  }

  @Override
  public String question() {
    return "Does maturin build wheels that do not link libpython?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.PROJECT, Part.MACHINE);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    if (snapshot.machine().variable(VARIABLE).isPresent()) {
      return new Outcome.NotApplicable(VARIABLE + " is set");
    }
    Optional<BuildTool> here =
        MaturinUse.found(snapshot.machine())
            .filter(_ -> snapshot.machine().os() != OperatingSystem.WINDOWS)
            .filter(tool -> tool.foundBy().equals("PATH"))
            .filter(
                tool ->
                    MaturinUse.version(tool)
                        .filter(version -> !version.atLeast(facts.maturinSince()))
                        .isPresent());
    List<Finding> ofTheMachine = new ArrayList<>();
    Outcome outcome =
        EachWorkspace.examineWithPyproject(
            snapshot, (project, workspace) -> examine(project, workspace, here, ofTheMachine));
    List<Finding> found = new ArrayList<>(SaidOnce.of(ofTheMachine));
    if (found.isEmpty()) return outcome;
    if (outcome instanceof Outcome.Found(List<Finding> ofTheProject)) found.addAll(ofTheProject);
    return Outcome.of(found);
  }

  /**
   * @param here the maturin of this machine, if it is too old
   * @param ofTheMachine takes what is found of that one
   * @return what is found of the one that is asked for
   */
  private List<Finding> examine(
      Project project, Workspace workspace, Optional<BuildTool> here, List<Finding> ofTheMachine) {
    MemberIndex members = indexes.of(workspace);
    List<Finding> found = new ArrayList<>();
    for (CargoPackage member : workspace.members()) {
      for (PyProject pyproject : WheelFeatures.pyprojects(project, member).toList()) {
        Optional<ExtensionModule> module =
            WheelFeatures.modules(project, pyproject, member).findFirst();
        Optional<Located<String>> maturin =
            WheelBuilder.requirement(pyproject, facts)
                .filter(requirement -> WheelBuilder.name(requirement).equals("maturin"));
        if (module.isPresent() && maturin.isPresent() && !isConfigured(project, member)) {
          oldPyo3(project, workspace, member, pyproject)
              .filter(_ -> !isOn(WheelFeatures.of(members, project, pyproject, member)))
              .ifPresent(found::add);
          Optional<Pyo3Version> version =
              obsolete(workspace, member)
                  .filter(_ -> !isOn(WheelFeatures.of(members, project, pyproject, member)));
          if (WheelBuilder.setsVariable(maturin.get(), facts) == Truth.FALSE) {
            version.ifPresent(pyo3 -> found.add(askedFor(maturin.get(), pyo3)));
          } else if (version.isPresent()) {
            here.ifPresent(tool -> ofTheMachine.add(here(tool, maturin.get(), version.get())));
          }
        }
      }
    }
    return found;
  }

  /** A PyO3 that needs the feature, which nothing asks for. */
  private Optional<Finding> oldPyo3(
      Project project, Workspace workspace, CargoPackage member, PyProject pyproject) {
    Optional<Dependency> pyo3 =
        member.dependenciesOn("pyo3").filter(Pyo3Version::isAlwaysLinked).findFirst();
    return pyo3.flatMap(dependency -> Pyo3Version.of(workspace, dependency))
        .filter(version -> version.range().atLeast(facts.obsoleteSince()) == Truth.FALSE)
        .filter(_ -> isModule(member) && !isMentioned(project, workspace, member, pyproject))
        .map(version -> oldPyo3(pyo3.orElseThrow(), pyproject, version));
  }

  private static boolean isModule(CargoPackage member) {
    return member
        .library()
        .filter(library -> library.crateTypes().contains("cdylib"))
        .filter(
            library ->
                library.files().stream()
                    .flatMap(file -> file.python().stream())
                    .flatMap(code -> code.items().stream())
                    .anyMatch(item -> item.macroName().equals("pymodule")))
        .isPresent();
  }

  /** Whether the feature may be asked for by hand, or where the build is run. */
  private static boolean isMentioned(
      Project project, Workspace workspace, CargoPackage member, PyProject pyproject) {
    return project.buildOptions().stream()
            .map(Located::value)
            .anyMatch(option -> option.equals(FEATURE) || option.equals(VARIABLE))
        || Stream.of(member.manifest(), workspace.manifest(), pyproject.path())
            .flatMap(path -> project.manifest(path).stream())
            .anyMatch(file -> file.text().contains(FEATURE));
  }

  private static boolean isConfigured(Project project, CargoPackage member) {
    return project.cargoConfigs().stream()
        .filter(config -> config.appliesIn(member.folder()))
        .flatMap(config -> config.variables().stream())
        .anyMatch(variable -> variable.name().equals(VARIABLE));
  }

  private static boolean isOn(List<FeatureGraph.Switched> features) {
    return features.stream().anyMatch(switched -> switched.feature().equals(FEATURE));
  }

  /** The PyO3 that is always linked, if it is surely one that the feature can be dropped for. */
  private Optional<Pyo3Version> obsolete(Workspace workspace, CargoPackage member) {
    return member
        .dependenciesOn("pyo3")
        .filter(Pyo3Version::isAlwaysLinked)
        .findFirst()
        .flatMap(dependency -> Pyo3Version.of(workspace, dependency))
        .filter(version -> version.range().atLeast(facts.obsoleteSince()) == Truth.TRUE);
  }

  private Finding askedFor(Located<String> maturin, Pyo3Version version) {
    return finding(
        "`%s` is too old".formatted(maturin.value()),
        maturin,
        "%s:%d: requires \"%s\""
            .formatted(maturin.location().file(), maturin.location().line(), maturin.value()),
        version,
        "Require maturin " + facts.maturinSince() + " or newer");
  }

  private Finding here(BuildTool tool, Located<String> maturin, Pyo3Version version) {
    return finding(
        "maturin %s here is too old".formatted(tool.version().orElse("")),
        maturin,
        MaturinUse.evidence(tool),
        version,
        "Update the maturin of this machine to %s or newer, and require that"
            .formatted(facts.maturinSince()));
  }

  private Finding finding(
      String old, Located<String> maturin, String evidence, Pyo3Version version, String fix) {
    return new Finding(
        id(),
        topic(),
        Severity.WARNING,
        "the wheel will link libpython: `extension-module` is off, and %s to do its work"
            .formatted(old),
        Optional.of(maturin.location()),
        List.of(
            evidence,
            version.evidence(),
            "maturin sets " + VARIABLE + " from " + facts.maturinSince() + " on"),
        Optional.of(new Fix(fix, Fix.Grade.MANUAL, List.of())));
  }

  private Finding oldPyo3(Dependency pyo3, PyProject pyproject, Pyo3Version version) {
    Location at = pyo3.location();
    return new Finding(
        id(),
        topic(),
        Severity.WARNING,
        "the wheel will link libpython, which `maturin build` refuses: nothing switches `%s` on"
            .formatted(FEATURE),
        Optional.of(at),
        List.of(
            version.evidence(),
            "no manifest and no file that runs builds names `" + FEATURE + "`",
            "before PyO3 "
                + facts.obsoleteSince().series()
                + " no version of maturin can do without the feature"),
        Optional.of(
            new Fix(
                "Write `features = [\"%s/%s\"]` under [tool.maturin] in %s"
                    .formatted(pyo3.name(), FEATURE, pyproject.path()),
                Fix.Grade.MANUAL,
                List.of())));
  }
}
