package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.DependencyKind;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.NotExamined;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the dependency tables of a manifest, with what they inherit from the workspace. */
final class DependencyReader {
  private static final Set<String> PYO3 = Set.of("pyo3", "pyo3-ffi");

  private final ProjectFiles files;

  DependencyReader(ProjectFiles files) {
    this.files = files;
  }

  /** Every dependency of every table of a package. */
  List<Dependency> read(Path manifest, TomlFile file, Optional<WorkspaceRoot> workspace) {
    List<Dependency> found = new ArrayList<>();
    List<Located<String>> orphaned = new ArrayList<>();
    TomlSection root = file.root();
    readTables(root, Optional.empty(), manifest, workspace, found, orphaned);
    Optional<TomlSection> targets = root.section("target");
    if (targets.isPresent()) {
      for (String condition : targets.get().keys()) {
        Optional<TomlSection> tables = targets.get().section(condition);
        if (tables.isPresent()) {
          readTables(tables.get(), Optional.of(condition), manifest, workspace, found, orphaned);
        }
      }
    }
    if (!orphaned.isEmpty()) {
      note(orphaned, found);
    }
    return found;
  }

  /**
   * What a package inherits from nowhere. Cargo builds none of it, so a question stays open only
   * when the package names PyO3.
   */
  private void note(List<Located<String>> orphaned, List<Dependency> all) {
    boolean matters = all.stream().anyMatch(each -> PYO3.contains(each.packageName()));
    Located<String> first = orphaned.getFirst();
    int more = orphaned.size() - 1;
    files.note(
        matters ? NotExamined.Kind.VALUE : NotExamined.Kind.NOTHING,
        first.location(),
        "inherits `%s`%s, but belongs to no workspace that could be read"
            .formatted(first.value(), more > 0 ? " and " + more + " more" : ""));
  }

  private void readTables(
      TomlSection parent,
      Optional<String> condition,
      Path manifest,
      Optional<WorkspaceRoot> workspace,
      List<Dependency> found,
      List<Located<String>> orphaned) {
    for (DependencyKind kind : DependencyKind.values()) {
      Optional<TomlSection> table = parent.section(parent.spelling(tableName(kind)));
      if (table.isPresent()) {
        for (String name : table.get().keys()) {
          Entry own = entry(table.get(), name, manifest);
          Optional<Entry> inherited = Optional.empty();
          if (own.inherits() && workspace.isEmpty()) {
            orphaned.add(new Located<>(name, own.parent().at(name)));
          } else if (own.inherits()) {
            inherited = inherited(name, own, workspace.get());
          }
          found.add(dependency(name, kind, condition, own, inherited));
        }
      }
    }
  }

  private static String tableName(DependencyKind kind) {
    return switch (kind) {
      case NORMAL -> "dependencies";
      case DEV -> "dev-dependencies";
      case BUILD -> "build-dependencies";
    };
  }

  /**
   * One entry as written: {@code name = "1"} or a table; {@code base} is where its {@code path}
   * starts.
   */
  private record Entry(
      Optional<String> version,
      Optional<TomlSection> table,
      TomlSection parent,
      String name,
      Path base) {
    boolean inherits() {
      return flag("workspace").orElse(false);
    }

    Optional<String> string(String key) {
      return table.flatMap(found -> found.string(key));
    }

    Optional<Boolean> flag(String key) {
      return table.flatMap(found -> found.flag(found.spelling(key)));
    }

    List<Located<String>> features() {
      return table.map(found -> found.strings("features")).orElse(List.of());
    }
  }

  private static Entry entry(TomlSection table, String name, Path manifest) {
    Optional<String> version = table.plainString(name);
    Optional<TomlSection> section = version.isPresent() ? Optional.empty() : table.section(name);
    if (section.isPresent()) {
      version = section.get().string("version");
    }
    return new Entry(version, section, table, name, manifest.resolveSibling(""));
  }

  private Optional<Entry> inherited(String name, Entry own, WorkspaceRoot workspace) {
    Optional<TomlSection> table = workspace.dependencies();
    if (table.isEmpty() || !table.get().has(name)) {
      String reason = "inherits `" + name + "`, but [workspace.dependencies] has no such entry";
      files.note(NotExamined.Kind.VALUE, own.parent().at(name), reason);
      return Optional.empty();
    }
    return Optional.of(entry(table.get(), name, workspace.manifest()));
  }

  /**
   * Cargo's rules: features add up, {@code optional} is the member's own, the rest is the
   * workspace's.
   */
  private Dependency dependency(
      String name,
      DependencyKind kind,
      Optional<String> condition,
      Entry own,
      Optional<Entry> inherited) {
    Entry source = inherited.orElse(own);
    List<Located<String>> features = new ArrayList<>(source.features());
    if (inherited.isPresent()) {
      features.addAll(own.features());
    }
    return new Dependency(
        name,
        source.string("package").orElse(name),
        kind,
        condition,
        source.version(),
        source.string("path").map(path -> files.relative(source.base().resolve(path).normalize())),
        source.string("git"),
        List.copyOf(features),
        own.flag("optional").orElse(false),
        defaultFeatures(own, inherited),
        own.parent().at(name));
  }

  /**
   * A member can switch the default features on that its workspace switched off, not the other way
   * round.
   */
  private static boolean defaultFeatures(Entry own, Optional<Entry> inherited) {
    boolean mine = own.flag("default-features").orElse(inherited.isEmpty());
    return inherited.map(entry -> mine || entry.flag("default-features").orElse(true)).orElse(mine);
  }
}
