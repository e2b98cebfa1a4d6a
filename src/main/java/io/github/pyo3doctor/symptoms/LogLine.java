package io.github.pyo3doctor.symptoms;

/**
 * One line of a log, as the tool printed it.
 *
 * @param number where it stands in the log, counted from 1; pieces of one long line share a number
 * @param text without colours, control characters and what other tools put before it
 */
record LogLine(int number, String text) {
  boolean isBlank() {
    return text.isBlank();
  }
}
