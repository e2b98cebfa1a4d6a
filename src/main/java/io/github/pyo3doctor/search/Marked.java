package io.github.pyo3doctor.search;

import java.util.List;

/**
 * A text with the places that matched a query.
 *
 * @param text the text
 * @param marks where it matched: in order, not overlapping
 */
public record Marked(String text, List<Mark> marks) {
  /**
   * A stretch of the text.
   *
   * @param start the first character, counted from 0
   * @param end behind the last
   */
  public record Mark(int start, int end) {}

  /** A text in which nothing matched. */
  public static Marked plain(String text) {
    return new Marked(text, List.of());
  }
}
