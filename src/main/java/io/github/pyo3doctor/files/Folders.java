package io.github.pyo3doctor.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Lists folders that may not be there, or may not be listed: either way nothing is in them. */
public final class Folders {
  private Folders() {}

  /** What lies in a folder, sorted. */
  public static List<Path> in(Path folder) {
    return in(folder, entry -> true);
  }

  /** What lies in a folder and is wanted, sorted. */
  public static List<Path> in(Path folder, Predicate<Path> wanted) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, wanted::test)) {
      entries.forEach(found::add);
    } catch (IOException | SecurityException | DirectoryIteratorException e) {
      return List.of();
    }
    found.sort(null);
    return List.copyOf(found);
  }
}
