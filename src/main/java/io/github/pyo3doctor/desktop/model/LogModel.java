package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.symptoms.Match;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pasted and dropped logs, the one that is shown, and what it tells of. */
public final class LogModel {
  private static final Logger LOG = LoggerFactory.getLogger(LogModel.class);

  /** More does not fit beside the app in the memory of a small machine. */
  static final int LIMIT_BYTES = 256 * 1024 * 1024;

  private static final int MOST_KEPT = 8;
  private static final int MOST_BYTES_KEPT = LIMIT_BYTES;

  private final Doctor doctor;
  private final Threads threads;
  private final List<LogReading> kept = new ArrayList<>();
  private final ReadOnlyObjectWrapper<Optional<LogReading>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper();
  private Optional<Run> run = Optional.empty();
  private int last;

  /** No log yet. */
  public LogModel(Doctor doctor, Threads threads) {
    this.doctor = doctor;
    this.threads = threads;
  }

  /** The log that is shown; empty when it is no longer kept. */
  public ReadOnlyObjectProperty<Optional<LogReading>> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** How much of the log that is being read has been read, from 0 to 1. */
  public ReadOnlyDoubleProperty shareProperty() {
    return share.getReadOnlyProperty();
  }

  /** Reads a pasted log; gives the number by which it can be shown again. */
  public int explain(String log) {
    return begin(Optional.empty(), LogText.of(log));
  }

  /** Reads a log file; gives the number by which it can be shown again. */
  public int explain(Path file) {
    return begin(Optional.of(file), LogText.EMPTY);
  }

  /** Shows a log that was read before; a few are kept. */
  public void show(int number) {
    if (shown.get().filter(log -> log.number() == number).isPresent()) return;
    cancel();
    shown.set(kept.stream().filter(log -> log.number() == number).findFirst());
  }

  /** Stops reading, as soon as it can; what was read of the text stays. */
  public void cancel() {
    run.ifPresent(Run::cancel);
    run = Optional.empty();
  }

  private int begin(Optional<Path> file, LogText text) {
    cancel();
    share.set(0);
    LogReading begun = new LogReading(++last, file, text, new LogState.Running());
    Run started = new Run(begun);
    run = Optional.of(started);
    keep(begun);
    threads.work().execute(started::work);
    return last;
  }

  private void keep(LogReading log) {
    kept.removeIf(other -> other.number() == log.number());
    kept.addFirst(log);
    while (kept.size() > MOST_KEPT || (kept.size() > 1 && bytesKept() > MOST_BYTES_KEPT)) {
      kept.removeLast();
    }
    shown.set(Optional.of(log));
  }

  private long bytesKept() {
    return kept.stream().mapToLong(log -> log.text().bytes()).sum();
  }

  /** One log being read; what it says after it was overtaken or cancelled is not shown. */
  private final class Run {
    private final LogReading begun;
    private LogReading now;
    private volatile boolean cancelled;
    private double seen;

    private Run(LogReading begun) {
      this.begun = begun;
      this.now = begun;
    }

    private void cancel() {
      cancelled = true;
      keep(now.with(new LogState.Cancelled()));
    }

    private void work() {
      try {
        LogReading opened = begun.file().isPresent() ? open(begun.file().get()) : begun;
        threads.show().execute(() -> show(opened));
        LogState done = new LogState.Done(recognise(opened.text()));
        threads.show().execute(() -> end(opened.with(done)));
      } catch (IOException e) {
        LogState failed = new LogState.Failed(TextFiles.reason(e));
        threads.show().execute(() -> end(begun.with(failed)));
      } catch (CancellationException e) {
        LOG.debug("stopped reading {}", begun.name(), e);
      }
    }

    private LogReading open(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) throw unreadable(file, "it is no regular file");
      if (attributes.size() > LIMIT_BYTES) {
        throw unreadable(file, "it is larger than " + LIMIT_BYTES / 1048576 + " MiB");
      }
      try (InputStream in =
          new WatchedStream(Files.newInputStream(file), attributes.size(), part -> report(0))) {
        byte[] content = in.readNBytes(LIMIT_BYTES);
        if (LogText.isBinary(content)) throw unreadable(file, "it is no text");
        return begun.with(LogText.of(content));
      }
    }

    private List<Match> recognise(LogText text) throws IOException {
      try (InputStream watched = new WatchedStream(text.stream(), text.bytes(), this::report)) {
        return doctor.explain(watched);
      }
    }

    /** Hears how far it is; the screen is told of whole per cents only. */
    private void report(double part) {
      if (cancelled) throw new CancellationException();
      if (part - seen < 0.01) return;
      seen = part;
      threads.show().execute(() -> showShare(part));
    }

    private void showShare(double part) {
      if (!cancelled) share.set(part);
    }

    private void show(LogReading next) {
      if (cancelled) return;
      now = next;
      keep(next);
    }

    private void end(LogReading ended) {
      show(ended);
      if (!cancelled) run = Optional.empty();
    }
  }

  private static IOException unreadable(Path file, String reason) {
    return new FileSystemException(file.toString(), null, reason);
  }
}
