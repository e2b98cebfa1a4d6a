package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Outcome;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.checks.Verdict;
import io.github.pyo3doctor.report.Counted;
import io.github.pyo3doctor.report.Summary;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
      rows.add(new FindingRow.Group(Counted.of(findings.size(), severity.word())));
      findings.forEach(finding -> rows.add(new FindingRow.Entry(finding)));
    }
    if (filter.isBlank()) {
      addGroup(rows, "Not examined", notExamined(examination));
      addGroup(rows, "Other checks", quiet(examination));
    }
    return rows;
  }

  /** {@code 1 error; 3 checks passed, 2 do not apply.} */
  public static String summary(Examination examination) {
    return Summary.capitalized(Summary.of(examination, examination.findings()));
  }

  private static void addGroup(List<FindingRow> rows, String title, List<FindingRow> group) {
    if (group.isEmpty()) return;
    rows.add(new FindingRow.Group(title));
    rows.addAll(group);
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
    return new FindingRow.Note(skipped.path(), skipped.toString(), Optional.empty());
  }

  private static FindingRow note(Verdict verdict, String answer) {
    return new FindingRow.Note(verdict.question(), answer, Optional.of(verdict.topic()));
  }

  private static List<FindingRow> quiet(Examination examination) {
    return examination.verdicts().stream().flatMap(verdict -> quiet(verdict).stream()).toList();
  }

  private static Optional<FindingRow> quiet(Verdict verdict) {
    return switch (verdict.outcome()) {
      case Outcome.Found found -> Optional.empty();
      case Outcome.Passed passed -> Optional.of(note(verdict, "Passed"));
      case Outcome.NotApplicable(String reason) ->
          Optional.of(note(verdict, "Does not apply: " + reason));
      case Outcome.Unknown(String reason) ->
          Optional.of(note(verdict, "Could not tell: " + reason));
    };
  }
}
