package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PyProject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The features of PyO3 that are on when a build tool makes a wheel of a package. */
final class WheelFeatures {
  private static final List<String> PYO3 = List.of("pyo3", "pyo3-ffi");

  private WheelFeatures() {}

  /** The {@code pyproject.toml} files whose wheel the package becomes part of. */
  static Stream<PyProject> pyprojects(Project project, CargoPackage cargo) {
    return project.pyprojects().stream()
        .filter(
            pyproject ->
                pyproject.cargoManifest().equals(Optional.of(cargo.manifest()))
                    || modules(project, pyproject, cargo).findAny().isPresent());
  }

  /** The modules that are built of a package for a {@code pyproject.toml}. */
  static Stream<ExtensionModule> modules(
      Project project, PyProject pyproject, CargoPackage cargo) {
    String folder = folder(pyproject.path());
    return project.extensionModules().stream()
        .filter(module -> module.cargoManifest().equals(cargo.manifest()))
        .filter(module -> folder(module.location().file()).equals(folder) || isNamedBy(module));
  }

  /** A name may stand in the package's own manifest, whose folder says nothing. */
  private static boolean isNamedBy(ExtensionModule module) {
    return module.location().file().equals(module.cargoManifest());
  }

  private static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }

  /** Every feature that is on, with what leads to it; tests' own are left out. */
  static List<FeatureGraph.Switched> of(
      MemberIndex members, Project project, PyProject pyproject, CargoPackage cargo) {
    List<Located<String>> named = new ArrayList<>(pyproject.maturinFeatures());
    boolean defaults = !pyproject.withoutDefaultFeatures();
    for (ExtensionModule module : modules(project, pyproject, cargo).toList()) {
      named.addAll(module.features());
      defaults &= !module.withoutDefaultFeatures();
    }
    FeatureGraph graph =
        FeatureGraph.resolve(members, List.of(cargo), defaults, named, BuildConfiguration.UNIX);
    return PYO3.stream()
        .flatMap(name -> graph.switchedOn(name).stream())
        .filter(switched -> !switched.onlyForTests())
        .toList();
  }
}
