package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all checks said of one snapshot.
 *
 * @param snapshot what they looked at
 * @param verdicts one for each check, in the checks' own order
 */
public record Examination(Snapshot snapshot, List<Verdict> verdicts) {
  private static final Comparator<Finding> LOUDEST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(finding -> finding.location().map(at -> at.file()).orElse(""))
          .thenComparing(finding -> finding.location().map(at -> at.line()).orElse(0));

  /** Every finding, the loudest first, then by place. */
  public List<Finding> findings() {
    return verdicts.stream().flatMap(Examination::findings).sorted(LOUDEST_FIRST).toList();
  }

  /** How many findings are exactly that loud. */
  public long count(Severity severity) {
    return findings().stream().filter(finding -> finding.severity() == severity).count();
  }

  /** How many verdicts ended that way. */
  public long count(Class<? extends Outcome> kind) {
    return verdicts.stream().filter(verdict -> kind.isInstance(verdict.outcome())).count();
  }

  private static Stream<Finding> findings(Verdict verdict) {
    return verdict.outcome() instanceof Outcome.Found(List<Finding> findings)
        ? findings.stream()
        : Stream.empty();
  }
}
