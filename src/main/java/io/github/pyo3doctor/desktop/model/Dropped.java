package io.github.pyo3doctor.desktop.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What was dropped on the window. */
public sealed interface Dropped {
  /** A project folder, a manifest in it, or a snapshot. */
  record Project(Path path) implements Dropped {}

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
    boolean project = Files.isDirectory(path) || name.endsWith(".toml") || name.endsWith(".json");
    return project ? new Project(path) : new Log(path);
  }
}
