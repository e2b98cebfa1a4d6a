package io.github.pyo3doctor.guide;

/**
 * There is no such guide on this machine. The message is one line: what was looked for, and what
 * helps.
 */
public final class GuideNotFoundException extends Exception {
  private static final long serialVersionUID = 1L;

  GuideNotFoundException(String message) {
    super(message);
  }
}
