package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.BuildScript;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.Feature;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.NotExamined;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the package of a manifest, without the sources of its targets. */
final class PackageReader {
  private static final Set<String> PYO3 = Set.of("pyo3", "pyo3-ffi");

  private final ProjectFiles files;
  private final TargetFinder targets;
  private final BuildScriptReader scripts;

  PackageReader(ProjectFiles files) {
    this.files = files;
    targets = new TargetFinder(files);
    scripts = new BuildScriptReader(files);
  }

  /** {@code [package]}, or {@code [project]} as Cargo called it first. */
  static Optional<TomlSection> table(TomlSection root) {
    return root.section("package")
        .or(() -> root.has("name") ? Optional.empty() : root.sectionIfAny("project"));
  }

  /** The package of a member; empty, and noted, when it has no name. */
  Optional<CargoPackage> read(WorkspaceReader.Member member, Optional<WorkspaceRoot> workspace) {
    TomlSection root = member.file().root();
    Optional<TomlSection> table = table(root);
    Optional<String> name = table.flatMap(found -> found.string("name"));
    if (table.isEmpty() || name.isEmpty()) {
      files.note(
          NotExamined.Kind.FILE,
          table.orElse(root).location(),
          table.isPresent()
              ? "[package] has no name"
              : "is no Cargo manifest: it has neither [package] nor [workspace]");
      return Optional.empty();
    }
    Path folder = member.manifest().resolveSibling("");
    var from = new TargetFinder.Source(folder, name.get(), root, edition(table.get(), workspace));
    return Optional.of(
        new CargoPackage(
            name.get(),
            member.file().path(),
            table.get().at("name"),
            member.dependencies(),
            features(root),
            targets.find(from),
            value("rust-version", table.get(), workspace),
            buildScript(table.get(), folder, member.dependencies())));
  }

  /** The edition of a package. */
  static String edition(TomlSection table, Optional<WorkspaceRoot> workspace) {
    return value("edition", table, workspace).map(Located::value).orElse("2015");
  }

  /** A string of {@code [package]}, where it is written, which may be the workspace's manifest. */
  private static Optional<Located<String>> value(
      String key, TomlSection table, Optional<WorkspaceRoot> workspace) {
    return table
        .plainString(key)
        .map(text -> new Located<>(text, table.at(key)))
        .or(
            () ->
                table
                    .sectionIfAny(key)
                    .filter(inherits -> inherits.flag("workspace").orElse(false))
                    .flatMap(_ -> workspace)
                    .flatMap(root -> root.inherited(key)));
  }

  private Optional<BuildScript> buildScript(
      TomlSection table, Path folder, List<Dependency> dependencies) {
    boolean usesPyo3 = dependencies.stream().anyMatch(each -> PYO3.contains(each.packageName()));
    if (!usesPyo3 || table.sectionIfAny("build").isPresent()) {
      return Optional.empty();
    }
    boolean none = table.plainString("build").isEmpty() && table.has("build");
    Path script = folder.resolve(table.plainString("build").orElse("build.rs")).normalize();
    return none || !Files.exists(script) ? Optional.empty() : scripts.read(script);
  }

  private static List<Feature> features(TomlSection root) {
    List<Feature> found = new ArrayList<>();
    Optional<TomlSection> table = root.section("features");
    if (table.isPresent()) {
      for (String name : table.get().keys()) {
        found.add(new Feature(name, table.get().strings(name), table.get().at(name)));
      }
    }
    return found;
  }
}
