package io.github.pyo3doctor.symptoms;

import java.util.Locale;

/** What is read out of a log besides the trouble. */
public enum FactKind {
  /** The PyO3 that was built. */
  PYO3("PyO3", 2000),
  /** The Python it was built for, or the one that ran. */
  PYTHON("Python", 500),
  /** How far this PyO3 goes. */
  SUPPORTED("supported", 20),
  /** The package being compiled. */
  CRATE("crate", 2000),
  /** The Python package that pip builds. */
  PACKAGE("Python package", 2000),
  /** The extension module. */
  MODULE("module", 6),
  /** A function or object of Python's. */
  SYMBOL("symbol", 1),
  /** Python's library. */
  LIBRARY("library", 10),
  /** What rustc compiles for. */
  TARGET("target", 500),
  /** Where in the sources. */
  FILE("file", 6),
  /** The compiler. */
  RUSTC("rustc", 500);

  private final String title;
  private final int reach;

  FactKind(String title, int reach) {
    this.title = title;
    this.reach = reach;
  }

  /** The key in JSON and in {@code next-steps.toml}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** How many lines away from a trouble it still belongs to it. */
  int reach() {
    return reach;
  }
}
