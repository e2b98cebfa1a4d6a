package io.github.pyo3doctor.snapshot;

/**
 * A place in a text.
 *
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 units as editors count
 */
public record Position(int line, int column) {
  /** The first character of a file, for statements about a file as a whole. */
  public static final Position START = new Position(1, 1);
}
