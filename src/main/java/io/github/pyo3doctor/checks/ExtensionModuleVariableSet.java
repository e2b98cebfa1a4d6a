package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoVariable;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code PYO3_BUILD_EXTENSION_MODULE} is for building a wheel. Set in the environment of a {@code
 * cargo test}, it leaves libpython out there too; PyO3's build script asks only whether it is set,
 * so {@code 0} counts.
 */
final class ExtensionModuleVariableSet implements Check {
  private static final String VARIABLE = "PYO3_BUILD_EXTENSION_MODULE";
  private final ExtensionModuleFacts facts;
  private final OncePer<Workspace, MemberIndex> indexes;

  ExtensionModuleVariableSet(ExtensionModuleFacts facts, OncePer<Workspace, MemberIndex> indexes) {
    this.facts = facts;
    this.indexes = indexes;
  }

  @Override
  public String id() {
    return "extension-module-variable-set";
  }

  @Override
  public String topic() {
    return ExtensionModuleBreaksTests.TOPIC;
  }

  @Override
  public String question() {
    return "Is `PYO3_BUILD_EXTENSION_MODULE` left in the environment?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.PROJECT, Part.MACHINE);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    if (snapshot.machine().os() == OperatingSystem.WINDOWS) {
      return new Outcome.NotApplicable("libpython is always linked on Windows");
    }
    Optional<String> value = snapshot.machine().variable(VARIABLE);
    List<CargoVariable> configured =
        snapshot.project().stream()
            .flatMap(project -> project.cargoConfigs().stream())
            .filter(_ -> value.isEmpty())
            .flatMap(config -> config.variables().stream())
            .filter(variable -> variable.name().equals(VARIABLE))
            .toList();
    if (value.isEmpty() && configured.isEmpty()) {
      return new Outcome.Passed();
    }
    if (snapshot.project().isEmpty()) {
      return new Outcome.NotApplicable("no project was examined");
    }
    List<Executable> affected = new ArrayList<>();
    Set<String> versions = new LinkedHashSet<>();
    Truth heeded = Truth.FALSE;
    for (Workspace workspace : snapshot.project().get().workspaces()) {
      for (Pyo3Member member : Pyo3Member.of(workspace, indexes.of(workspace))) {
        Truth heeds =
            value.isPresent() || isConfigured(snapshot.project().get(), member)
                ? heeds(workspace, member)
                : Truth.FALSE;
        heeded = heeded.or(member.executables().isEmpty() ? Truth.FALSE : heeds);
        if (heeds == Truth.TRUE && !member.executables().isEmpty()) {
          affected.addAll(member.executables());
          member
              .dependency()
              .flatMap(dependency -> Pyo3Version.of(workspace, dependency))
              .ifPresent(version -> versions.add(version.evidence()));
        }
      }
    }
    if (affected.isEmpty()) {
      return heeded == Truth.UNKNOWN
          ? new Outcome.Unknown(
              VARIABLE + " is set, and which PyO3 the project is built with could not be told")
          : new Outcome.Passed();
    }
    return Outcome.of(List.of(finding(value, configured.stream().findFirst(), affected, versions)));
  }

  private static boolean isConfigured(Project project, Pyo3Member member) {
    return project.cargoConfigs().stream()
        .filter(config -> config.appliesIn(member.cargo().folder()))
        .flatMap(config -> config.variables().stream())
        .anyMatch(variable -> variable.name().equals(VARIABLE));
  }

  private Truth heeds(Workspace workspace, Pyo3Member member) {
    return member
        .dependency()
        .map(
            dependency ->
                Pyo3Version.of(workspace, dependency)
                    .map(version -> version.range().atLeast(facts.obsoleteSince()))
                    .orElse(Truth.UNKNOWN))
        .orElse(Truth.FALSE);
  }

  private Finding finding(
      Optional<String> value,
      Optional<CargoVariable> configured,
      List<Executable> affected,
      Set<String> versions) {
    List<Executable> failing = affected.stream().filter(Executable::reachesPython).toList();
    boolean now = !failing.isEmpty();
    List<Executable> named = now ? failing : affected;
    String message =
        "`%s` %s %s%s: %s is set, so Python's symbols stay undefined"
            .formatted(
                named.getFirst().command(),
                now ? "cannot link" : "will not link",
                Executable.describe(named),
                now ? "" : " once code in " + Executable.pronoun(named) + " reaches Python",
                VARIABLE);
    List<String> evidence = new ArrayList<>();
    value.ifPresent(text -> evidence.add(VARIABLE + "=" + text));
    configured.ifPresent(
        variable ->
            evidence.add(
                "%s:%d: [env] %s = \"%s\""
                    .formatted(
                        variable.location().file(),
                        variable.location().line(),
                        VARIABLE,
                        variable.value())));
    evidence.addAll(versions);
    failing.forEach(executable -> evidence.addAll(executable.reach()));
    return new Finding(
        id(),
        topic(),
        now ? Severity.ERROR : Severity.WARNING,
        message,
        configured.map(CargoVariable::location),
        evidence.stream().distinct().toList(),
        Optional.of(
            new Fix(
                "Unset " + VARIABLE + " except for the command that builds the wheel",
                Fix.Grade.MANUAL,
                List.of())));
  }
}
