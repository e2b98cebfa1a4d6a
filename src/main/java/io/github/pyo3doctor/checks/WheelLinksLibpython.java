package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PyProject;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The feature {@code extension-module} is gone, and the maturin that {@code pyproject.toml} asks
 * for is too old to say in its place that this is an extension module: the wheel links libpython.
 * setuptools-rust of any age switches the feature on itself.
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
    return "Does the maturin that is asked for build wheels without `extension-module`?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    if (snapshot.machine().variable(VARIABLE).isPresent()) {
      return new Outcome.NotApplicable(VARIABLE + " is set");
    }
    return EachWorkspace.examine(snapshot, this::examine);
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    MemberIndex members = indexes.of(workspace);
    List<Finding> found = new ArrayList<>();
    for (CargoPackage member : workspace.members()) {
      for (PyProject pyproject : WheelFeatures.pyprojects(project, member).toList()) {
        Optional<ExtensionModule> module =
            WheelFeatures.modules(project, pyproject, member).findFirst();
        Optional<Located<String>> maturin =
            WheelBuilder.requirement(pyproject, facts)
                .filter(requirement -> WheelBuilder.name(requirement).equals("maturin"))
                .filter(
                    requirement -> WheelBuilder.setsVariable(requirement, facts) == Truth.FALSE);
        if (module.isPresent() && maturin.isPresent() && !isConfigured(project, member)) {
          obsolete(workspace, member)
              .filter(_ -> !isOn(WheelFeatures.of(members, project, pyproject, member)))
              .ifPresent(version -> found.add(finding(maturin.get(), version)));
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

  private Finding finding(Located<String> maturin, Pyo3Version version) {
    return new Finding(
        id(),
        topic(),
        Severity.WARNING,
        "the wheel will link libpython: `extension-module` is off, and `%s` is too old to do its work"
            .formatted(maturin.value()),
        Optional.of(maturin.location()),
        List.of(
            "%s:%d: requires \"%s\""
                .formatted(maturin.location().file(), maturin.location().line(), maturin.value()),
            version.evidence(),
            "maturin sets " + VARIABLE + " from " + facts.maturinSince() + " on"),
        Optional.of(
            new Fix(
                "Require maturin " + facts.maturinSince() + " or newer",
                Fix.Grade.MANUAL,
                List.of())));
  }
}
