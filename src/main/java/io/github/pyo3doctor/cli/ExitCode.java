package io.github.pyo3doctor.cli;

/** What the process ends with; the contract of the command line. */
final class ExitCode {
  /** Nothing wrong found; for searches: something matched. */
  static final int CLEAN = 0;

  /** Problems found at or above {@code --fail-on}; for searches: nothing matched. */
  static final int FOUND = 1;

  /** Input or arguments that cannot be used. */
  static final int UNUSABLE = 2;

  /** With {@code --strict}: a check could not tell. */
  static final int UNKNOWN = 3;

  private ExitCode() {}
}
