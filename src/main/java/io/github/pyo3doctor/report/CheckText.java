package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;
import io.github.pyo3doctor.checks.Outcome;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.checks.Verdict;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code check} prints for people: what is wrong, how we know, what to do. */
public final class CheckText {
  private final Paint paint;
  private final StringBuilder out = new StringBuilder();

  /** A report in these colours. */
  public CheckText(Paint paint) {
    this.paint = paint;
  }

  /** The report, with the findings that the caller wants shown. */
  public String report(Examination examination, List<Finding> findings) {
    Optional<Project> project = examination.snapshot().project();
    findings.forEach(finding -> append(finding, project));
    project.map(Project::notExamined).orElse(List.of()).forEach(this::append);
    examination.verdicts().forEach(this::appendUnknown);
    line(summary(examination, findings));
    return out.toString();
  }

  private void append(Finding finding, Optional<Project> project) {
    line(severity(finding.severity()) + paint.bold(": " + finding.message()));
    finding.location().ifPresent(at -> append(at, project));
    for (String evidence : finding.evidence()) line("  " + paint.faint("·") + " " + evidence);
    finding.fix().ifPresent(this::append);
    line("  " + paint.faint("read:") + " pyo3-doctor faq show " + finding.topic());
    line("");
  }

  private void append(Location at, Optional<Project> project) {
    line("  " + paint.blue("-->") + " " + at);
    String source =
        project
            .flatMap(p -> p.manifest(at.file()))
            .map(manifest -> manifest.line(at.line()))
            .orElse("");
    if (!source.isBlank()) {
      line("  " + paint.blue(at.line() + " |") + " " + source.strip());
    }
  }

  private void append(Fix fix) {
    line("  " + paint.green("fix:") + " " + fix.title() + " (" + grade(fix.grade()) + ")");
    for (Fix.LineEdit edit : fix.edits()) {
      line("    " + edit.file() + ":" + edit.line());
      line("    " + paint.red("- " + edit.before().strip()));
      edit.after().lines().forEach(after -> line("    " + paint.green("+ " + after.strip())));
    }
  }

  private static String grade(Fix.Grade grade) {
    return switch (grade) {
      case SAFE -> "safe";
      case REVIEW -> "look before you apply it";
      case MANUAL -> "by hand";
    };
  }

  private void append(NotExamined skipped) {
    line(paint.faint("not examined: ") + skipped);
  }

  private void appendUnknown(Verdict verdict) {
    if (verdict.outcome() instanceof Outcome.Unknown(String reason)) {
      line(paint.faint("could not tell: ") + verdict.question() + " " + reason);
    }
  }

  private String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> paint.red("error");
      case WARNING -> paint.yellow("warning");
      case HINT -> paint.blue("hint");
    };
  }

  private String summary(Examination examination, List<Finding> findings) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = findings.stream().filter(f -> f.severity() == severity).count();
      if (count > 0) parts.add(Counted.of(count, severity.word()));
    }
    if (parts.isEmpty()) parts.add("nothing wrong found");
    return String.join(", ", parts) + "; " + checks(examination) + ".";
  }

  /** {@code 3 checks passed, 2 do not apply, 1 could not tell}. */
  public static String checks(Examination examination) {
    long passed = examination.count(Outcome.Passed.class);
    long skipped = examination.count(Outcome.NotApplicable.class);
    long unknown = examination.count(Outcome.Unknown.class);
    List<String> parts = new ArrayList<>();
    parts.add(Counted.of(passed, "check") + " passed");
    if (skipped > 0) parts.add(skipped + (skipped == 1 ? " does" : " do") + " not apply");
    if (unknown > 0) parts.add(unknown + " could not tell");
    return String.join(", ", parts);
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
