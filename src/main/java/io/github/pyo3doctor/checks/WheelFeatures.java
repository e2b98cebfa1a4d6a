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
    List<ExtensionModule> ofCargo = modules(project, cargo).toList();
    return project.pyprojects().stream()
        .filter(
            pyproject ->
                isOf(project, pyproject, cargo)
                    || ofCargo.stream().anyMatch(module -> isBeside(pyproject, module)));
  }

  /** The modules that are built of a package for a {@code pyproject.toml}. */
  static Stream<ExtensionModule> modules(Project project, PyProject pyproject, CargoPackage cargo) {
    return modules(project, cargo)
        .filter(module -> isOf(project, pyproject, cargo) || isBeside(pyproject, module));
  }

  private static Stream<ExtensionModule> modules(Project project, CargoPackage cargo) {
    return project.extensionModules().stream()
        .filter(module -> module.cargoManifest().equals(cargo.manifest()));
  }

  /** Whether it is asked for in the same folder, perhaps by a {@code setup.py}. */
  private static boolean isBeside(PyProject pyproject, ExtensionModule module) {
    return folder(module.location().file()).equals(folder(pyproject.path()));
  }

  private static boolean isOf(Project project, PyProject pyproject, CargoPackage cargo) {
    Optional<String> manifest = pyproject.cargoManifest();
    return manifest.equals(Optional.of(cargo.manifest()))
        || (manifest.isPresent()
            && MaturinUse.builds(pyproject)
            && isOnlyModule(project, manifest.get(), cargo));
  }

  /**
   * Whether {@code pyproject.toml} lies beside a virtual manifest, and the package is the only one
   * of that workspace that a wheel can be made of. maturin is told a member's manifest then, and
   * takes the next {@code pyproject.toml} above it. Source: {@code resolve_manifest_paths} in
   * maturin's {@code src/project_layout.rs}.
   */
  private static boolean isOnlyModule(Project project, String manifest, CargoPackage cargo) {
    String root = folder(manifest);
    boolean nearer =
        project.pyprojects().stream()
            .map(each -> folder(each.path()))
            .anyMatch(
                each ->
                    each.length() > root.length() && (cargo.folder() + "/").startsWith(each + "/"));
    return !nearer
        && project.workspaces().stream()
            .filter(workspace -> workspace.manifest().equals(manifest))
            .filter(
                workspace ->
                    workspace.members().stream()
                        .noneMatch(member -> member.manifest().equals(manifest)))
            .map(workspace -> workspace.members().stream().filter(WheelFeatures::isModule).toList())
            .anyMatch(
                modules ->
                    modules.size() == 1 && modules.getFirst().manifest().equals(cargo.manifest()));
  }

  private static boolean isModule(CargoPackage cargo) {
    return cargo.library().filter(each -> each.crateTypes().contains("cdylib")).isPresent()
        && PYO3.stream().flatMap(cargo::dependenciesOn).findAny().isPresent();
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
    FeatureGraph graph = members.alone(cargo, defaults, named, BuildConfiguration.UNIX);
    return PYO3.stream()
        .flatMap(name -> graph.switchedOn(name).stream())
        .filter(switched -> !switched.onlyForTests())
        .toList();
  }
}
