package io.github.pyo3doctor.report;

import io.github.pyo3doctor.search.Hit;
import io.github.pyo3doctor.search.Marked;
import java.util.List;

/** What {@code search} prints for people. */
public final class SearchText {
  private final Paint paint;

  /** A list in these colours. */
  public SearchText(Paint paint) {
    this.paint = paint;
  }

  /**
   * The hits, best first: id, title with what it stands under, the passage that matches. Above them
   * which guide it is, if it is one.
   */
  public String report(List<Hit> hits) {
    StringBuilder out = new StringBuilder();
    for (Hit hit : hits) {
      if (out.isEmpty()) out.append(new GuideLine(paint).of(hit.source(), hit.guide()));
      out.append(paint.blue(hit.topic())).append("  ");
      out.append(GuideLine.above(hit.place())).append(marked(hit.title())).append('\n');
      if (!hit.snippet().text().isBlank()) {
        out.append("    ").append(marked(hit.snippet())).append('\n');
      }
    }
    return out.toString();
  }

  private String marked(Marked text) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    for (Marked.Mark mark : text.marks()) {
      out.append(text.text(), done, mark.start());
      out.append(paint.yellow(text.text().substring(mark.start(), mark.end())));
      done = mark.end();
    }
    return out.append(text.text(), done, text.text().length()).toString();
  }
}
