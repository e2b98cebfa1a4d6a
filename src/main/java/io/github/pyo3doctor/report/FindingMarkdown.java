package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;

/** A finding as Markdown, for an issue or a chat. */
public final class FindingMarkdown {
  private FindingMarkdown() {}

  /** The finding: what, where, how we know, what to do. */
  public static String of(Finding finding) {
    StringBuilder out = new StringBuilder();
    out.append("**").append(finding.severity().word()).append("**: ");
    out.append(MarkdownText.sentence(finding.message())).append("\n\n");
    finding
        .location()
        .map(at -> MarkdownText.code(at.toString()))
        .ifPresent(at -> out.append("Where: ").append(at).append("\n\n"));
    if (!finding.evidence().isEmpty()) {
      out.append("How we know:\n\n");
      finding.evidence().stream()
          .map(MarkdownText::sentence)
          .forEach(line -> out.append("- ").append(line).append('\n'));
      out.append('\n');
    }
    finding.fix().ifPresent(fix -> append(out, fix));
    return out.append("Topic: `").append(finding.topic()).append("`\n").toString();
  }

  private static void append(StringBuilder out, Fix fix) {
    out.append("What to do: ").append(MarkdownText.sentence(fix.title())).append("\n\n");
    if (fix.edits().isEmpty()) return;
    out.append("```diff\n");
    for (Fix.LineEdit edit : fix.edits()) {
      out.append("# ").append(edit.file()).append(':').append(edit.line()).append('\n');
      out.append("- ").append(edit.before()).append('\n');
      edit.after().lines().forEach(after -> out.append("+ ").append(after).append('\n'));
    }
    out.append("```\n\n");
  }
}
