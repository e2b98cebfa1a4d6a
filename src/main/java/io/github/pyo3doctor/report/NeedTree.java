package io.github.pyo3doctor.report;

import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.Need;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a library needs as a tree: below each need those of the library that is taken for it. */
public final class NeedTree {
  private final List<Need> needs;
  private final Set<Need> placed = new HashSet<>();
  private final List<Branch> branches = new ArrayList<>();

  /**
   * A need where it is first asked for.
   *
   * @param depth how far in it stands; 0 for what the library itself asks for
   */
  public record Branch(Need need, int depth) {}

  private NeedTree(List<Need> needs) {
    this.needs = needs;
  }

  /** Every need of a library, each directly behind the one it hangs on or that one's others. */
  public static List<Branch> of(Inspection library) {
    NeedTree tree = new NeedTree(library.needs());
    library.needs().stream().filter(tree::isAskedForByItself).forEach(root -> tree.add(root, 0));
    library.needs().forEach(need -> tree.add(need, 0));
    return List.copyOf(tree.branches);
  }

  private boolean isAskedForByItself(Need need) {
    return needs.stream().noneMatch(other -> !other.equals(need) && isAskedForBy(need, other));
  }

  private void add(Need need, int depth) {
    if (!placed.add(need)) return;
    branches.add(new Branch(need, depth));
    for (Need next : needs) {
      if (isAskedForBy(next, need)) add(next, depth + 1);
    }
  }

  /** Windows asks without regard to case. */
  private static boolean isAskedForBy(Need need, Need other) {
    return need.neededBy().equalsIgnoreCase(other.name())
        || other.found().filter(need.neededBy()::equals).isPresent();
  }
}
