package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.checks.Examination;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How far a guided check is. All that is shown of it follows from this.
 *
 * @param plan its steps
 * @param project the project that is chosen
 * @param examination how far the examination of a project is
 * @param inspection how far the inspection of a built file is
 * @param log what a tool printed, or what a process does
 */
public record GuidedState(
    GuidedPlan plan,
    Optional<Path> project,
    ExaminationState examination,
    InspectionState inspection,
    Optional<LogReading> log) {
  /** How far a step is. */
  public StepState step(GuidedStep step) {
    return GuidedProgress.of(this, step);
  }

  /** What is known by now. */
  public GuidedVerdict verdict() {
    return GuidedVerdict.of(this);
  }

  /** What the checks said of the chosen project; empty until they have. */
  public Optional<Examination> examined() {
    return ofChosen() instanceof ExaminationState.Done done
        ? Optional.of(done.examination())
        : Optional.empty();
  }

  /** Whether the project is being looked at. */
  public boolean isRunning() {
    return examination instanceof ExaminationState.Running;
  }

  /** How far the examination of the chosen project is; what was said of another does not count. */
  ExaminationState ofChosen() {
    Optional<Path> source =
        switch (examination) {
          case ExaminationState.Nothing() -> Optional.empty();
          case ExaminationState.Running running -> Optional.of(running.source());
          case ExaminationState.Done done -> Optional.of(done.source());
          case ExaminationState.Cancelled cancelled -> Optional.of(cancelled.source());
          case ExaminationState.Failed failed -> Optional.of(failed.source());
        };
    return source.equals(project) ? examination : new ExaminationState.Nothing();
  }

  /** What to call the project. */
  static String name(Path path) {
    Path name = path.toAbsolutePath().normalize().getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
