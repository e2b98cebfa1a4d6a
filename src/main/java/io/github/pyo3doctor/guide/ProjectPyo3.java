package io.github.pyo3doctor.guide;

import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.files.Folders;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.toml.TomlTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The PyO3 of a project, as far as its lock file, its manifests and Cargo's configuration say
 * without looking at anything else of the project.
 *
 * @param locked the version that {@code Cargo.lock} pins
 * @param vendored folders where vendored crates may lie: {@code vendor}, and those that replace a
 *     source
 * @param pathDependencies folders that manifests name as the path of {@code pyo3}
 */
record ProjectPyo3(Optional<Pyo3Release> locked, List<Path> vendored, List<Path> pathDependencies) {
  private static final String CRATE = "pyo3";
  private static final String LOCK = "Cargo.lock";
  private static final Pattern LOCKED =
      Pattern.compile("\\[\\[package]]\\s+name = \"pyo3\"\\s+version = \"([^\"]+)\"");
  private static final Pattern VENDORED = Pattern.compile("pyo3(-\\d.*)?");
  private static final List<String> DEPENDENCIES =
      List.of("dependencies", "dev-dependencies", "build-dependencies");

  /**
   * The project that a folder belongs to. Like Cargo it looks upward; a folder without a lock file
   * above it may have one in a folder just below, as a Python package with its crate in {@code
   * rust} has.
   */
  static ProjectPyo3 of(Path folder, Path cargoHome) {
    List<Path> places = new ArrayList<>();
    Path start = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(start)) start = start.resolveSibling("").normalize();
    for (Path at = start; at != null; at = at.getParent()) places.add(at);
    Optional<Path> root = places.stream().filter(at -> locks(at).isPresent()).findFirst();
    if (root.isEmpty()) {
      root = Folders.in(start).stream().filter(at -> locks(at).isPresent()).findFirst();
      root.ifPresent(places::addFirst);
    }
    Set<Path> vendored = new LinkedHashSet<>();
    Set<Path> paths = new LinkedHashSet<>();
    for (Path at : places) {
      replacements(at.resolve(".cargo"), at).forEach(each -> addCrates(each, vendored));
      boolean ofProject = root.isPresent() && at.startsWith(root.get());
      if (ofProject || at.equals(start)) {
        addCrates(at.resolve("vendor"), vendored);
        addPaths(at, paths);
      }
    }
    replacements(cargoHome, cargoHome).forEach(each -> addCrates(each, vendored));
    return new ProjectPyo3(
        root.flatMap(ProjectPyo3::locks), List.copyOf(vendored), List.copyOf(paths));
  }

  private static Optional<Pyo3Release> locks(Path folder) {
    Path lock = folder.resolve(LOCK);
    if (!Files.isRegularFile(lock)) return Optional.empty();
    try {
      Matcher locked = LOCKED.matcher(TextFiles.read(lock));
      return locked.find() ? Optional.of(new Pyo3Release(locked.group(1))) : Optional.empty();
    } catch (UnreadableFileException e) {
      return Optional.empty();
    }
  }

  private static void addCrates(Path folder, Set<Path> found) {
    for (Path crate : Folders.in(folder)) {
      if (VENDORED.matcher(crate.getFileName().toString()).matches()) found.add(crate);
    }
  }

  /** The folders that a configuration file puts in a registry's place. */
  private static List<Path> replacements(Path configuration, Path relativeTo) {
    List<Path> found = new ArrayList<>();
    for (String name : List.of("config", "config.toml")) {
      Optional<TomlTable> sources =
          Manifest.read(configuration.resolve(name)).flatMap(table -> table.table("source"));
      for (TomlTable source : sources.map(ProjectPyo3::tables).orElse(List.of())) {
        source.text("directory").ifPresent(at -> found.add(relativeTo.resolve(at)));
      }
    }
    return found;
  }

  private static void addPaths(Path folder, Set<Path> found) {
    Optional<TomlTable> manifest = Manifest.read(folder.resolve(Manifest.NAME));
    if (manifest.isEmpty()) return;
    List<TomlTable> lists = new ArrayList<>();
    addDependencies(manifest.get(), lists);
    manifest.get().table("workspace").ifPresent(table -> addDependencies(table, lists));
    for (TomlTable target : tablesUnder(manifest.get(), "target")) addDependencies(target, lists);
    lists.addAll(tablesUnder(manifest.get(), "patch"));
    for (TomlTable list : lists) {
      list.table(CRATE)
          .flatMap(dependency -> dependency.text("path"))
          .ifPresent(path -> found.add(folder.resolve(path).normalize()));
    }
  }

  private static void addDependencies(TomlTable within, List<TomlTable> lists) {
    for (String key : DEPENDENCIES) within.table(key).ifPresent(lists::add);
  }

  private static List<TomlTable> tablesUnder(TomlTable within, String key) {
    return within.table(key).map(ProjectPyo3::tables).orElse(List.of());
  }

  private static List<TomlTable> tables(TomlTable within) {
    return within.keys().stream().flatMap(key -> within.table(key).stream()).toList();
  }
}
