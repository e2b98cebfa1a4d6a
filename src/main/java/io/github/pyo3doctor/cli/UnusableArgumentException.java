package io.github.pyo3doctor.cli;

/** Arguments that parse and still make no sense. The message is one line for people. */
final class UnusableArgumentException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableArgumentException(String message) {
    super(message);
  }
}
