package io.github.pyo3doctor.snapshot;

/**
 * A place in a file of the project.
 *
 * @param file relative to the project's root, with {@code /} between the names
 * @param line counted from 1
 * @param column counted from 1
 */
public record Location(String file, int line, int column) {
  /** The place {@code position} in {@code file}. */
  public static Location in(String file, Position position) {
    return new Location(file, position.line(), position.column());
  }

  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
