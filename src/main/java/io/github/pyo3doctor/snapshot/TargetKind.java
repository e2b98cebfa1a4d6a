package io.github.pyo3doctor.snapshot;

/** Cargo's kinds of target. */
public enum TargetKind {
  /** The library. */
  LIB("library"),
  /** A binary. */
  BIN("binary"),
  /** An integration test. */
  TEST("test"),
  /** A benchmark. */
  BENCH("bench"),
  /** An example. */
  EXAMPLE("example");

  private final String word;

  TargetKind(String word) {
    this.word = word;
  }

  /** What Cargo's messages call it. */
  public String word() {
    return word;
  }
}
