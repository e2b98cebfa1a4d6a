package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.doctor.Work;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.project.UnusableProjectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
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
    return state.get() instanceof ExaminationState.Done done
        ? Optional.of(done.examination())
        : Optional.empty();
  }

  /** The folder or snapshot in hand. */
  public Optional<Path> source() {
    return run.map(last -> last.source);
  }

  /** Whether it is a project on this machine that is in hand, rather than a snapshot of one. */
  public boolean isOfProject() {
    return source().filter(of -> !isSnapshot(of)).isPresent();
  }

  private static boolean isSnapshot(Path source) {
    return Files.isRegularFile(source) && source.toString().endsWith(".json");
  }

  /** Begins to examine a project folder, or a snapshot file; stops what was going on. */
  public void examine(Path source) {
    examine(source, Optional.empty());
  }

  /**
   * The same with the checks of one topic only.
   *
   * @param topic the topic's id; all checks are run when empty
   */
  public void examine(Path source, Optional<String> topic) {
    cancel();
    Run started = new Run(source, topic);
    run = Optional.of(started);
    state.set(new ExaminationState.Running(source, Work.PROJECT, source.toString()));
    threads.work().execute(started::work);
  }

  /** Runs the same checks on the same folder again. */
  public void again() {
    run.ifPresent(last -> examine(last.source, last.topic));
  }

  /** Runs all checks on the folder in hand. */
  public void all() {
    source().ifPresent(this::examine);
  }

  /** Stops what is going on, as soon as it can. */
  public void cancel() {
    if (state.get() instanceof ExaminationState.Running running) {
      run.ifPresent(current -> current.progress.cancel());
      state.set(new ExaminationState.Cancelled(running.source()));
    }
  }

  /** One examination; what it says after it was overtaken or cancelled is not shown. */
  private final class Run {
    private final Path source;
    private final Optional<String> topic;
    private final ShownProgress progress;

    private Run(Path source, Optional<String> topic) {
      this.source = source;
      this.topic = topic;
      this.progress =
          new ShownProgress(
              threads, (work, what) -> show(new ExaminationState.Running(source, work, what)));
    }

    private void work() {
      ExaminationState end = end();
      threads.show().execute(() -> show(end));
    }

    private ExaminationState end() {
      try {
        Set<String> topics = topic.map(Set::of).orElse(Set.of());
        return new ExaminationState.Done(source, examined(topics), topic);
      } catch (UnusableProjectException | UnreadableFileException e) {
        return new ExaminationState.Failed(source, e.getMessage());
      } catch (CancellationException e) {
        return new ExaminationState.Cancelled(source);
      } catch (RuntimeException e) {
        return new ExaminationState.Failed(source, "a mistake in this program: " + e);
      }
    }

    private Examination examined(Set<String> topics)
        throws UnusableProjectException, UnreadableFileException {
      return isSnapshot(source)
          ? doctor.examine(doctor.open(source), topics, progress)
          : doctor.withSources(doctor.examine(doctor.look(source, progress), topics, progress));
    }

    private void show(ExaminationState next) {
      boolean current = run.filter(newest -> newest == this).isPresent();
      if (current && state.get() instanceof ExaminationState.Running) state.set(next);
    }
  }
}
