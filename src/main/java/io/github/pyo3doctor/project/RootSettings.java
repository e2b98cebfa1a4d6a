package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Patch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the root manifest of a workspace, or of a package of its own, settles for all members. */
final class RootSettings {
  private final ProjectFiles files;
  private final WorkspaceReader.Group group;
  private final Optional<TomlSection> root;

  RootSettings(ProjectFiles files, Manifests manifests, WorkspaceReader.Group group) {
    this.files = files;
    this.group = group;
    root = manifests.load(group.root()).map(TomlFile::root);
  }

  /** The feature resolver: as written, else by the edition of the root package, else the first. */
  Optional<String> resolver() {
    Optional<TomlSection> table = root.flatMap(PackageReader::table);
    Optional<String> written =
        group
            .table()
            .flatMap(WorkspaceRoot::resolver)
            .or(() -> table.flatMap(found -> found.plainString("resolver")));
    return written.or(
        () ->
            Optional.of(
                table
                    .map(found -> PackageReader.edition(found, group.table()))
                    .map(RootSettings::resolverOf)
                    .orElse("1")));
  }

  private static String resolverOf(String edition) {
    return switch (edition) {
      case "2015", "2018" -> "1";
      case "2021" -> "2";
      default -> "3";
    };
  }

  /** The manifests of the members that are built when none are named. */
  List<String> defaultMembers(List<CargoPackage> members) {
    List<String> all = members.stream().map(CargoPackage::manifest).toList();
    Optional<List<Located<String>>> named = group.table().flatMap(WorkspaceRoot::defaultMembers);
    if (named.isEmpty()) {
      String own = files.relative(group.root());
      return group.virtual() ? all : all.stream().filter(own::equals).toList();
    }
    Set<String> found = new LinkedHashSet<>();
    for (Located<String> entry : named.get()) {
      for (Path folder : FolderPattern.expand(group.root().resolveSibling(""), entry.value())) {
        found.add(files.relative(folder.resolve(Manifests.CARGO)));
      }
    }
    return all.stream().filter(found::contains).toList();
  }

  /** The entries of {@code [patch.…]}. */
  List<Patch> patches() {
    List<Patch> found = new ArrayList<>();
    Optional<TomlSection> sources = root.flatMap(table -> table.sectionIfAny("patch"));
    for (String source : sources.map(TomlSection::keys).orElse(Set.of())) {
      Optional<TomlSection> entries = sources.flatMap(table -> table.sectionIfAny(source));
      for (String name : entries.map(TomlSection::keys).orElse(Set.of())) {
        TomlSection table = entries.orElseThrow();
        String packageName =
            table.sectionIfAny(name).flatMap(entry -> entry.plainString("package")).orElse(name);
        found.add(new Patch(source, packageName, table.at(name)));
      }
    }
    return List.copyOf(found);
  }
}
