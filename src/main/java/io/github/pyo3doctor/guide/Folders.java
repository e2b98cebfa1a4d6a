package io.github.pyo3doctor.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists folders that may not be there. */
final class Folders {
  private Folders() {}

  /** What lies in a folder, sorted; nothing when it is no folder or may not be listed. */
  static List<Path> in(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException | SecurityException e) {
      return List.of();
    }
  }
}
