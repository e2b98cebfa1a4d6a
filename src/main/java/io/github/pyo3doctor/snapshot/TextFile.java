package io.github.pyo3doctor.snapshot;

import java.util.List;

/**
 * A manifest as it was read, so that a finding can show the line and a fix can change it.
 *
 * @param path relative to the project's root
 * @param text its whole text
 */
public record TextFile(String path, String text) {
  /** The text of a line counted from 1, without its line end; empty behind the last line. */
  public String line(int number) {
    List<String> lines = text.lines().toList();
    return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
  }
}
