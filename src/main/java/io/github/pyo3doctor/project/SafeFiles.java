package io.github.pyo3doctor.project;

import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.snapshot.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the text files of a project, and follows no link that leads out of it. */
final class SafeFiles {
  /** What became of an attempt to read. */
  sealed interface Read {
    /** The whole text, a byte order mark included. */
    record Text(String text) implements Read {}

    /** Why there is no text, as one line for people. */
    record Refused(Position position, String reason) implements Read {}
  }

  private final List<Path> boundaries;
  private final Map<Path, Path> realFolders = new ConcurrentHashMap<>();

  /**
   * @param boundaries the real paths of folders; a link that leads out of all of them is not
   *     followed
   */
  SafeFiles(List<Path> boundaries) {
    this.boundaries = boundaries;
  }

  /** Reads a file of at most so many bytes. */
  Read read(Path file, int limitBytes) {
    try {
      Path real = Files.isSymbolicLink(file) ? file.toRealPath() : besideItsLikes(file);
      return boundaries.stream().anyMatch(real::startsWith)
          ? new Read.Text(TextFiles.readAsIs(real, limitBytes))
          : refused("is reached by a symbolic link that leads out of the project");
    } catch (UnreadableFileException failure) {
      return new Read.Refused(new Position(failure.line(), failure.column()), failure.reason());
    } catch (IOException failure) {
      return refused(TextFiles.reason(failure));
    }
  }

  /** What a file is like now; empty when it would not be read. */
  Optional<FileStamp> stamp(Path file) {
    try {
      BasicFileAttributes own =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Path real = own.isSymbolicLink() ? file.toRealPath() : besideItsLikes(file);
      BasicFileAttributes attributes =
          own.isSymbolicLink() ? Files.readAttributes(real, BasicFileAttributes.class) : own;
      return attributes.isRegularFile() && boundaries.stream().anyMatch(real::startsWith)
          ? Optional.of(FileStamp.of(attributes))
          : Optional.empty();
    } catch (IOException failure) {
      return Optional.empty(); // reading it will say why
    }
  }

  /**
   * Where a file that is no link lies without any link. Each folder is asked about once: most of a
   * path is that of many files.
   */
  private Path besideItsLikes(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || file.endsWith("..")) {
      return file.toRealPath();
    }
    Path known = realFolders.get(folder);
    if (known == null) {
      known = folder.toRealPath();
      realFolders.put(folder, known);
    }
    return known.resolve(file.getFileName());
  }

  private static Read.Refused refused(String reason) {
    return new Read.Refused(Position.START, reason);
  }
}
