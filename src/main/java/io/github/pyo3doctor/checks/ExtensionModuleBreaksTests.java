package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * PyO3's feature {@code extension-module} leaves libpython out on Unix, since a Python that imports
 * the module brings its own. A program has no such Python: with the feature on, tests, benches,
 * examples and binaries do not link as soon as they reach code that uses Python.
 */
final class ExtensionModuleBreaksTests implements Check {
  static final String TOPIC = "extension-module-linking";
  private final ExtensionModuleFacts facts;
  private final OncePer<Workspace, List<ExtensionModuleUse>> uses;

  ExtensionModuleBreaksTests(
      ExtensionModuleFacts facts, OncePer<Workspace, List<ExtensionModuleUse>> uses) {
    this.facts = facts;
    this.uses = uses;
  }

  @Override
  public String id() {
    return "extension-module-breaks-tests";
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public String question() {
    return "Do tests and programs link, with `extension-module`?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(
        snapshot,
        (project, workspace) ->
            uses.of(workspace).stream()
                .flatMap(use -> examine(project, use, snapshot.machine()).stream())
                .toList());
  }

  private Optional<Finding> examine(Project project, ExtensionModuleUse use, Machine machine) {
    if (!use.always()) {
      return use.breaksNothing() ? Optional.empty() : Optional.of(onByDefault(project, use));
    }
    List<Executable> failing = use.own().stream().filter(Executable::reachesPython).toList();
    if (!failing.isEmpty()) {
      return Optional.of(failsNow(project, use, failing, machine));
    }
    if (!use.own().isEmpty()) {
      String message =
          "`%s` will not link %s once code in %s reaches Python: %s is always on"
              .formatted(
                  command(use.own()),
                  Executable.describe(use.own()),
                  Executable.pronoun(use.own()),
                  feature(use));
      return Optional.of(finding(project, use, Severity.WARNING, message, use.own()));
    }
    return use.others().isEmpty() ? Optional.empty() : Optional.of(shared(project, use));
  }

  private Finding failsNow(
      Project project, ExtensionModuleUse use, List<Executable> failing, Machine machine) {
    Optional<String> byHand =
        PythonLinkedByHand.evidence(project, failing.getFirst().cargo(), machine);
    if (byHand.isPresent()) {
      return linkedByHand(project, use, failing, byHand.get());
    }
    boolean here = machine.os() != OperatingSystem.WINDOWS && use.switched().certain();
    String where = here ? "" : " on systems other than Windows";
    String message =
        "`%s` cannot link %s%s: %s is always on, so Python's symbols stay undefined"
            .formatted(command(failing), Executable.describe(failing), where, feature(use));
    boolean tested = !failing.stream().allMatch(Executable::hasNoTests);
    Severity severity = here && tested ? Severity.ERROR : Severity.WARNING;
    return finding(project, use, severity, message, failing);
  }

  private Finding linkedByHand(
      Project project, ExtensionModuleUse use, List<Executable> failing, String byHand) {
    String message =
        "`%s` can link %s only where the libpython named by hand is found: %s is always on"
            .formatted(command(failing), Executable.describe(failing), feature(use));
    Finding finding = finding(project, use, Severity.WARNING, message, failing);
    List<String> evidence = new ArrayList<>(finding.evidence());
    evidence.add(byHand);
    return finding.with(evidence);
  }

  private Finding shared(Project project, ExtensionModuleUse use) {
    boolean visible = use.others().stream().anyMatch(Executable::reachesPython);
    List<Executable> affected =
        use.others().stream().filter(other -> !visible || other.reachesPython()).toList();
    String message =
        "`%s --workspace` %s %s%s: members share one PyO3, and with `%s` among them %s is on"
            .formatted(
                command(affected),
                visible ? "cannot link" : "will not link",
                Executable.describe(affected),
                visible ? "" : " once code in " + Executable.pronoun(affected) + " reaches Python",
                use.owner().name(),
                feature(use));
    return finding(project, use, Severity.WARNING, message, affected);
  }

  private Finding onByDefault(Project project, ExtensionModuleUse use) {
    String message =
        "%s is on by default: `%s` needs `--no-default-features` to link code that uses Python"
            .formatted(feature(use), command(use.own().isEmpty() ? use.others() : use.own()));
    return finding(project, use, Severity.HINT, message, List.of());
  }

  private Finding finding(
      Project project,
      ExtensionModuleUse use,
      Severity severity,
      String message,
      List<Executable> affected) {
    List<String> evidence = new ArrayList<>(use.evidence(project));
    affected.forEach(executable -> evidence.addAll(executable.reach()));
    return new Finding(
        id(),
        TOPIC,
        severity,
        message,
        Optional.of(use.entry().location()),
        evidence.stream().distinct().toList(),
        Optional.of(ExtensionModuleFix.of(project, use, facts)));
  }

  private static String feature(ExtensionModuleUse use) {
    return use.switched().dependency().packageName() + "'s `extension-module` feature";
  }

  private static String command(List<Executable> executables) {
    return executables.getFirst().command();
  }
}
