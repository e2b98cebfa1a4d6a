package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.symptoms.Match;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a log that decided, in the order in which they stand.
 *
 * @param lines one for each deciding line of each match
 */
public record LogMarks(List<Mark> lines) {
  /** No line. */
  public static final LogMarks NONE = new LogMarks(List.of());

  /**
   * A line that decided.
   *
   * @param line counted from 1
   * @param match the trouble it speaks for
   */
  public record Mark(int line, Match match) {}

  /** The deciding lines of all matches; a line that speaks for several counts for the first. */
  public static LogMarks of(List<Match> matches) {
    List<Mark> marks = new ArrayList<>();
    for (Match match : matches) {
      for (int line = match.first(); line <= match.last(); line++) {
        int number = line;
        if (marks.stream().noneMatch(mark -> mark.line() == number)) {
          marks.add(new Mark(line, match));
        }
      }
    }
    marks.sort(Comparator.comparingInt(Mark::line));
    return new LogMarks(List.copyOf(marks));
  }

  /** The mark of a line, if it decided anything. */
  public Optional<Mark> at(int line) {
    return lines.stream().filter(mark -> mark.line() == line).findFirst();
  }

  /** Which of the marked lines that is, counted from 1; 0 when it is none. */
  public int position(int line) {
    return at(line).map(lines::indexOf).orElse(-1) + 1;
  }

  /** The next marked line below that one, or the first again. */
  public Optional<Mark> after(int line) {
    return lines.stream().filter(mark -> mark.line() > line).findFirst().or(this::first);
  }

  /** The next marked line above that one, or the last again. */
  public Optional<Mark> before(int line) {
    return lines.reversed().stream()
        .filter(mark -> mark.line() < line)
        .findFirst()
        .or(() -> lines.reversed().stream().findFirst());
  }

  private Optional<Mark> first() {
    return lines.stream().findFirst();
  }
}
