package io.github.pyo3doctor.desktop.model;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** How the one box reads what was put into it. */
public sealed interface BoxInput {
  /** Nothing yet. */
  record Nothing() implements BoxInput {}

  /** Words to search for. */
  record Words(String text) implements BoxInput {}

  /** A project folder to examine. */
  record Folder(Path path) implements BoxInput {}

  /** Reads what was typed or pasted. */
  static BoxInput of(String typed) {
    if (typed.isBlank()) return new Nothing();
    return folder(typed.strip())
        .<BoxInput>map(Folder::new)
        .orElseGet(() -> new Words(typed.replaceAll("\\s+", " ").stripLeading()));
  }

  /** What the chip beside the box says. */
  default String label() {
    return switch (this) {
      case Nothing() -> "";
      case Words words -> "read as words";
      case Folder folder -> "read as a folder";
    };
  }

  /** Only what looks like a path is tried as one: a folder named like a word is still a word. */
  private static Optional<Path> folder(String text) {
    if (!text.contains("/") && !text.contains("\\")) return Optional.empty();
    try {
      String unquoted = text.replaceAll("^[\"']|[\"']$", "");
      Path path =
          unquoted.startsWith("~/")
              ? Path.of(System.getProperty("user.home"), unquoted.substring(2))
              : Path.of(unquoted);
      return Files.isDirectory(path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
