package io.github.pyo3doctor.doctor;

/** The kinds of work of an examination, in their order. */
public enum Work {
  /** A project's files are read. */
  PROJECT,
  /** Pythons and tools are asked, and what was built is looked at. */
  MACHINE,
  /** Questions are asked of what was seen. */
  CHECKS
}
