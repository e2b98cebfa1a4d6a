package io.github.pyo3doctor.fix;

import java.util.Optional;

/**
 * A file of a project before and after.
 *
 * @param file relative to the project's root, as findings name it
 * @param before its whole text, a byte order mark and its own line ends included; empty when there
 *     is no such file yet
 * @param after the same as it shall be; empty when the file shall go
 */
public record FileChange(String file, Optional<String> before, Optional<String> after) {
  /** A file that stays and gets another text. */
  static FileChange edited(String file, String before, String after) {
    return new FileChange(file, Optional.of(before), Optional.of(after));
  }

  /** The way back. */
  FileChange reversed() {
    return new FileChange(file, after, before);
  }
}
