package io.github.pyo3doctor.fix;

/**
 * Nothing was changed, unless the message says what is. It is one line for people: which file, why,
 * and what to do.
 */
public final class FixRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Refused, in one line. */
  public FixRefusedException(String message) {
    super(message);
  }
}
