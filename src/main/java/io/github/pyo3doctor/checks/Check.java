package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Snapshot;

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

  /** Looks at the snapshot and nothing else. */
  Outcome examine(Snapshot snapshot);
}
