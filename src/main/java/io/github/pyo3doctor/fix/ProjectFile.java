package io.github.pyo3doctor.fix;

import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A file inside a project, to be read and replaced.
 *
 * @param name relative to the project's root
 * @param path the file itself, links followed
 */
record ProjectFile(String name, Path path) {
  private static final Set<PosixFilePermission> TO_RUN =
      Set.of(
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_EXECUTE);

  /**
   * The file of that name; it may lie above the root, where the workspace of a member does, and
   * need not be there yet.
   *
   * @throws FixRefusedException when there is no such folder, or a link leads out of the project
   */
  static ProjectFile in(Path root, String name) throws FixRefusedException {
    try {
      Path project = root.toRealPath();
      Path path = followed(project.resolve(name));
      boolean linked = !path.equals(project.resolve(name).normalize());
      if (linked && !path.startsWith(project)) {
        throw new FixRefusedException(name + ": a link leads out of the project; edit it by hand");
      }
      return new ProjectFile(name, path);
    } catch (IOException e) {
      throw new FixRefusedException(name + ": " + TextFiles.reason(e));
    } catch (InvalidPathException e) {
      throw new FixRefusedException(name + ": is no file name here");
    }
  }

  private static Path followed(Path named) throws IOException {
    return Files.notExists(named, LinkOption.NOFOLLOW_LINKS)
        ? named.resolveSibling("").toRealPath().resolve(named.getFileName())
        : named.toRealPath();
  }

  /** Its whole text as it is now; empty when there is no such file. */
  Optional<String> readIfThere() throws FixRefusedException {
    return Files.notExists(path) ? Optional.empty() : Optional.of(read());
  }

  /** Its whole text as it is now. */
  String read() throws FixRefusedException {
    try {
      return TextFiles.readAsIs(path, TextFiles.LIMIT_BYTES);
    } catch (UnreadableFileException e) {
      throw new FixRefusedException(name + ": " + e.reason());
    }
  }

  /** Puts another text in its place at once: nobody ever sees half of it. Without one, it goes. */
  void put(Optional<String> text) throws FixRefusedException {
    try {
      if (text.isPresent()) replace(text.get());
      else Files.delete(path);
    } catch (IOException e) {
      throw new FixRefusedException(name + ": cannot be written: " + e.getMessage());
    }
  }

  private void replace(String text) throws IOException {
    Path beside = Files.createTempFile(path.getParent(), ".pyo3-doctor-", ".new");
    try {
      Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
      setPermissions(beside);
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** A file keeps its own; a new one gets those of its folder, without the right to run it. */
  private void setPermissions(Path beside) throws IOException {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) return;
    boolean there = Files.exists(path);
    Set<PosixFilePermission> permissions =
        EnumSet.copyOf(Files.getPosixFilePermissions(there ? path : path.getParent()));
    if (!there) permissions.removeAll(TO_RUN);
    Files.getFileAttributeView(beside, PosixFileAttributeView.class).setPermissions(permissions);
  }
}
