package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Feature;
import io.github.pyo3doctor.snapshot.NotExamined;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the package of a manifest, without its sources. */
final class PackageReader {
  private final ProjectFiles files;
  private final TargetFinder targets;

  PackageReader(ProjectFiles files) {
    this.files = files;
    targets = new TargetFinder(files);
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
            targets.find(from)));
  }

  private static String edition(TomlSection table, Optional<WorkspaceRoot> workspace) {
    return table
        .plainString("edition")
        .or(
            () ->
                table
                    .sectionIfAny("edition")
                    .filter(inherits -> inherits.flag("workspace").orElse(false))
                    .flatMap(_ -> workspace)
                    .flatMap(root -> root.inherited("edition")))
        .orElse("2015");
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
