package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Outcome;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.checks.Silenced;
import io.github.pyo3doctor.checks.Verdict;
import io.github.pyo3doctor.report.Counted;
import io.github.pyo3doctor.report.Summary;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of findings of one examination: grouped by severity and filtered, with what is silenced
 * and the quiet checks at the end.
 */
public final class FindingRows {
  private final List<Finding> findings;
  private final List<Silenced> silenced;
  private final Examination examination;

  /** The rows of an examination. */
  public FindingRows(Examination examination) {
    this.examination = examination;
    this.findings = examination.findings();
    this.silenced = examination.silenced();
  }

  /** What a filter can be set to. */
  public FindingFacets facets(FindingFilter filter) {
    return FindingFacets.of(findings, filter);
  }

  /** The findings that the project silences and a filter lets through. */
  public List<Silenced> silenced(FindingFilter filter) {
    return silenced.stream().filter(each -> filter.lets(each.finding())).toList();
  }

  /**
   * The rows that a filter lets through.
   *
   * @param filter which findings are in it; the quiet checks are only when it asks for nothing
   */
  public List<FindingRow> of(FindingFilter filter) {
    List<FindingRow> rows = new ArrayList<>();
    List<Finding> shown = findings.stream().filter(filter::lets).toList();
    for (Severity severity : Severity.values()) {
      List<Finding> loud =
          shown.stream().filter(finding -> finding.severity() == severity).toList();
      if (loud.isEmpty()) continue;
      rows.add(new FindingRow.Group(Counted.of(loud.size(), severity.word())));
      loud.forEach(finding -> rows.add(new FindingRow.Entry(finding)));
    }
    List<FindingRow> silent =
        silenced(filter).stream().<FindingRow>map(FindingRow.Silent::new).toList();
    addGroup(rows, silent.size() + " silenced", silent);
    if (!filter.isActive()) {
      addGroup(rows, "Silenced for nothing", needless(examination));
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

  private static List<FindingRow> needless(Examination examination) {
    return examination.needlessSilences().stream()
        .<FindingRow>map(FindingRow.Needless::new)
        .toList();
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
    return verdict.outcome() instanceof Outcome.Found
        ? Optional.empty()
        : Optional.of(note(verdict, answer(verdict.outcome())));
  }

  /** How a check ended, with the reason: {@code Does not apply: no workflow builds for macOS}. */
  public static String answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Found(List<Finding> findings) -> Counted.of(findings.size(), "finding");
      case Outcome.Passed _ -> "Passed";
      case Outcome.NotApplicable(String reason) -> "Does not apply: " + reason;
      case Outcome.Unknown(String reason) -> "Could not tell: " + reason;
    };
  }
}
