package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.report.NeedTree;
import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    return !need.met() || !need.missingSymbols().isEmpty();
  }

  /**
   * The file, of a wheel each library in it, and below each what it needs, each need where it is
   * first asked for.
   *
   * @param onlyWrong leaves out what is as it should be and leads to nothing that is not
   */
  public static List<Row> of(Inspected inspected, boolean onlyWrong) {
    List<Row> rows = new ArrayList<>();
    add(inspected.whole(), 0, rows);
    for (Inspection library : inspected.libraries()) add(library, 1, rows);
    return onlyWrong ? wrongOnes(rows) : List.copyOf(rows);
  }

  private static void add(Inspection library, int depth, List<Row> rows) {
    rows.add(new Row(library, Optional.empty(), depth));
    for (NeedTree.Branch branch : NeedTree.of(library)) {
      rows.add(new Row(library, Optional.of(branch.need()), depth + 1 + branch.depth()));
    }
  }

  /** A row stays when it is wrong itself, or one further in that follows it is. */
  private static List<Row> wrongOnes(List<Row> rows) {
    List<Row> kept = new ArrayList<>();
    int keptDepth = -1;
    for (Row row : rows.reversed()) {
      boolean wrong =
          row.need()
              .map(NeedRows::isWrong)
              .orElse(row.depth() == 0 || row.inspection().outcome() != LoadOutcome.LOADS);
      if (wrong || row.depth() < keptDepth) {
        kept.addFirst(row);
        keptDepth = row.depth();
      }
    }
    return List.copyOf(kept);
  }
}
