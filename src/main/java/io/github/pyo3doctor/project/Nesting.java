package io.github.pyo3doctor.project;

import java.util.ArrayDeque;
import java.util.Deque;

/** How many stretches of code lie around a token; deeper than people nest them none is read. */
final class Nesting {
  private static final int DEEPEST = 24;

  private final Deque<Integer> ends = new ArrayDeque<>();

  /**
   * Goes into a stretch that begins at a token, those before it being left where they end.
   *
   * @return whether it is to be read
   */
  boolean enter(int start, int end) {
    while (!ends.isEmpty() && ends.peek() <= start) {
      ends.pop();
    }
    if (ends.size() >= DEEPEST) {
      return false;
    }
    ends.push(end);
    return true;
  }
}
