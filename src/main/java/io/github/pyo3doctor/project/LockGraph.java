package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.LockedPackage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which entries of a lock file lead to PyO3. */
final class LockGraph {
  private static final Set<String> PYO3 = Set.of("pyo3", "pyo3-ffi");

  private final Map<String, String> ids = new HashMap<>(); // by name alone, and by name and version
  private final Map<String, List<String>> dependents = new HashMap<>();
  private final Set<String> leading = new HashSet<>();

  private LockGraph(List<Entry> entries) {
    for (Entry entry : entries) {
      ids.putIfAbsent(entry.pinned().name(), entry.pinned().id());
      ids.putIfAbsent(entry.pinned().id(), entry.pinned().id());
    }
    Deque<String> waiting = new ArrayDeque<>();
    for (Entry entry : entries) {
      String id = entry.pinned().id();
      for (String dependency : entry.dependencies()) {
        find(dependency)
            .ifPresent(to -> dependents.computeIfAbsent(to, _ -> new ArrayList<>()).add(id));
      }
      if (PYO3.contains(entry.pinned().name()) && leading.add(id)) waiting.add(id);
    }
    while (!waiting.isEmpty()) {
      for (String dependent : dependents.getOrDefault(waiting.removeFirst(), List.of())) {
        if (leading.add(dependent)) waiting.add(dependent);
      }
    }
  }

  /**
   * An entry as it is read.
   *
   * @param dependencies as written: {@code name}, {@code name version} or {@code name version
   *     (source)}
   */
  record Entry(LockedPackage pinned, List<String> dependencies) {}

  /** The packages again, each with those of its dependencies that lead to PyO3. */
  static List<LockedPackage> towardsPyo3(List<Entry> entries) {
    LockGraph graph = new LockGraph(entries);
    return entries.stream().map(graph::narrowed).toList();
  }

  private LockedPackage narrowed(Entry entry) {
    List<String> towards =
        entry.dependencies().stream()
            .flatMap(dependency -> find(dependency).stream())
            .filter(leading::contains)
            .toList();
    LockedPackage pinned = entry.pinned();
    return new LockedPackage(pinned.name(), pinned.version(), pinned.location(), towards);
  }

  /** Cargo leaves the version out where there is but one, and the source where that is clear. */
  private Optional<String> find(String dependency) {
    String[] words = dependency.split(" ", 3);
    String key = words.length == 1 ? words[0] : words[0] + " " + words[1];
    return Optional.ofNullable(ids.get(key));
  }
}
