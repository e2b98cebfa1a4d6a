package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.LockedPackage;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a lock file leads from a member of its workspace to a package.
 *
 * @param member where it begins
 * @param packages the packages on the way as {@code name version}, the member first
 */
record LockedPath(CargoPackage member, List<String> packages) {
  /** The shortest one; empty when no member needs the package any more. */
  static Optional<LockedPath> to(LockedPackage target, Workspace workspace) {
    Map<String, LockedPackage> byId = new HashMap<>();
    workspace.locked().forEach(entry -> byId.putIfAbsent(entry.id(), entry));
    Map<String, String> cameFrom = new HashMap<>();
    Map<String, CargoPackage> starts = new HashMap<>();
    Deque<String> waiting = new ArrayDeque<>();
    for (CargoPackage member : workspace.members()) {
      for (LockedPackage entry : workspace.locked(member.name())) {
        if (starts.putIfAbsent(entry.id(), member) == null) waiting.add(entry.id());
      }
    }
    while (!waiting.isEmpty()) {
      String id = waiting.removeFirst();
      if (id.equals(target.id())) return Optional.of(back(id, cameFrom, starts));
      for (String next : byId.containsKey(id) ? byId.get(id).towardsPyo3() : List.<String>of()) {
        if (!starts.containsKey(next) && cameFrom.putIfAbsent(next, id) == null) waiting.add(next);
      }
    }
    return Optional.empty();
  }

  private static LockedPath back(
      String end, Map<String, String> cameFrom, Map<String, CargoPackage> starts) {
    List<String> packages = new ArrayList<>(List.of(end));
    while (cameFrom.containsKey(packages.getLast())) {
      packages.add(cameFrom.get(packages.getLast()));
    }
    Collections.reverse(packages);
    return new LockedPath(starts.get(packages.getFirst()), List.copyOf(packages));
  }

  /** The member's entry with which it begins. */
  Optional<Dependency> dependency() {
    String first = packages.get(Math.min(1, packages.size() - 1));
    return member.dependenciesOn(first.substring(0, first.indexOf(' '))).findFirst();
  }

  String evidence() {
    return "Cargo.lock: " + String.join(" → ", packages);
  }
}
