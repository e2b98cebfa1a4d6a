package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.BuildTool;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PyProject;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The feature {@code extension-module} is gone, and the maturin that {@code pyproject.toml} asks
 * for, or the one that this machine has, is too old to say in its place that this is an extension
 * module: the wheel links libpython. setuptools-rust of any age switches the feature on itself. On
 * Windows every module links it.
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
    return "Do the maturin that is asked for and the one here build wheels without"
        + " `extension-module`?";
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
        EachWorkspace.examine(
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
}
