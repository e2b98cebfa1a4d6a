package io.github.pyo3doctor.symptoms;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What was seen where in a log, in order. What repeats itself is noted once at its beginning and
 * once at its end, and never more than a limit, so that a log may be endless.
 */
final class Observations<T> {
  private static final int MOST = 4096;

  /** Something seen, from its first line to the last one before anything else was. */
  record Seen<T>(T what, int first, int last) {
    private int distance(int line) {
      return line < first ? first - line : Math.max(0, line - last);
    }

    /** The nearest line of it. */
    int nearestTo(int line) {
      return Math.clamp(line, first, last);
    }
  }

  private final List<Seen<T>> all = new ArrayList<>();

  void add(T what, int line) {
    if (!all.isEmpty() && all.getLast().what.equals(what)) {
      Seen<T> latest = all.getLast();
      int first = Math.min(latest.first, line);
      all.set(all.size() - 1, new Seen<>(what, first, Math.max(latest.last, line)));
    } else {
      if (all.size() == MOST) all.remove(MOST / 2);
      all.add(new Seen<>(what, line, line));
    }
  }

  /** What was seen nearest to a line; when two are as near, the later one. */
  Optional<Seen<T>> nearest(int line, int reach) {
    return all.reversed().stream()
        .filter(seen -> seen.distance(line) <= reach)
        .min(Comparator.comparingInt(seen -> seen.distance(line)));
  }

  /** Everything of which anything was seen. */
  List<T> values() {
    return all.stream().map(Seen::what).distinct().toList();
  }
}
