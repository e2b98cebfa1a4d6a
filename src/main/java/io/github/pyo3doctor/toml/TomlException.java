package io.github.pyo3doctor.toml;

/** A text is no TOML. The message is one line: where, and why. */
public final class TomlException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int line;
  private final int column;

  /**
   * @param reason one line
   */
  TomlException(TomlPosition at, String reason) {
    super(at + ": " + reason);
    this.reason = reason;
    line = at.line();
    column = at.column();
  }

  /** Why, without the place. */
  public String reason() {
    return reason;
  }

  /** The first place that is wrong. */
  public TomlPosition at() {
    return new TomlPosition(line, column);
  }
}
