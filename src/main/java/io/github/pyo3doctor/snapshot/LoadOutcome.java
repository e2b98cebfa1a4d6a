package io.github.pyo3doctor.snapshot;

import java.util.Locale;

/** What a loader does with a file in the end. */
public enum LoadOutcome {
  /** The file and all it needs are found and fit. */
  LOADS,
  /** Something it needs is nowhere in the places the loader looks. */
  NOT_FOUND,
  /** The file, or the first thing found for a need, is for another processor. */
  WRONG_ARCHITECTURE,
  /** Something it needs is found and lacks a symbol that must be there. */
  MISSING_SYMBOL,
  /** A place that may decide could not be looked at. */
  UNKNOWN;

  /** As the command line's JSON writes it: {@code not-found}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
