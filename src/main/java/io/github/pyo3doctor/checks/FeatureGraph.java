package io.github.pyo3doctor.checks;

import static java.util.stream.Collectors.toSet;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.DependencyKind;
import io.github.pyo3doctor.snapshot.Feature;
import io.github.pyo3doctor.snapshot.Located;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which features Cargo switches on when it builds some members of a workspace with their tests, as
 * the Cargo book's chapter on features describes it. What packages outside the workspace ask of one
 * another cannot be seen.
 */
final class FeatureGraph {
  private final MemberIndex members;
  private final Set<String> selected;
  private final BuildConfiguration configuration;

  private final Map<String, Set<String>> on = new HashMap<>(); // by manifest
  private final List<Dependency> inUse = new ArrayList<>();
  private final Set<Dependency> used = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<Dependency, List<Request>> waiting = new IdentityHashMap<>();
  private final Map<String, Truth> conditions = new HashMap<>();
  private final Map<String, List<Asked>> outside = new HashMap<>();
  private final Map<String, List<Asked>> united = new HashMap<>();

  /**
   * A feature of a package outside the workspace that is on.
   *
   * @param feature the feature
   * @param dependency the entry it is asked of
   * @param because each entry that led to it, the one nearest to the selected packages first
   * @param certain whether no condition of a target table is left open
   * @param onlyForTests whether dev-dependencies led to it, so that a plain {@code cargo build}
   *     goes without
   */
  record Switched(
      String feature,
      Dependency dependency,
      List<Located<String>> because,
      boolean certain,
      boolean onlyForTests) {}

  /** Which entries led here: the last one, and those before it. Hardly any is asked for. */
  private record Path(
      Optional<Located<String>> last,
      Optional<Path> before,
      boolean certain,
      boolean onlyForTests) {
    static final Path START = new Path(Optional.empty(), Optional.empty(), true, false);

    Path with(Located<String> entry) {
      return new Path(Optional.of(entry), Optional.of(this), certain, onlyForTests);
    }

    Path through(Dependency dependency, Truth applies) {
      return new Path(
          last,
          before,
          certain && applies == Truth.TRUE,
          onlyForTests || dependency.kind() == DependencyKind.DEV);
    }

    List<Located<String>> entries() {
      Deque<Located<String>> entries = new ArrayDeque<>();
      Optional<Path> here = Optional.of(this);
      while (here.isPresent()) {
        here.get().last().ifPresent(entries::addFirst);
        here = here.get().before();
      }
      return List.copyOf(entries);
    }
  }

  /** A feature asked of a package outside the workspace. */
  private record Asked(String feature, Dependency dependency, Path path) {
    Switched switched() {
      return new Switched(feature, dependency, path.entries(), path.certain(), path.onlyForTests());
    }
  }

  /** A feature asked of a dependency that may not be in use yet. */
  private record Request(String feature, Path path) {}

  private FeatureGraph(
      MemberIndex members, Set<String> selected, BuildConfiguration configuration) {
    this.members = members;
    this.selected = selected;
    this.configuration = configuration;
  }

  /**
   * Resolves features.
   *
   * @param members all members of the workspace
   * @param selected the members to build, as with {@code -p}
   * @param defaultFeatures whether their default features are on, as they are without {@code
   *     --no-default-features}
   * @param configuration decides about target tables; those that cannot apply are left out
   */
  static FeatureGraph resolve(
      MemberIndex members,
      List<CargoPackage> selected,
      boolean defaultFeatures,
      BuildConfiguration configuration) {
    return resolve(members, selected, defaultFeatures, List.of(), configuration);
  }

  /**
   * Resolves features, some of which are asked for by name, as with {@code --features}: {@code own}
   * or {@code dependency/its-own}.
   */
  static FeatureGraph resolve(
      MemberIndex members,
      List<CargoPackage> selected,
      boolean defaultFeatures,
      List<Located<String>> named,
      BuildConfiguration configuration) {
    Set<String> manifests = selected.stream().map(CargoPackage::manifest).collect(toSet());
    FeatureGraph graph = new FeatureGraph(members, manifests, configuration);
    for (CargoPackage member : selected) {
      graph.use(member, Path.START);
      if (defaultFeatures) {
        graph.switchOn(member, "default", Path.START);
      }
      for (Located<String> feature : named) {
        graph.follow(member, feature.value(), Path.START.with(feature));
      }
    }
    return graph;
  }

  /** Whether another configuration would have resolved to the same: it decides all that came up. */
  boolean holdsFor(BuildConfiguration other) {
    return conditions.entrySet().stream()
        .allMatch(known -> CfgPredicate.evaluate(known.getKey(), other) == known.getValue());
  }

  /** The features of a member that are on; empty when it is not built. */
  Set<String> features(CargoPackage member) {
    return on.getOrDefault(member.manifest(), Set.of());
  }

  /** The entries by which a package is linked. */
  List<Dependency> dependenciesOn(String packageName) {
    return inUse.stream()
        .filter(dependency -> dependency.packageName().equals(packageName))
        .toList();
  }

  /** Whether a member is linked with a package from outside the workspace, directly or not. */
  boolean links(CargoPackage member, String packageName) {
    return links(member, packageName, new HashSet<>());
  }

