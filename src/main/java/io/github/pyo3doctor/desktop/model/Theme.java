package io.github.pyo3doctor.desktop.model;

/** Which colours the window wears. */
public enum Theme {
  /** What the system prefers. */
  SYSTEM,
  /** Dark on light. */
  LIGHT,
  /** Light on dark. */
  DARK;

  /** The theme that the button changes to when the window now looks light or dark. */
  public static Theme opposite(boolean dark) {
    return dark ? LIGHT : DARK;
  }
}
