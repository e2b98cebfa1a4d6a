package io.github.pyo3doctor.checks;

import java.util.Locale;

/** How loud a finding is; defined by what happens, not by how sure we feel. Most severe first. */
public enum Severity {
  /** It fails now, on this code or machine, and the evidence shows why. */
  ERROR,
  /**
   * It fails as soon as an ordinary step is taken, or the advice for the locked version says to
   * change it.
   */
  WARNING,
  /** A habit worth knowing about; legitimate code does it too. */
  HINT;

  /** The word used in reports and on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this is at least as loud as {@code other}. */
  public boolean atLeast(Severity other) {
    return compareTo(other) <= 0;
  }
}
