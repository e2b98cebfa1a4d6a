package io.github.pyo3doctor.checks;

/**
 * What one check said of a snapshot.
 *
 * @param check the check's id
 * @param topic the topic that explains it
 * @param question what it asked
 * @param outcome how it ended
 */
public record Verdict(String check, String topic, String question, Outcome outcome) {}
