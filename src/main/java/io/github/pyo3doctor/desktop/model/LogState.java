package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.symptoms.Match;
import java.util.List;

/** How far a log is read. */
public sealed interface LogState {
  /** It is being read. */
  record Running() implements LogState {}

  /**
   * It was read to its end.
   *
   * @param matches what was recognised, most likely first
   */
  record Done(List<Match> matches) implements LogState {}

  /** The user stopped it. */
  record Cancelled() implements LogState {}

  /**
   * It cannot be read.
   *
   * @param reason why, as the rest of a sentence that begins with its name
   */
  record Failed(String reason) implements LogState {}
}
