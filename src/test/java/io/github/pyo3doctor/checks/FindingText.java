package io.github.pyo3doctor.checks;

import java.util.List;
import java.util.Locale;

/** An outcome as a text that people can review. */
final class FindingText {
  private FindingText() {}

  static String of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed() -> "passed\n";
      case Outcome.NotApplicable(String reason) -> "not applicable: " + reason + "\n";
      case Outcome.Unknown(String reason) -> "could not tell: " + reason + "\n";
      case Outcome.Found(List<Finding> findings) ->
          String.join("\n", findings.stream().map(FindingText::of).toList());
    };
  }

  private static String of(Finding finding) {
    StringBuilder text = new StringBuilder();
    text.append(finding.severity().word());
    finding.location().ifPresent(at -> text.append(' ').append(at));
    text.append(": ").append(finding.message()).append('\n');
    finding.evidence().forEach(line -> text.append("  because ").append(line).append('\n'));
    finding.fix().ifPresent(fix -> append(text, fix));
    return text.toString();
  }

  private static void append(StringBuilder text, Fix fix) {
    text.append("  fix (").append(fix.grade().name().toLowerCase(Locale.ROOT));
    text.append("): ").append(fix.title()).append('\n');
    for (Fix.LineEdit edit : fix.edits()) {
      text.append("    ").append(edit.file()).append(':').append(edit.line()).append('\n');
      text.append("    - ").append(edit.before()).append('\n');
      edit.after().lines().forEach(line -> text.append("    + ").append(line).append('\n'));
    }
  }
}
