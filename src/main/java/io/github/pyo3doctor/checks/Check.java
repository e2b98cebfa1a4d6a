package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.Set;

/**
 * One question asked of a snapshot. Named for the problem it finds; its page is the topic; its
 * examples are the projects under {@code src/test/resources/checks/<id>/}.
 */
public interface Check {
  /** The problem's name in kebab case. */
  String id();

  /** The topic that explains the problem. */
  String topic();

  /** What it asks, in the words of somebody who wants to know; code between back quotes. */
  String question();

  /** The parts of a snapshot that its answer hangs on: what a person has to have for it. */
  default Set<Part> looksAt() {
    return Set.of(Part.PROJECT);
  }

  /** Looks at the snapshot and nothing else. */
  Outcome examine(Snapshot snapshot);
}
