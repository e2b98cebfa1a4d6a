package io.github.pyo3doctor.fix;

import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * A file inside a project, to be read and replaced.
 *
 * @param name relative to the project's root
 * @param path the file itself, links followed
 */
record ProjectFile(String name, Path path) {
  /**
   * The file of that name; it may lie above the root, where the workspace of a member does.
   *
   * @throws FixRefusedException when there is none, or a link leads out of the project
   */
  static ProjectFile in(Path root, String name) throws FixRefusedException {
    try {
      Path project = root.toRealPath();
      Path path = project.resolve(name).toRealPath();
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

  /** Its whole text as it is now. */
  String read() throws FixRefusedException {
    try {
      return TextFiles.readAsIs(path, TextFiles.LIMIT_BYTES);
    } catch (UnreadableFileException e) {
      throw new FixRefusedException(name + ": " + e.reason());
    }
  }

  /** Puts another text in its place at once: nobody ever sees half of it. */
  void replace(String text) throws FixRefusedException {
    try {
      Path beside = Files.createTempFile(path.getParent(), ".pyo3-doctor-", ".new");
      try {
        Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
        keepPermissions(beside);
        Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new FixRefusedException(name + ": cannot be written: " + e.getMessage());
    }
  }

  private void keepPermissions(Path beside) throws IOException {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) return;
    PosixFileAttributeView view = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
    view.setPermissions(Files.getPosixFilePermissions(path));
  }
}
