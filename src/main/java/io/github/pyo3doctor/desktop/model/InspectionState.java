package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.snapshot.Inspection;
import java.nio.file.Path;
import java.util.List;

/** How far the inspection of a binary is. */
public sealed interface InspectionState {
  /** Nothing was inspected yet. */
  record Nothing() implements InspectionState {}

  /** Work is going on. */
  record Running(Path file) implements InspectionState {}

  /**
   * It is done.
   *
   * @param libraries what was inspected: the file itself, or each library of a wheel
   */
  record Done(Path file, List<Inspection> libraries) implements InspectionState {}

  /**
   * It could not be inspected.
   *
   * @param reason one line for people
   */
  record Failed(Path file, String reason) implements InspectionState {}
}
