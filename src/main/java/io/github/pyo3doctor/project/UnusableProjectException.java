package io.github.pyo3doctor.project;

/** The folder given cannot be read as a Rust project. The message is one line for people. */
public final class UnusableProjectException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableProjectException(String message) {
    super(message);
  }
}
