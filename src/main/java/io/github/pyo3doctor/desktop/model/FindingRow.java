package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Silenced;
import io.github.pyo3doctor.snapshot.Silence;
import java.util.Optional;

/** A line of the list of findings. */
public sealed interface FindingRow {
  /** The finding that it shows, loud or silent. */
  default Optional<Finding> about() {
    return switch (this) {
      case Entry(Finding finding) -> Optional.of(finding);
      case Silent(Silenced silenced) -> Optional.of(silenced.finding());
      case Group group -> Optional.empty();
      case Needless needless -> Optional.empty();
      case Note note -> Optional.empty();
    };
  }

  /** The heading above rows of one kind. */
  record Group(String title) implements FindingRow {}

  /** A finding. */
  record Entry(Finding finding) implements FindingRow {}

  /** A finding that the project silences, with its reason. */
  record Silent(Silenced silenced) implements FindingRow {}

  /** A silence for which there is nothing to silence. */
  record Needless(Silence silence) implements FindingRow {}

  /**
   * A check that found nothing, or something that was not examined: one click away, with its
   * reason.
   *
   * @param topic the id of the topic that the check is about
   */
  record Note(String title, String text, Optional<String> topic) implements FindingRow {}
}
