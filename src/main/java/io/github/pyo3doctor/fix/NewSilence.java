package io.github.pyo3doctor.fix;

import java.util.Optional;

/**
 * What a project is no longer to be told.
 *
 * @param check the id of a check
 * @param file the one file in which it is silent, relative to the project's root; everywhere when
 *     empty
 * @param reason why, in the words of the project's people; not blank
 */
public record NewSilence(String check, Optional<String> file, String reason) {
  /** Refuses what the reader of the file would pass over. */
  public NewSilence {
    if (check.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("a silence needs a check and a reason");
    }
  }
}
