package io.github.pyo3doctor.symptoms;

/** What was being done when a tool complained. */
enum Occasion {
  /** A test, benchmark, example or program is linked or started. */
  PROGRAM,
  /** The extension module itself is compiled or linked. */
  LIBRARY,
  /** Python imports the extension module. */
  IMPORT,
  /** The log does not tell. */
  UNKNOWN
}
