package io.github.pyo3doctor.files;

import java.nio.file.Path;

/**
 * A file could not be used as text. The message is one line: the file, where in it if known, and
 * why.
 */
public final class UnreadableFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int line;
  private final int column;

  /** The file as a whole cannot be used. */
  public UnreadableFileException(Path file, String reason) {
    super(file + ": " + reason);
    this.reason = reason;
    this.line = 1;
    this.column = 1;
  }

  /** Reading stopped at a place, line and column counted from 1. */
  public UnreadableFileException(Path file, int line, int column, String reason) {
    super(file + ":" + line + ":" + column + ": " + reason);
    this.reason = reason;
    this.line = line;
    this.column = column;
  }

  /** Why, without the file's name. */
  public String reason() {
    return reason;
  }

  /** The line that could not be read, counted from 1; 1 when the file as a whole is meant. */
  public int line() {
    return line;
  }

  /** The column in that line, counted from 1. */
  public int column() {
    return column;
  }
}
