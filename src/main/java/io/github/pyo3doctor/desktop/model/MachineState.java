package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.report.MachineReport;

/** How far the look at this machine is. */
public sealed interface MachineState {
  /** It was not looked at yet. */
  record Nothing() implements MachineState {}

  /**
   * Work is going on.
   *
   * @param lookingAt what is being looked at
   */
  record Running(String lookingAt) implements MachineState {}

  /**
   * It was looked at.
   *
   * @param scope a sentence: for whose builds
   */
  record Done(MachineReport report, String scope) implements MachineState {}

  /** The user stopped it. */
  record Cancelled() implements MachineState {}

  /**
   * It could not be looked at.
   *
   * @param reason one line for people
   */
  record Failed(String reason) implements MachineState {}
}
