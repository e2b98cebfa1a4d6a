package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.doctor.Progress;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.project.UnusableProjectException;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Examines one project at a time, with progress and a way to stop it. */
public final class ExaminationModel {
  private final Doctor doctor;
  private final Threads threads;
  private final ReadOnlyObjectWrapper<ExaminationState> state =
      new ReadOnlyObjectWrapper<>(new ExaminationState.Nothing());
  private Optional<Run> run = Optional.empty();

  /** An examination that has not begun. */
  public ExaminationModel(Doctor doctor, Threads threads) {
    this.doctor = doctor;
    this.threads = threads;
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<ExaminationState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** The last finished examination, if it is the one shown. */
  public Optional<Examination> examination() {
    return state.get() instanceof ExaminationState.Done(Path source, Examination examination)
        ? Optional.of(examination)
        : Optional.empty();
  }

  /** Begins to examine a project folder, or a snapshot file; stops what was going on. */
  public void examine(Path source) {
    cancel();
    Run started = new Run(source);
    run = Optional.of(started);
    state.set(new ExaminationState.Running(source, source.toString()));
    threads.work().execute(started::work);
  }

  /** Examines the same folder again. */
  public void again() {
    run.ifPresent(last -> examine(last.source));
  }

  /** Stops what is going on, as soon as it can. */
  public void cancel() {
    if (state.get() instanceof ExaminationState.Running running) {
      run.ifPresent(current -> current.cancelled = true);
      state.set(new ExaminationState.Cancelled(running.source()));
    }
  }

  /** One examination; what it says after it was overtaken or cancelled is not shown. */
  private final class Run implements Progress {
    private final Path source;
    private final AtomicReference<Optional<String>> unseen =
        new AtomicReference<>(Optional.empty());
    private volatile boolean cancelled;

    private Run(Path source) {
      this.source = source;
    }

    private void work() {
      ExaminationState end = end();
      threads.show().execute(() -> show(end));
    }

    private ExaminationState end() {
      try {
        return new ExaminationState.Done(source, doctor.examine(snapshot(), Set.of(), this));
      } catch (UnusableProjectException | UnreadableFileException e) {
        return new ExaminationState.Failed(source, e.getMessage());
      } catch (CancellationException e) {
        return new ExaminationState.Cancelled(source);
      } catch (RuntimeException e) {
        return new ExaminationState.Failed(source, "a mistake in this program: " + e);
      }
    }

    private Snapshot snapshot() throws UnusableProjectException, UnreadableFileException {
      boolean snapshotFile = Files.isRegularFile(source) && source.toString().endsWith(".json");
      return snapshotFile ? doctor.open(source) : doctor.look(source, this);
    }

    /**
     * Names pass by faster than a screen can show them: only the newest unseen one is handed over.
     */
    @Override
    public void lookingAt(String what) {
      if (unseen.getAndSet(Optional.of(what)).isEmpty()) {
        threads.show().execute(this::showNewest);
      }
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }

    private void showNewest() {
      unseen
          .getAndSet(Optional.empty())
          .ifPresent(what -> show(new ExaminationState.Running(source, what)));
    }

    private void show(ExaminationState next) {
      boolean current = run.filter(newest -> newest == this).isPresent();
      if (current && state.get() instanceof ExaminationState.Running) state.set(next);
    }
  }
}
