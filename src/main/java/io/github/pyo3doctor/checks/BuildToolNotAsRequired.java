package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.BuildTool;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.PyProject;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The maturin or setuptools-rust of this machine is none that {@code pyproject.toml} asks for, so
 * that what is built by hand and what {@code pip install} builds come from two releases. maturin
 * itself warns of it.
 */
final class BuildToolNotAsRequired implements Check {
  private final ExtensionModuleFacts facts;

  BuildToolNotAsRequired(ExtensionModuleFacts facts) {
    this.facts = facts;
  }

  @Override
  public String id() {
    return "build-tool-not-as-required";
  }

  @Override
  public String topic() {
    return ExtensionModuleBreaksTests.TOPIC;
  }

  @Override
  public String question() {
    return "Is the build tool here one that the project asks for?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.PROJECT, Part.MACHINE);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    if (snapshot.project().isEmpty()) return new Outcome.NotApplicable("no project was examined");
    if (snapshot.machine().environment().isEmpty()) {
      return new Outcome.Unknown("no build tool was asked");
    }
    Set<Finding> found = new LinkedHashSet<>();
    boolean compared = false;
    for (PyProject pyproject : snapshot.project().get().pyprojects()) {
      Optional<Located<String>> requirement = WheelBuilder.requirement(pyproject, facts);
      Optional<BuildTool> tool =
          requirement.flatMap(each -> tool(snapshot.machine(), WheelBuilder.name(each)));
      Optional<Version> version = tool.flatMap(MaturinUse::version);
      Optional<VersionRange> range = requirement.flatMap(WheelBuilder::range);
      compared |= version.isPresent() && range.isPresent();
      range
          .filter(each -> version.filter(here -> !each.contains(here)).isPresent())
          .ifPresent(_ -> found.add(finding(requirement.get(), tool.get())));
    }
    Optional<NotExamined> unread = EachWorkspace.unreadPyproject(snapshot.project().get());
    if (found.isEmpty() && unread.isPresent()) {
      return new Outcome.Unknown(unread.get().toString());
    }
    return found.isEmpty() && !compared
        ? new Outcome.NotApplicable("no build tool here that the project asks for")
        : Outcome.of(List.copyOf(found));
  }

  private static Optional<BuildTool> tool(Machine machine, String name) {
    return machine.environment().flatMap(each -> each.tool(name));
  }

  private Finding finding(Located<String> requirement, BuildTool tool) {
    return new Finding(
        id(),
        topic(),
        Severity.HINT,
        "%s %s is here, and the project asks for `%s`"
            .formatted(tool.name(), tool.version().orElse(""), requirement.value()),
        Optional.of(requirement.location()),
        List.of(MaturinUse.evidence(tool), "pip builds with the release that is asked for"),
        Optional.of(
            new Fix(
                "Install the one that is asked for, or widen what is asked for",
                Fix.Grade.MANUAL,
                List.of())));
  }
}
