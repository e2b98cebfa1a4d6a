package io.github.pyo3doctor.snapshot;

import java.util.Optional;

/**
 * What a project's own {@code .pyo3-doctor.toml} asks not to be told again.
 *
 * @param check the id of a check
 * @param file the one file in which it is silent, relative to the project's root; everywhere when
 *     empty
 * @param reason why, in the words of the project's people
 * @param location where that is written
 */
public record Silence(String check, Optional<String> file, String reason, Location location) {
  /** The file in the project's folder. */
  public static final String FILE = ".pyo3-doctor.toml";

  /** The name of the tables in it, one for each silence. */
  public static final String TABLE = "silence";
}
