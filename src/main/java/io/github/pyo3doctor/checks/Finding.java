package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Location;
import java.util.List;
import java.util.Optional;

/**
 * A problem that a check found.
 *
 * @param check the check's id
 * @param topic the topic that explains it
 * @param severity how loud
 * @param message one sentence: what is wrong
 * @param location the line a reader would change; empty when it is no line of a file
 * @param evidence what was observed, in the order it was looked at
 * @param fix the change that mends it, where one is known
 */
public record Finding(
    String check,
    String topic,
    Severity severity,
    String message,
    Optional<Location> location,
    List<String> evidence,
    Optional<Fix> fix) {
  /** The same with other evidence. */
  Finding with(List<String> otherEvidence) {
    return new Finding(check, topic, severity, message, location, List.copyOf(otherEvidence), fix);
  }

  /**
   * A name for this finding that stays the same from run to run while the problem stays where it
   * is.
   */
  public String id() {
    return location
        .map(at -> check + "@" + at.file() + ":" + at.line())
        .orElseGet(() -> check + "@" + Integer.toHexString(message.hashCode()));
  }
}