  private boolean links(CargoPackage member, String packageName, Set<String> seen) {
    if (!seen.add(member.manifest())) {
      return false;
    }
    return member.dependencies().stream()
        .filter(used::contains)
        .anyMatch(
            dependency ->
                dependency.packageName().equals(packageName)
                    || members
                        .memberOf(dependency)
                        .filter(other -> links(other, packageName, seen))
                        .isPresent());
  }

  /** The features that are on of a package from outside the workspace. */
  List<Switched> switchedOn(String packageName) {
    List<Asked> found = outside.getOrDefault(packageName, List.of());
    List<Asked> more = united.getOrDefault(packageName, List.of());
    return Stream.concat(
            found.stream(), dependenciesOn(packageName).isEmpty() ? Stream.of() : more.stream())
        .map(Asked::switched)
        .toList();
  }

  private void use(CargoPackage member, Path path) {
    if (on.putIfAbsent(member.manifest(), new HashSet<>()) != null) {
      return;
    }
    for (Dependency dependency : member.dependencies()) {
      if (!dependency.optional()) {
        use(member, dependency, path);
      }
    }
  }

  private void use(CargoPackage member, Dependency dependency, Path path) {
    Truth applies = applies(member, dependency);
    if (applies == Truth.FALSE) {
      unite(dependency, path);
      return;
    }
    if (!used.add(dependency)) {
      return;
    }
    inUse.add(dependency);
    Path through = through(path, dependency, applies);
    Optional<CargoPackage> other = members.memberOf(dependency);
    if (other.isPresent()) {
      use(other.get(), through);
    }
    if (dependency.defaultFeatures()) {
      request(dependency, "default", through);
    }
    for (Located<String> feature : dependency.features()) {
      request(dependency, feature.value(), through.with(feature));
    }
    for (Request request : waiting.getOrDefault(dependency, List.of())) {
      request(dependency, request.feature(), through(request.path(), dependency, applies));
    }
  }

  /** With the first resolver its features count wherever the package is used at all. */
  private void unite(Dependency dependency, Path path) {
    boolean forTestsElsewhere = dependency.kind() == DependencyKind.DEV;
    if (members.unitesEverything()
        && !forTestsElsewhere
        && members.memberOf(dependency).isEmpty()) {
      for (Located<String> feature : dependency.features()) {
        united
            .computeIfAbsent(dependency.packageName(), _ -> new ArrayList<>())
            .add(new Asked(feature.value(), dependency, path.with(feature)));
      }
    }
  }

  private Path through(Path path, Dependency dependency, Truth applies) {
    return members.unitesEverything() ? path : path.through(dependency, applies);
  }

  private Truth applies(CargoPackage member, Dependency dependency) {
    boolean built =
        switch (dependency.kind()) {
          case NORMAL -> true;
          case DEV -> selected.contains(member.manifest());
          case BUILD -> false;
        };
    if (!built || members.runsInCompiler(dependency)) {
      return Truth.FALSE;
    }
    return dependency.condition().isEmpty() ? Truth.TRUE : decided(dependency.condition().get());
  }

  private Truth decided(String condition) {
    Truth truth = conditions.get(condition);
    if (truth == null) {
      truth = CfgPredicate.evaluate(condition, configuration);
      conditions.put(condition, truth);
    }
    return truth;
  }

  private void request(Dependency dependency, String feature, Path path) {
    Optional<CargoPackage> member = members.memberOf(dependency);
    if (member.isPresent()) {
      switchOn(member.get(), feature, path);
    } else {
      outside
          .computeIfAbsent(dependency.packageName(), _ -> new ArrayList<>())
          .add(new Asked(feature, dependency, path));
    }
  }

  private void switchOn(CargoPackage member, String name, Path path) {
    if (!on.computeIfAbsent(member.manifest(), _ -> new HashSet<>()).add(name)) {
      return;
    }
    Optional<Feature> declared = members.feature(member, name);
    if (declared.isEmpty()) {
      useNamed(member, name, path); // the feature that an optional dependency implies
      return;
    }
    for (Located<String> enabled : declared.get().enables()) {
      follow(member, enabled.value(), path.with(enabled));
    }
  }

  private void follow(CargoPackage member, String enabled, Path path) {
    int slash = enabled.indexOf('/');
    if (enabled.startsWith("dep:")) {
      useNamed(member, enabled.substring("dep:".length()), path);
    } else if (slash < 0) {
      switchOn(member, enabled, path);
    } else {
      String name = enabled.substring(0, slash);
      boolean weak = name.endsWith("?");
      String dependencyName = weak ? name.substring(0, name.length() - 1) : name;
      if (!weak) {
        useNamed(member, dependencyName, path);
      }
      requestNamed(member, dependencyName, enabled.substring(slash + 1), path);
    }
  }

  private void useNamed(CargoPackage member, String name, Path path) {
    for (Dependency dependency : members.dependencies(member, name)) {
      use(member, dependency, path);
    }
  }

  private void requestNamed(CargoPackage member, String name, String feature, Path path) {
    for (Dependency dependency : members.dependencies(member, name)) {
      if (used.contains(dependency)) {
        Path through = through(path, dependency, applies(member, dependency));
        request(dependency, feature, through);
      } else {
        waiting.computeIfAbsent(dependency, _ -> new ArrayList<>()).add(new Request(feature, path));
      }
    }
  }
}
