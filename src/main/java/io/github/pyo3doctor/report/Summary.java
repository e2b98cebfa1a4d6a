package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Outcome;
import io.github.pyo3doctor.checks.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An examination in one sentence. */
public final class Summary {
  private Summary() {}

  /** {@code 1 error, 2 hints; 3 checks passed, 2 do not apply.} */
  public static String of(Examination examination, List<Finding> findings) {
    return findings(examination, findings) + "; " + checks(examination) + ".";
  }

  /**
   * {@code 1 error, 2 hints}; without any, whether that means that all is well or only that not
   * everything could be looked at.
   *
   * @param findings those that are shown; the others are counted
   */
  public static String findings(Examination examination, List<Finding> findings) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = findings.stream().filter(f -> f.severity() == severity).count();
      if (count > 0) parts.add(Counted.of(count, severity.word()));
    }
    int notShown = examination.findings().size() - findings.size();
    if (notShown > 0) parts.add(Counted.of(notShown, "finding") + " not shown");
    int silenced = examination.silenced().size();
    if (silenced > 0) parts.add(silenced + " silenced");
    if (!parts.isEmpty()) return String.join(", ", parts);
    return examination.count(Outcome.Unknown.class) > 0
        ? "nothing found where it could look"
        : "nothing wrong found";
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

  /** The same as the beginning of a sentence. */
  public static String capitalized(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
