package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.checks.Silenced;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Silence;
import java.util.List;

/** What {@code check} prints for people: what is wrong, how we know, what to do. */
public final class CheckText {
  private final Paint paint;
  private final StringBuilder out = new StringBuilder();

  /** A report in these colours. */
  public CheckText(Paint paint) {
    this.paint = paint;
  }

  /** The report, with the findings that the caller wants shown; what steers a build comes last. */
  public String report(Examination examination, List<Finding> findings) {
    findings.forEach(finding -> append(finding, examination));
    examination.silenced().forEach(this::append);
    examination.needlessSilences().forEach(this::append);
    Unsettled.of(examination).forEach(this::append);
    line(Summary.of(examination, findings));
    new SurroundingsText(paint)
        .lines(examination.snapshot().machine(), examination.surroundings())
        .forEach(this::line);
    return out.toString();
  }

  private void append(Finding finding, Examination examination) {
    line(severity(finding.severity()) + paint.bold(": " + finding.message()));
    finding.location().ifPresent(at -> append(at, examination));
    for (String evidence : finding.evidence()) line("  " + paint.faint("·") + " " + evidence);
    finding.fix().ifPresent(this::append);
    line("  " + paint.faint("read:") + " pyo3-doctor faq show " + finding.topic());
    line("");
  }

  private void append(Location at, Examination examination) {
    line("  " + paint.blue("-->") + " " + at);
    examination
        .excerpt(at)
        .ifPresent(lines -> line("  " + paint.blue(at.line() + " |") + " " + lines.line().strip()));
  }

  private void append(Fix fix) {
    line("  " + paint.green("fix:") + " " + fix.title() + " (" + GradeWord.of(fix.grade()) + ")");
    for (Fix.LineEdit edit : fix.edits()) {
      line("    " + edit.file() + ":" + edit.line());
      line("    " + paint.red("- " + edit.before().strip()));
      edit.after().lines().forEach(after -> line("    " + paint.green("+ " + after.strip())));
    }
  }

  private void append(Silenced silenced) {
    line(paint.faint("silenced: ") + silenced.finding().message());
    line("  " + paint.faint("because:") + " " + silenced.silence().reason());
  }

  private void append(Silence needless) {
    String text = "`" + needless.check() + "` is silenced, but there is nothing to silence";
    line(paint.faint("needless: ") + needless.location() + ": " + text);
  }

  private void append(Unsettled unsettled) {
    line(paint.faint(unsettled.word() + ": ") + unsettled.reason());
    for (String question : unsettled.questions())
      line("  " + paint.faint("open:") + " " + question);
  }

  private String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> paint.red("error");
      case WARNING -> paint.yellow("warning");
      case HINT -> paint.blue("hint");
    };
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
