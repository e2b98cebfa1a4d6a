package io.github.pyo3doctor.cli;

/** Arguments that do not parse. The message is one line for people. */
final class MisusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String command;

  /**
   * @param command whose help tells what is right, such as {@code pyo3-doctor check}
   */
  MisusedException(String command, String message) {
    super(message);
    this.command = command;
  }

  String command() {
    return command;
  }
}
