package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.TextFile;
import java.util.List;

/**
 * The lines around a place, so that a reader need not open the file.
 *
 * @param at the place in the middle
 * @param first the number of the first line, counted from 1
 * @param lines the lines, without their ends
 */
public record Excerpt(Location at, int first, List<String> lines) {
  private static final int AROUND = 2;

  /** The lines around a place of a text; none when the text ends before it. */
  public static Excerpt of(TextFile file, Location at) {
    int first = Math.max(1, at.line() - AROUND);
    List<String> lines =
        file.text().lines().skip(first - 1L).limit(at.line() + AROUND + 1L - first).toList();
    return new Excerpt(at, first, lines);
  }

  /** The line of the place itself; empty when there is none. */
  public String line() {
    int index = at.line() - first;
    return index < lines.size() ? lines.get(index) : "";
  }
}
