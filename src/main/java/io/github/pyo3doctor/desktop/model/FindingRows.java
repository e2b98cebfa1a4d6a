package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Outcome;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.checks.Verdict;
import io.github.pyo3doctor.report.CheckText;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The list of findings: grouped by severity, filtered by words, with the quiet checks at the end.
 */
public final class FindingRows {
  private FindingRows() {}

  /**
   * The rows of an examination.
   *
   * @param filter words that a finding must hold in its message, place, topic or severity; all when
   *     blank
   */
  public static List<FindingRow> of(Examination examination, String filter) {
    List<FindingRow> rows = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      List<Finding> findings =
          examination.findings().stream()
              .filter(finding -> finding.severity() == severity && matches(finding, filter))
              .toList();
      if (findings.isEmpty()) continue;
      rows.add(new FindingRow.Group(severity, findings.size()));
      findings.forEach(finding -> rows.add(new FindingRow.Entry(finding)));
    }
    if (filter.isBlank()) {
      notExamined(examination).forEach(rows::add);
      examination.verdicts().forEach(verdict -> addQuiet(rows, verdict));
    }
    return rows;
  }

  /** {@code 3 checks passed, 2 do not apply, 1 could not tell}. */
  public static String summary(Examination examination) {
    return CheckText.checks(examination) + ".";
  }

  private static boolean matches(Finding finding, String filter) {
    String place = finding.location().map(Object::toString).orElse("");
    String all =
        String.join(" ", finding.message(), place, finding.topic(), finding.severity().word())
            .toLowerCase(Locale.ROOT);
    return List.of(filter.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
        .allMatch(all::contains);
  }

  private static List<FindingRow> notExamined(Examination examination) {
    return examination.snapshot().project().map(Project::notExamined).orElse(List.of()).stream()
        .<FindingRow>map(FindingRows::note)
        .toList();
  }

  private static FindingRow note(NotExamined skipped) {
    return new FindingRow.Note("Not examined: " + skipped.path(), skipped.toString());
  }

  private static void addQuiet(List<FindingRow> rows, Verdict verdict) {
    switch (verdict.outcome()) {
      case Outcome.Found found -> {}
      case Outcome.Passed passed ->
          rows.add(new FindingRow.Note("Passed: " + verdict.check(), "Looked, and found nothing."));
      case Outcome.NotApplicable(String reason) ->
          rows.add(new FindingRow.Note("Does not apply: " + verdict.check(), reason));
      case Outcome.Unknown(String reason) ->
          rows.add(new FindingRow.Note("Could not tell: " + verdict.check(), reason));
    }
  }
}
