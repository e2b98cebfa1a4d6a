package io.github.pyo3doctor.cli;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Which of the standard streams a person sits at.
 *
 * @param in whether input is typed
 * @param out whether output is looked at
 */
public record Terminals(boolean in, boolean out) {
  /** The system property by which the launcher says so. */
  public static final String PROPERTY = "pyo3-doctor.terminals";

  /**
   * What the launcher found. Java itself only tells whether both are terminals, and one of them is
   * a pipe in {@code cargo test | pyo3-doctor explain}.
   *
   * @param told the property: {@code in}, {@code out}, both with a comma between, or nothing; empty
   *     when no launcher was there
   * @param both what Java says, asked only then
   */
  public static Terminals of(Optional<String> told, BooleanSupplier both) {
    return told.map(names -> List.of(names.split(",", -1)))
        .map(names -> new Terminals(names.contains("in"), names.contains("out")))
        .orElseGet(() -> new Terminals(both.getAsBoolean(), both.getAsBoolean()));
  }
}
