package io.github.pyo3doctor.fix;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A change laid out in two columns, with a few lines around each place that is another. */
public final class SideBySide {
  private static final int LINES_AROUND = 3;

  private final List<String> before;
  private final List<String> after;
  private final List<Row> rows = new ArrayList<>();
  private int shownBefore;
  private int shownAfter;

  /** One line of both columns. */
  public sealed interface Row {
    /** A line that stays; numbered from 1 on both sides. */
    record Same(int before, int after, String text) implements Row {}

    /** A line that goes, one that comes, or one in place of another. */
    record Changed(Optional<Line> before, Optional<Line> after) implements Row {}

    /** Lines that stay and are not shown. */
    record Skipped(int lines) implements Row {}
  }

  /**
   * A line of one side.
   *
   * @param number counted from 1
   */
  public record Line(int number, String text) {}

  private SideBySide(FileChange change) {
    this.before = change.before().orElse("").lines().toList();
    this.after = change.after().orElse("").lines().toList();
  }

  /** The rows from top to bottom. */
  public static List<Row> of(FileChange change) {
    SideBySide sides = new SideBySide(change);
    for (AbstractDelta<String> delta : DiffUtils.diff(sides.before, sides.after).getDeltas()) {
      sides.same(delta.getSource().getPosition());
      sides.changed(delta.getSource(), delta.getTarget());
    }
    sides.same(sides.before.size());
    return List.copyOf(sides.rows);
  }

  /** The lines up to one of the text before; in the middle of many, a gap. */
  private void same(int end) {
    int behind = shownBefore == 0 ? 0 : LINES_AROUND;
    int ahead = end == before.size() ? 0 : LINES_AROUND;
    int skipped = end - shownBefore - behind - ahead;
    boolean gap = skipped > 1;
    sameLines(gap ? shownBefore + behind : end);
    if (gap) {
      rows.add(new Row.Skipped(skipped));
      shownBefore += skipped;
      shownAfter += skipped;
      sameLines(end);
    }
  }

  private void sameLines(int end) {
    while (shownBefore < end) {
      rows.add(new Row.Same(++shownBefore, ++shownAfter, before.get(shownBefore - 1)));
    }
  }

  private void changed(Chunk<String> source, Chunk<String> target) {
    for (int i = 0; i < Math.max(source.size(), target.size()); i++) {
      rows.add(new Row.Changed(line(source, i), line(target, i)));
    }
    shownBefore += source.size();
    shownAfter += target.size();
  }

  private static Optional<Line> line(Chunk<String> chunk, int i) {
    return i < chunk.size()
        ? Optional.of(new Line(chunk.getPosition() + i + 1, chunk.getLines().get(i)))
        : Optional.empty();
  }
}
