package io.github.pyo3doctor.report;

import java.util.List;

/** A unified diff for people: what goes is red, what comes is green. */
public final class DiffText {
  private final Paint paint;

  /** Diffs in these colours. */
  public DiffText(Paint paint) {
    this.paint = paint;
  }

  /** The lines of a unified diff, each with its line end. */
  public String of(List<String> diff) {
    StringBuilder out = new StringBuilder();
    diff.forEach(line -> out.append(painted(line)).append('\n'));
    return out.toString();
  }

  private String painted(String line) {
    if (line.startsWith("---") || line.startsWith("+++")) return paint.bold(line);
    if (line.startsWith("@@")) return paint.blue(line);
    if (line.startsWith("-")) return paint.red(line);
    return line.startsWith("+") ? paint.green(line) : line;
  }
}
