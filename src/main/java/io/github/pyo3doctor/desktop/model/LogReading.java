package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.symptoms.Match;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A log, and how far it is read.
 *
 * @param number which of the logs of this session
 * @param file where it lies; empty for a pasted one
 * @param text its lines, as far as they are known
 * @param state how far it is read
 */
public record LogReading(int number, Optional<Path> file, LogText text, LogState state) {
  /** What was recognised so far. */
  public List<Match> matches() {
    return state instanceof LogState.Done(List<Match> matches) ? matches : List.of();
  }

  /** What to call it: the file's name, or that it was pasted. */
  public String name() {
    return file.map(Path::getFileName).map(Path::toString).orElse("The pasted log");
  }

  LogReading with(LogText read) {
    return new LogReading(number, file, read, state);
  }

  LogReading with(LogState now) {
    return new LogReading(number, file, text, now);
  }
}
