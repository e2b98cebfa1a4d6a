package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.doctor.Work;
import java.nio.file.Path;
import java.util.Optional;

/** How far the examination of a project is. */
public sealed interface ExaminationState {
  /** Nothing was examined yet. */
  record Nothing() implements ExaminationState {}

  /**
   * Work is going on.
   *
   * @param source the folder or snapshot file
   * @param work what is being done
   * @param lookingAt what is being looked at for it
   */
  record Running(Path source, Work work, String lookingAt) implements ExaminationState {}

  /**
   * The checks have answered.
   *
   * @param topic the only topic whose checks were run; empty when all were
   */
  record Done(Path source, Examination examination, Optional<String> topic)
      implements ExaminationState {}

  /** The user stopped it. */
  record Cancelled(Path source) implements ExaminationState {}

  /**
   * It could not be examined.
   *
   * @param reason one line for people
   */
  record Failed(Path source, String reason) implements ExaminationState {}
}
