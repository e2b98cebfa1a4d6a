package io.github.pyo3doctor.report;

import io.github.pyo3doctor.symptoms.FactKind;
import io.github.pyo3doctor.symptoms.Match;
import java.util.ArrayList;
import java.util.List;

/** What {@code explain} prints for people. */
public final class ExplainText {
  private static final double SURE = 0.9;
  private static final double LIKELY = 0.65;

  private final Paint paint;

  /** A report in these colours. */
  public ExplainText(Paint paint) {
    this.paint = paint;
  }

  /** How sure a recognition is, in words. */
  public static String certainty(double confidence) {
    if (confidence >= SURE) return "certain";
    return confidence >= LIKELY ? "likely" : "possible";
  }

  /** The matches, most likely first: topic, lines that decided, facts, next step. */
  public String report(List<Match> matches) {
    StringBuilder out = new StringBuilder();
    for (Match match : matches) {
      if (!out.isEmpty()) out.append('\n');
      append(out, match);
    }
    return out.toString();
  }

  private void append(StringBuilder out, Match match) {
    out.append(paint.bold(match.title()));
    out.append(paint.faint(" (" + certainty(match.confidence()) + ")")).append('\n');
    String number = lines(match);
    String indent = " ".repeat(number.length());
    for (String line : match.evidence().lines().toList()) {
      out.append("  ").append(paint.faint(number)).append("  ");
      out.append(paint.yellow(line.strip())).append('\n');
      number = indent;
    }
    List<String> facts = new ArrayList<>();
    for (FactKind kind : FactKind.values()) {
      if (match.facts().containsKey(kind)) {
        Integer line = match.factLines().get(kind);
        String where = line == null ? "" : " (line " + line + ")";
        facts.add(kind.title() + " " + match.facts().get(kind) + where);
      }
    }
    if (!facts.isEmpty())
      out.append("  the log says: ").append(String.join(", ", facts)).append('\n');
    out.append("  next step: ").append(match.nextStep()).append('\n');
    out.append("  read: pyo3-doctor faq show ").append(paint.blue(match.topic())).append('\n');
  }

  private static String lines(Match match) {
    return match.first() == match.last()
        ? "line " + match.first()
        : "lines " + match.first() + "–" + match.last();
  }
}
