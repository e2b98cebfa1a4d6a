package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Silenced;
import java.util.List;

/** An examination as Markdown, ready to be pasted into an issue. */
public final class MarkdownReport {
  private final StringBuilder out = new StringBuilder();

  /** The report, with the findings that the caller wants shown. */
  public String report(Examination examination, List<Finding> findings) {
    paragraph("## PyO3 Doctor: " + Summary.findings(examination, findings));
    paragraph(MarkdownText.text(Circumstances.of(examination.snapshot())));
    for (Finding finding : findings) {
      paragraph("### `" + finding.check() + "`");
      paragraph(FindingMarkdown.of(finding).strip());
    }
    examination.silenced().forEach(this::append);
    Unsettled.of(examination).forEach(this::append);
    paragraph(Summary.capitalized(Summary.checks(examination)) + ".");
    return out.toString().strip() + "\n";
  }

  private void append(Silenced silenced) {
    paragraph(
        "**silenced**: %s\n- because: %s"
            .formatted(
                MarkdownText.sentence(silenced.finding().message()),
                MarkdownText.sentence(silenced.silence().reason())));
  }

  private void append(Unsettled unsettled) {
    StringBuilder text = new StringBuilder();
    text.append("**").append(unsettled.word()).append("**: ");
    text.append(MarkdownText.sentence(unsettled.reason()));
    unsettled.questions().stream()
        .map(MarkdownText::sentence)
        .forEach(question -> text.append("\n- open: ").append(question));
    paragraph(text.toString());
  }

  private void paragraph(String text) {
    out.append(text).append("\n\n");
  }
}
