package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.fix.AppliedFix;
import io.github.pyo3doctor.fix.Plan;

/** How far the mending, or silencing, of findings is. */
public sealed interface FixState {
  /** Nothing was asked for. */
  record Nothing() implements FixState {}

  /** A finding is to be silenced; the reason is asked for. */
  record ReasonWanted(SilenceQuestion question) implements FixState {}

  /** A change is shown; nothing is written. */
  record Offered(Plan plan) implements FixState {}

  /** A change was written and can be taken back. */
  record Written(AppliedFix applied) implements FixState {}

  /** A change was taken back. */
  record TakenBack(AppliedFix applied) implements FixState {}

  /** Nothing was written, with the reason in one line. */
  record Refused(String reason) implements FixState {}
}
