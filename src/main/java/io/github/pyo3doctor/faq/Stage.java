package io.github.pyo3doctor.faq;

import java.util.Arrays;
import java.util.Optional;

/** When a trouble shows itself; the library is sorted by it. */
public enum Stage {
  /** Interpreters, toolchains and environments. */
  SETTING_UP("Setting up"),
  /** The compiler. */
  BUILDING("Building"),
  /** The linker. */
  LINKING("Linking"),
  /** The loader and {@code import}. */
  LOADING("Loading"),
  /** Hangs, crashes and signals. */
  RUNNING("Running"),
  /** Ownership and threads. */
  DATA_AND_THREADS("Data and threads");

  private final String title;

  Stage(String title) {
    this.title = title;
  }

  /** The words shown. */
  public String title() {
    return title;
  }

  /** The stage with that title. */
  static Optional<Stage> titled(String title) {
    return Arrays.stream(values()).filter(stage -> stage.title.equals(title)).findFirst();
  }
}
