package io.github.pyo3doctor.checks;

import java.util.List;

/** How a check ended. */
public sealed interface Outcome {
  /** The problem is there. */
  record Found(List<Finding> findings) implements Outcome {}

  /** Looked, and it is not there. */
  record Passed() implements Outcome {}

  /** The question does not arise here. */
  record NotApplicable(String reason) implements Outcome {}

  /** Something that was needed could not be had. */
  record Unknown(String reason) implements Outcome {}

  /** {@link Found} when there is something to say, {@link Passed} otherwise. */
  static Outcome of(List<Finding> findings) {
    return findings.isEmpty() ? new Passed() : new Found(List.copyOf(findings));
  }
}
