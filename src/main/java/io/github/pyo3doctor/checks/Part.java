package io.github.pyo3doctor.checks;

/** What of a snapshot an answer may hang on. */
public enum Part {
  /** The project's files. */
  PROJECT,
  /** The Pythons and tools of the machine, and the variables that are set there. */
  MACHINE,
  /** The programs and modules that were built, and what their loader makes of them. */
  BUILT
}
