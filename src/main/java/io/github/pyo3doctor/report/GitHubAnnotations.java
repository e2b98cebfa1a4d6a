package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.snapshot.Location;
import java.util.List;

/**
 * Findings as GitHub's workflow commands, which put each beside its line in a pull request. The
 * format is that of the Actions toolkit's {@code core.error}, {@code core.warning} and {@code
 * core.notice}.
 */
public final class GitHubAnnotations {
  private final FilesAsReported files;

  /**
   * @param files how files are named: GitHub wants them relative to the repository
   */
  public GitHubAnnotations(FilesAsReported files) {
    this.files = files;
  }

  /** One command a finding, then the summary as a line of the log. */
  public String report(Examination examination, List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    findings.forEach(finding -> out.append(command(finding)).append('\n'));
    return out.append(Summary.of(examination, findings)).append('\n').toString();
  }

  private String command(Finding finding) {
    String place =
        finding
            .location()
            .map(at -> "file=" + property(files.name(at.file())) + position(at) + ",")
            .orElse("");
    return "::%s %stitle=%s::%s"
        .formatted(
            level(finding.severity()), place, property(finding.check()), data(text(finding)));
  }

  private static String position(Location at) {
    return ",line=" + at.line() + ",col=" + at.column();
  }

  private static String text(Finding finding) {
    StringBuilder text = new StringBuilder(finding.message());
    finding.evidence().forEach(line -> text.append("\n· ").append(line));
    finding.fix().ifPresent(fix -> text.append("\nfix: ").append(fix.title()));
    return text.append("\nread: pyo3-doctor faq show ").append(finding.topic()).toString();
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case HINT -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
