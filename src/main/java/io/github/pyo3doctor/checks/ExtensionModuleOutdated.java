package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * The feature {@code extension-module} is on where the build tool does its work by now. It breaks
 * nothing here, but it will break the first test that uses Python; where it breaks some already,
 * {@link ExtensionModuleBreaksTests} says so.
 */
final class ExtensionModuleOutdated implements Check {
  private final ExtensionModuleFacts facts;
  private final OncePer<Workspace, List<ExtensionModuleUse>> uses;

  ExtensionModuleOutdated(
      ExtensionModuleFacts facts, OncePer<Workspace, List<ExtensionModuleUse>> uses) {
    this.facts = facts;
    this.uses = uses;
  }

  @Override
  public String id() {
    return "extension-module-outdated";
  }

  @Override
  public String topic() {
    return ExtensionModuleBreaksTests.TOPIC;
  }

  @Override
  public String question() {
    return "Is `extension-module` still needed?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examineWithPyproject(
        snapshot,
        (project, workspace) ->
            uses.of(workspace).stream()
                .filter(use -> isOutdated(project, use))
                .map(use -> outdated(project, use))
                .toList());
  }

  private boolean isOutdated(Project project, ExtensionModuleUse use) {
    return use.breaksNothing()
        && ExtensionModuleFix.obsolete(use, facts) == Truth.TRUE
        && WheelBuilder.setsVariable(project, use.owner(), facts) != Truth.FALSE;
  }

  private Finding outdated(Project project, ExtensionModuleUse use) {
    String message =
        "the feature `extension-module` is no longer needed: from PyO3 %s on, maturin %s and setuptools-rust %s do without it"
            .formatted(
                facts.obsoleteSince().series(),
                facts.maturinSince(),
                facts.setuptoolsRustSince().series());
    return new Finding(
        id(),
        topic(),
        Severity.HINT,
        message,
        Optional.of(use.entry().location()),
        use.evidence(project),
        Optional.of(ExtensionModuleFix.of(project, use, facts)));
  }
}
