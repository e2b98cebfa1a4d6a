package io.github.pyo3doctor.fix;

/**
 * A file of a project before and after.
 *
 * @param file relative to the project's root, as findings name it
 * @param before its whole text, a byte order mark and its own line ends included
 * @param after the same as it shall be
 */
public record FileChange(String file, String before, String after) {
  /** The way back. */
  FileChange reversed() {
    return new FileChange(file, after, before);
  }
}
