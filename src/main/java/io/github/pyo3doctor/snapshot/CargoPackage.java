package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One Cargo package, with everything inherited from its workspace already filled in.
 *
 * @param name the package's name
 * @param manifest its {@code Cargo.toml}, relative to the project's root
 * @param location where its name is written
 * @param dependencies every dependency of every kind and target
 * @param features its {@code [features]}, without those that optional dependencies imply
 * @param targets its library, binaries, tests, benches and examples, declared and found by Cargo's
 *     folder rules
 * @param rustVersion the oldest Rust it declares to build with
 * @param buildScript its build script; only read for a package that depends on PyO3
 */
public record CargoPackage(
    String name,
    String manifest,
    Location location,
    List<Dependency> dependencies,
    List<Feature> features,
    List<CargoTarget> targets,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Optional<Located<String>> rustVersion,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Optional<BuildScript> buildScript) {
  /** The same with other targets. */
  public CargoPackage with(List<CargoTarget> otherTargets) {
    return new CargoPackage(
        name, manifest, location, dependencies, features, otherTargets, rustVersion, buildScript);
  }

  /** The folder of the manifest relative to the project's root; empty for the root itself. */
  public String folder() {
    int slash = manifest.lastIndexOf('/');
    return slash < 0 ? "" : manifest.substring(0, slash);
  }

  /** Its library target. */
  public Optional<CargoTarget> library() {
    return targets.stream().filter(target -> target.kind() == TargetKind.LIB).findFirst();
  }

  /** The feature of that name. */
  public Optional<Feature> feature(String name) {
    return features.stream().filter(feature -> feature.name().equals(name)).findFirst();
  }

  /** The dependencies on a package, whatever they are called here. */
  public Stream<Dependency> dependenciesOn(String packageName) {
    return dependencies.stream().filter(dependency -> dependency.packageName().equals(packageName));
  }
}
