package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.doctor.Progress;
import io.github.pyo3doctor.project.UnusableProjectException;
import io.github.pyo3doctor.report.MachineReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Looks at this machine as a build would, with progress and a way to stop it. */
public final class MachineModel {
  private final Looker looker;
  private final UnaryOperator<String> redaction;
  private final Threads threads;
  private final ReadOnlyObjectWrapper<MachineState> state =
      new ReadOnlyObjectWrapper<>(new MachineState.Nothing());
  private Optional<Run> run = Optional.empty();

  /** Says what a build would find here. */
  @FunctionalInterface
  public interface Looker {
    /** What it is, for a project's builds where there is one. */
    MachineReport look(Optional<Path> project, Progress progress) throws UnusableProjectException;
  }

  /**
   * A look that has not begun.
   *
   * @param redaction takes the names of this machine and its user out of what is copied
   */
  public MachineModel(Looker looker, UnaryOperator<String> redaction, Threads threads) {
    this.looker = looker;
    this.redaction = redaction;
    this.threads = threads;
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<MachineState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /**
   * Begins to look; stops what was going on.
   *
   * @param project the project in hand; a file, as a snapshot is, tells of another machine and
   *     counts as none
   */
  public void look(Optional<Path> project) {
    cancel();
    Run started = new Run(project.filter(Files::isDirectory));
    run = Optional.of(started);
    state.set(new MachineState.Running("this machine"));
    threads.work().execute(started::work);
  }

  /** Stops what is going on, as soon as it can. */
  public void cancel() {
    if (state.get() instanceof MachineState.Running) {
      run.ifPresent(current -> current.progress.cancel());
      state.set(new MachineState.Cancelled());
    }
  }

  /** What was found as Markdown, without names; empty when nothing is shown. */
  public Optional<String> markdown() {
    return state.get() instanceof MachineState.Done(MachineReport report, String _)
        ? Optional.of(redaction.apply(report.markdown()))
        : Optional.empty();
  }

  /** One look; what it says after it was overtaken or cancelled is not shown. */
  private final class Run {
    private final Optional<Path> project;
    private final ShownProgress progress;

    private Run(Optional<Path> project) {
      this.project = project;
      this.progress = new ShownProgress(threads, (_, what) -> show(new MachineState.Running(what)));
    }

    private void work() {
      MachineState end = end();
      threads.show().execute(() -> show(end));
    }

    private MachineState end() {
      try {
        return project.isPresent() ? done(project.get()) : alone("No project is in hand");
      } catch (UnusableProjectException e) {
        return new MachineState.Failed(e.getMessage());
      } catch (CancellationException e) {
        return new MachineState.Cancelled();
      } catch (RuntimeException e) {
        return new MachineState.Failed("a mistake in this program: " + e);
      }
    }

    private MachineState done(Path folder) throws UnusableProjectException {
      try {
        MachineReport report = looker.look(Optional.of(folder), progress);
        return new MachineState.Done(report, "Looked at for the builds of: `" + folder + "`");
      } catch (UnusableProjectException e) {
        return alone(e.getMessage());
      }
    }

    /** The machine is what is asked for, whatever is the matter with the project. */
    private MachineState alone(String because) throws UnusableProjectException {
      MachineReport report = looker.look(Optional.empty(), progress);
      return new MachineState.Done(
          report, "Looked at for a build without settings. " + because + ".");
    }

    private void show(MachineState next) {
      boolean current = run.filter(newest -> newest == this).isPresent();
      if (current && state.get() instanceof MachineState.Running) state.set(next);
    }
  }
}
