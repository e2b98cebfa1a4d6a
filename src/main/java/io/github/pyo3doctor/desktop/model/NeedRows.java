package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.Need;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The needs of inspected libraries as a tree, written down row by row. */
public final class NeedRows {
  private NeedRows() {}

  /**
   * A row of the tree.
   *
   * @param inspection the inspected library it belongs to
   * @param need the need; the library itself when empty
   * @param depth how far in it stands
   */
  public record Row(Inspection inspection, Optional<Need> need, int depth) {}

  /** Whether the loader stumbles over it. */
  public static boolean isWrong(Need need) {
    return need.found().isEmpty() || !need.missingSymbols().isEmpty();
  }

  /**
   * Every library, and below each what it needs, each need where it is first asked for.
   *
   * @param onlyWrong leaves out needs that are met and lead to none that is not
   */
  public static List<Row> of(List<Inspection> libraries, boolean onlyWrong) {
    List<Row> rows = new ArrayList<>();
    for (Inspection library : libraries) {
      rows.add(new Row(library, Optional.empty(), 0));
      Set<Need> shown = new HashSet<>();
      List<Need> roots =
          library.needs().stream().filter(need -> isAskedForByItself(library, need)).toList();
      for (Need root : roots) add(library, root, 1, shown, rows);
      for (Need need : library.needs()) {
        if (!shown.contains(need)) add(library, need, 1, shown, rows);
      }
    }
    return onlyWrong ? wrongOnes(rows) : List.copyOf(rows);
  }

  private static boolean isAskedForByItself(Inspection library, Need need) {
    return library.needs().stream()
        .noneMatch(other -> !other.equals(need) && isAskedForBy(need, other));
  }

  private static void add(
      Inspection library, Need need, int depth, Set<Need> shown, List<Row> rows) {
    if (!shown.add(need)) return;
    rows.add(new Row(library, Optional.of(need), depth));
    for (Need next : library.needs()) {
      if (isAskedForBy(next, need)) add(library, next, depth + 1, shown, rows);
    }
  }

  /** Windows asks without regard to case. */
  private static boolean isAskedForBy(Need need, Need other) {
    return need.neededBy().equalsIgnoreCase(other.name())
        || other.found().filter(need.neededBy()::equals).isPresent();
  }

  /** A row stays when it is wrong itself, or one further in that follows it is. */
  private static List<Row> wrongOnes(List<Row> rows) {
    List<Row> kept = new ArrayList<>();
    int keptDepth = -1;
    for (Row row : rows.reversed()) {
      boolean wrong = row.need().map(NeedRows::isWrong).orElse(true);
      if (wrong || row.depth() < keptDepth) {
        kept.addFirst(row);
        keptDepth = row.depth();
      }
    }
    return List.copyOf(kept);
  }
}
