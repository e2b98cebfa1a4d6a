package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A manifest with a {@code [workspace]} table. */
final class WorkspaceRoot {
  private final Path manifest;
  private final TomlSection workspace;
  private final List<Located<String>> members;
  private final List<Path> excluded;

  private WorkspaceRoot(Path manifest, TomlSection workspace) {
    this.manifest = manifest;
    this.workspace = workspace;
    members = workspace.strings("members");
    excluded =
        workspace.strings("exclude").stream().map(each -> folder().resolve(each.value())).toList();
  }

  static Optional<WorkspaceRoot> of(Path manifest, TomlFile file) {
    return file.root().section("workspace").map(table -> new WorkspaceRoot(manifest, table));
  }

  Path manifest() {
    return manifest;
  }

  Path folder() {
    return manifest.resolveSibling("");
  }

  /** The entries of {@code members}, each a folder or a pattern of folders. */
  List<Located<String>> members() {
    return members;
  }

  /**
   * Cargo's rule: under an excluded folder, and not under a folder that {@code members} spells out.
   */
  boolean excludes(Path path) {
    boolean spelledOut =
        members.stream().anyMatch(each -> path.startsWith(folder().resolve(each.value())));
    return !spelledOut && excluded.stream().anyMatch(path::startsWith);
  }

  /** An entry of {@code [workspace.package]}. */
  Optional<Located<String>> inherited(String key) {
    return workspace
        .section("package")
        .flatMap(table -> table.string(key).map(text -> new Located<>(text, table.at(key))));
  }

  /**
   * The entries of {@code default-members}, each a folder or a pattern of folders; empty when there
   * are none.
   */
  Optional<List<Located<String>>> defaultMembers() {
    return workspace.has("default-members")
        ? Optional.of(workspace.strings("default-members"))
        : Optional.empty();
  }

  /** The version of the feature resolver it asks for. */
  Optional<String> resolver() {
    return workspace.plainString("resolver");
  }

  /** {@code [workspace.dependencies]}. */
  Optional<TomlSection> dependencies() {
    return workspace.section("dependencies");
  }

  /** Where an entry of {@code members} or the table itself is written. */
  Location location() {
    return workspace.location();
  }
}
