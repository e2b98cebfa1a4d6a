package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Finding;
import java.util.Optional;

/** A line of the list of findings. */
public sealed interface FindingRow {
  /** The heading above rows of one kind. */
  record Group(String title) implements FindingRow {}

  /** A finding. */
  record Entry(Finding finding) implements FindingRow {}

  /**
   * A check that found nothing, or something that was not examined: one click away, with its
   * reason.
   *
   * @param topic the id of the topic that the check is about
   */
  record Note(String title, String text, Optional<String> topic) implements FindingRow {}
}
