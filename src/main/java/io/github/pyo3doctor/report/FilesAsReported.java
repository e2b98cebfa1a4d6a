package io.github.pyo3doctor.report;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Names the files of a project as the reader of a report finds them. A snapshot names them relative
 * to the project's folder; whoever ran the program two folders further up, as a build service does
 * for a project within a repository, looks for them from there.
 *
 * @param prefix the project's folder as seen from where the report is read; empty when that is the
 *     same
 */
public record FilesAsReported(Path prefix) {
  /** Relative to the project's own folder. */
  public static FilesAsReported inProject() {
    return new FilesAsReported(Path.of(""));
  }

  /**
   * Relative to a folder above the project; as in the project where that lies elsewhere, perhaps on
   * another machine.
   */
  public static FilesAsReported from(Path above, String project) {
    try {
      Path root = Path.of(project).normalize();
      Path from = above.toAbsolutePath().normalize();
      return root.startsWith(from) ? new FilesAsReported(from.relativize(root)) : inProject();
    } catch (InvalidPathException e) {
      return inProject();
    }
  }

  /** The name of a file, with {@code /} between its parts. */
  String name(String file) {
    return prefix.resolve(file).normalize().toString().replace('\\', '/');
  }
}
