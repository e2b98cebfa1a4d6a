package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.Feature;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The members of a workspace by folder, what they declare by name, and what is on when one of them
 * is built. The checks share it: they would search the same lists again and again.
 */
final class MemberIndex {
  private final Map<String, CargoPackage> byFolder = new HashMap<>();
  private final IdentityHashMap<CargoPackage, Declared> declared = new IdentityHashMap<>();
  private final IdentityHashMap<CargoPackage, List<CargoPackage>> dependents =
      new IdentityHashMap<>();

  private final Set<CargoPackage> macros = Collections.newSetFromMap(new IdentityHashMap<>());
  private final OncePer<CargoPackage, List<FeatureGraph>> alone = new OncePer<>(this::resolve);

  private final boolean firstResolver;

  private record Declared(
      Map<String, List<Dependency>> dependencies, Map<String, Feature> features) {}

  MemberIndex(Workspace workspace) {
    firstResolver = workspace.resolver().filter("1"::equals).isPresent();
    for (CargoPackage member : workspace.members()) {
      byFolder.putIfAbsent(member.folder(), member);
      declared.put(member, declared(member));
      if (member.library().filter(MemberIndex::isMacro).isPresent()) {
        macros.add(member);
      }
    }
    for (CargoPackage member : workspace.members()) {
      for (Dependency each : member.dependencies()) {
        Optional<CargoPackage> used = memberOf(each);
        if (used.isPresent() && !isSame(used.get(), member)) {
          addDependent(used.get(), member);
        }
      }
    }
  }

  private static boolean isMacro(CargoTarget library) {
    return library.crateTypes().contains("proc-macro");
  }

  private List<FeatureGraph> resolve(CargoPackage member) {
    return new CopyOnWriteArrayList<>(List.of(resolve(member, BuildConfiguration.UNIX)));
  }

  private FeatureGraph resolve(CargoPackage member, BuildConfiguration configuration) {
    return FeatureGraph.resolve(this, List.of(member), true, configuration);
  }

  /** What Cargo switches on when it builds one member by itself with its tests, on some Unix. */
  FeatureGraph alone(CargoPackage member) {
    return alone.of(member).getFirst();
  }

  /** The same under another configuration; few members are another under any. */
  FeatureGraph alone(CargoPackage member, BuildConfiguration configuration) {
    List<FeatureGraph> known = alone.of(member);
    for (FeatureGraph each : known) {
      if (each.holdsFor(configuration)) {
        return each;
      }
    }
    FeatureGraph other = resolve(member, configuration);
    known.add(other);
    return other;
  }

  /** The same with or without its default features, and with some that are asked for by name. */
  FeatureGraph alone(
      CargoPackage member,
      boolean defaultFeatures,
      List<Located<String>> named,
      BuildConfiguration configuration) {
    return defaultFeatures && named.isEmpty()
        ? alone(member, configuration)
        : FeatureGraph.resolve(this, List.of(member), defaultFeatures, named, configuration);
  }

  private static Declared declared(CargoPackage member) {
    Map<String, List<Dependency>> dependencies = new HashMap<>();
    for (Dependency each : member.dependencies()) {
      dependencies.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each);
    }
    Map<String, Feature> features = new HashMap<>();
    for (Feature each : member.features()) {
      features.putIfAbsent(each.name(), each);
    }
    return new Declared(dependencies, features);
  }

  /**
   * Whether Cargo unites a package's features over everything that asks for it: other targets,
   * tests and build scripts too, as its first feature resolver does.
   */
  boolean unitesEverything() {
    return firstResolver;
  }

  /** The member that a path dependency points at. */
  Optional<CargoPackage> memberOf(Dependency dependency) {
    return dependency.path().isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byFolder.get(dependency.path().get()));
  }

  /** Whether a dependency is a member that runs in the compiler, as its macros. */
  boolean runsInCompiler(Dependency dependency) {
    Optional<CargoPackage> member = memberOf(dependency);
    return member.isPresent() && macros.contains(member.get());
  }

  /** Members are told apart by their manifests; all that they hold need not be compared. */
  private static boolean isSame(CargoPackage one, CargoPackage other) {
    return one.manifest().equals(other.manifest());
  }

  /** Each dependent comes once: all its entries are looked at in a row. */
  private void addDependent(CargoPackage used, CargoPackage member) {
    List<CargoPackage> known = dependents.computeIfAbsent(used, _ -> new ArrayList<>());
    if (known.isEmpty() || !isSame(known.getLast(), member)) {
      known.add(member);
    }
  }

  /** The other members that name a member in any of their dependency tables, in their order. */
  List<CargoPackage> dependents(CargoPackage member) {
    return dependents.getOrDefault(member, List.of());
  }

  /** The entries of that name in a member's dependency tables. */
  List<Dependency> dependencies(CargoPackage member, String name) {
    return of(member).dependencies().getOrDefault(name, List.of());
  }

  /** The feature of that name that a member declares. */
  Optional<Feature> feature(CargoPackage member, String name) {
    return Optional.ofNullable(of(member).features().get(name));
  }

  private Declared of(CargoPackage member) {
    return declared.computeIfAbsent(member, MemberIndex::declared);
  }
}
