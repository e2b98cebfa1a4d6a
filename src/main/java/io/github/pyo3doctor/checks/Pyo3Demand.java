package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one entry of a manifest says about the PyO3 that it will take.
 *
 * @param member who says it
 * @param dependency the entry
 * @param range the versions of PyO3 it admits
 * @param git the repository it takes PyO3 from; empty for the registry
 * @param direct whether it names PyO3 itself, and not a crate that is made for one PyO3
 */
record Pyo3Demand(
    CargoPackage member,
    Dependency dependency,
    VersionRange range,
    Optional<String> git,
    boolean direct) {
  private static final List<String> PYO3 = List.of("pyo3", "pyo3-ffi");

  /**
   * Every demand of a workspace that the manifests alone tell. Cargo settles optional, test, build
   * and other platforms' dependencies together with the rest, so their kind makes no difference.
   *
   * @param followers crates whose minor version is that of their PyO3, with the first such version
   */
  static List<Pyo3Demand> of(Workspace workspace, Map<String, Version> followers) {
    List<Pyo3Demand> demands = new ArrayList<>();
    for (CargoPackage member : workspace.members()) {
      for (Dependency dependency : member.dependencies()) {
        if (dependency.path().isEmpty()) {
          of(member, dependency, followers).ifPresent(demands::add);
        }
      }
    }
    return demands;
  }

  private static Optional<Pyo3Demand> of(
      CargoPackage member, Dependency dependency, Map<String, Version> followers) {
    Optional<VersionRange> range = dependency.requirement().flatMap(VersionRange::ofCargo);
    if (PYO3.contains(dependency.packageName())) {
      VersionRange any = VersionRange.ofCargo("*").orElseThrow();
      return range
          .or(() -> dependency.git().map(_ -> any))
          .map(found -> new Pyo3Demand(member, dependency, found, dependency.git(), true));
    }
    Version since = followers.get(dependency.packageName());
    return since == null || dependency.git().isPresent()
        ? Optional.empty()
        : range
            .filter(found -> found.atLeast(since) == Truth.TRUE)
            .map(VersionRange::wholeSeries)
            .map(found -> new Pyo3Demand(member, dependency, found, Optional.empty(), false));
  }

  /** Whether no PyO3 serves both. */
  boolean excludes(Pyo3Demand other) {
    return !git.equals(other.git) || !range.overlaps(other.range);
  }

  /** {@code Cargo.toml:9: `numpy` = "0.27" is for PyO3 0.27}. */
  String evidence() {
    String asked =
        dependency
            .requirement()
            .map(text -> "\"" + text + "\"")
            .or(() -> git.map(url -> "git " + url))
            .orElse("*");
    return "%s:%d: `%s` asks for %s %s%s"
        .formatted(
            dependency.location().file(),
            dependency.location().line(),
            member.name(),
            dependency.packageName(),
            asked,
            direct ? "" : ", which is for PyO3 " + range.from().series());
  }
}
