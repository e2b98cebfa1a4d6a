package io.github.pyo3doctor.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is true of the machine is said once, in however many places of a project it shows. */
final class SaidOnce {
  /** More places than a reader looks at. */
  private static final int MOST_PLACES = 4;

  private SaidOnce() {}

  /**
   * One finding for each message, at the first place; the others are named in its evidence, or
   * where there is no place, what was seen of them.
   */
  static List<Finding> of(List<Finding> findings) {
    Map<String, List<Finding>> byMessage = new LinkedHashMap<>();
    for (Finding finding : findings) {
      byMessage.computeIfAbsent(finding.message(), _ -> new ArrayList<>()).add(finding);
    }
    return byMessage.values().stream().map(SaidOnce::together).toList();
  }

  private static Finding together(List<Finding> same) {
    Finding first = same.getFirst();
    List<String> others =
        same.stream()
            .skip(1)
            .flatMap(
                each ->
                    each
                        .location()
                        .map(at -> List.of("also at " + at))
                        .orElseGet(each::evidence)
                        .stream())
            .filter(line -> !first.evidence().contains(line))
            .distinct()
            .toList();
    List<String> evidence = new ArrayList<>(first.evidence());
    evidence.addAll(others.subList(0, Math.min(others.size(), MOST_PLACES)));
    if (others.size() > MOST_PLACES) {
      evidence.add("and in %d more places".formatted(others.size() - MOST_PLACES));
    }
    return first.with(evidence);
  }
}
