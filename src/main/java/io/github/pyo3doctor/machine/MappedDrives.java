package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Drives that are folders of another system. Names are found whatever their case, as Windows finds
 * them.
 */
final class MappedDrives implements WindowsDisk {
  private final Map<Character, Path> drives = new TreeMap<>();

  MappedDrives(Map<Character, Path> drives) {
    drives.forEach(
        (letter, folder) ->
            this.drives.put(Character.toUpperCase(letter), folder.toAbsolutePath().normalize()));
  }

  @Override
  public boolean hasDriveOf(String windowsPath) {
    return root(windowsPath).isPresent();
  }

  @Override
  public Optional<Path> find(String windowsPath) {
    Optional<Path> found = root(windowsPath).filter(Files::isDirectory);
    String names = windowsPath.length() > 3 ? windowsPath.substring(3) : "";
    for (String name : names.split("\\\\", -1)) {
      if (!name.isEmpty()) {
        found = found.flatMap(folder -> child(folder, name));
      }
    }
    return found;
  }

  @Override
  public Optional<String> windowsPath(Path path) {
    Path full = path.toAbsolutePath().normalize();
    for (Map.Entry<Character, Path> drive : drives.entrySet()) {
      if (full.startsWith(drive.getValue())) {
        String rest = drive.getValue().relativize(full).toString().replace('/', '\\');
        return Optional.of(drive.getKey() + ":\\" + rest);
      }
    }
    return Optional.empty();
  }

  private Optional<Path> root(String windowsPath) {
    return WindowsPaths.isFull(windowsPath) && windowsPath.charAt(1) == ':'
        ? Optional.ofNullable(drives.get(Character.toUpperCase(windowsPath.charAt(0))))
        : Optional.empty();
  }

  private static Optional<Path> child(Path folder, String name) {
    try {
      Path exact = folder.resolve(name);
      if (Files.exists(exact)) {
        return Optional.of(exact);
      }
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (entry.getFileName().toString().equalsIgnoreCase(name)) {
          return Optional.of(entry);
        }
      }
      return Optional.empty();
    } catch (IOException | DirectoryIteratorException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
