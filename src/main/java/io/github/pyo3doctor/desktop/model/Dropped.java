package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.binary.Inspector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What was dropped on the window. */
public sealed interface Dropped {
  /** What is no text however it begins: a damaged one is told of as what it should be. */
  List<String> ENDINGS = List.of(".whl", ".so", ".pyd", ".dll", ".exe", ".dylib");

  /** A project folder, a manifest in it, or a snapshot. */
  record Project(Path path) implements Dropped {}

  /** A program, a library or a wheel. */
  record Binary(Path file) implements Dropped {}

  /** Anything else is taken for a log. */
  record Log(Path file) implements Dropped {}

  /**
   * Nothing that can be read.
   *
   * @param reason what is the case, and what to do
   */
  record Unusable(String reason) implements Dropped {}

  /** Says what the dropped files and folders are. */
  static Dropped of(List<Path> paths) {
    if (paths.size() != 1) {
      return new Unusable(
          paths.size() + " things were dropped. Drop one project folder, snapshot or log.");
    }
    Path path = paths.getFirst();
    String name = String.valueOf(path.getFileName());
    if (isBinary(path, name)) return new Binary(path);
    boolean project = Files.isDirectory(path) || name.endsWith(".toml") || name.endsWith(".json");
    return project ? new Project(path) : new Log(path);
  }

  private static boolean isBinary(Path path, String name) {
    boolean named = ENDINGS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    return Files.isRegularFile(path) && (named || Inspector.isBinary(path));
  }
}
