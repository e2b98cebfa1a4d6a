package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.symptoms.Match;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A pasted or dropped log, and what it tells of. */
public final class LogModel {
  private final Doctor doctor;
  private final Threads threads;
  private final ReadOnlyObjectWrapper<Reading> reading =
      new ReadOnlyObjectWrapper<>(new Reading(List.of(), List.of(), false));

  /**
   * How far a log is read.
   *
   * @param lines the log
   * @param matches what was recognised, most likely first
   * @param done whether it was read to its end
   */
  public record Reading(List<String> lines, List<Match> matches, boolean done) {}

  /** No log yet. */
  public LogModel(Doctor doctor, Threads threads) {
    this.doctor = doctor;
    this.threads = threads;
  }

  /** The log that is shown. */
  public ReadOnlyObjectProperty<Reading> readingProperty() {
    return reading.getReadOnlyProperty();
  }

  /** Reads a log; an earlier one is forgotten. */
  public void explain(String log) {
    Reading begun = new Reading(log.lines().toList(), List.of(), false);
    reading.set(begun);
    threads
        .work()
        .execute(
            () -> {
              Reading ended = new Reading(begun.lines(), matches(log), true);
              threads.show().execute(() -> show(begun, ended));
            });
  }

  private void show(Reading begun, Reading ended) {
    if (reading.get().equals(begun)) reading.set(ended);
  }

  private List<Match> matches(String log) {
    try {
      return doctor.explain(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
