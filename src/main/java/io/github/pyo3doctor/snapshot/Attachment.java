package io.github.pyo3doctor.snapshot;

/** Whether the thread that runs a piece of code is attached to the Python interpreter. */
public enum Attachment {
  /** It must be: the code is handed {@code py}, Python calls it, or it stands in {@code attach}. */
  ATTACHED,
  /** It is not: the code stands in {@code detach}, in another thread's work or in a future. */
  DETACHED,
  /** The code does not say. */
  UNKNOWN
}
