package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.BuiltModule;
import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Need;
import io.github.pyo3doctor.snapshot.SearchStep;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the checks of built extension modules share: which ones, and how the loader fared. */
final class ModulesOnDisk {
  private ModulesOnDisk() {}

  /** Asks each module; not applicable when none lies where Python would import it from. */
  static Outcome examine(Snapshot snapshot, Function<BuiltModule, Optional<Finding>> question) {
    List<BuiltModule> modules = snapshot.machine().modules();
    if (modules.isEmpty()) {
      return new Outcome.NotApplicable("no built module lies where Python would import it from");
    }
    List<Finding> findings =
        modules.stream().flatMap(module -> question.apply(module).stream()).toList();
    return findings.isEmpty() ? new Outcome.Passed() : new Outcome.Found(findings);
  }

  /**
   * Finds those that fail to load in the way that the check's topic explains; could not be told
   * when none does and of one it could not be told.
   */
  static Outcome examineLoading(
      Snapshot snapshot, Check check, Function<BuiltModule, String> message, String remedy) {
    Outcome outcome =
        examine(
            snapshot,
            module ->
                InspectTopic.of(module.inspection())
                    .filter(check.topic()::equals)
                    .map(_ -> finding(check, message.apply(module), module, remedy)));
    Optional<BuiltModule> untold =
        snapshot.machine().modules().stream()
            .filter(module -> module.inspection().outcome() == LoadOutcome.UNKNOWN)
            .findFirst();
    return outcome instanceof Outcome.Passed && untold.isPresent()
        ? new Outcome.Unknown(
            "what the loader does with `%s` could not be told".formatted(untold.get().path()))
        : outcome;
  }

  private static Finding finding(Check check, String message, BuiltModule module, String remedy) {
    return new Finding(
        check.id(),
        check.topic(),
        Severity.ERROR,
        message,
        Optional.empty(),
        evidence(module.inspection()),
        Optional.of(new Fix(remedy, Fix.Grade.MANUAL, List.of())));
  }

  /** How the loader looked for what failed, in its order. */
  private static List<String> evidence(Inspection inspection) {
    List<String> lines = new ArrayList<>();
    // glibc opens a quotation with the sign that here begins a piece of code.
    inspection
        .status()
        .map(status -> status.replace('`', '\''))
        .ifPresent(status -> lines.add("the loader's word for it: " + status));
    for (Need need : inspection.needs()) {
      if (need.found().isPresent() && need.missingSymbols().isEmpty()) continue;
      lines.add("`%s` is asked for by `%s`".formatted(need.name(), need.neededBy()));
      for (SearchStep step : need.searched()) {
        lines.add("%s (%s): %s".formatted(step.directory(), step.rule(), step.result()));
      }
      if (!need.missingSymbols().isEmpty()) {
        lines.add("it lacks " + String.join(", ", need.missingSymbols()));
      }
    }
    lines.addAll(inspection.remarks());
    return List.copyOf(lines);
  }

  /** The needs that are found nowhere, quoted. */
  static String missing(Inspection inspection) {
    List<String> names =
        inspection.needs().stream()
            .filter(need -> need.found().isEmpty())
            .map(need -> "`" + need.name() + "`")
            .distinct()
            .toList();
    return names.isEmpty() ? "what it needs" : String.join(", ", names);
  }
}
