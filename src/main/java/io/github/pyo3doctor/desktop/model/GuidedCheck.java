package io.github.pyo3doctor.desktop.model;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The check of one topic, step by step. It goes on while nobody looks, and is where it was when
 * somebody comes back.
 */
public final class GuidedCheck {
  private final GuidedPlan plan;
  private final ExaminationModel examinations;
  private final InspectionModel inspections;
  private final LogModel logs;
  private final FilterModel filters = new FilterModel();
  private final ReadOnlyObjectWrapper<GuidedState> state;
  private Optional<Path> project;

  /**
   * A check of which nothing was done yet.
   *
   * @param examinations for it alone, as the other models are
   * @param project the one that is offered as chosen
   */
  GuidedCheck(
      GuidedPlan plan,
      ExaminationModel examinations,
      InspectionModel inspections,
      LogModel logs,
      Optional<Path> project) {
    this.plan = plan;
    this.examinations = examinations;
    this.inspections = inspections;
    this.logs = logs;
    this.project = project.filter(_ -> plan.has(GuidedStep.PROJECT));
    this.state = new ReadOnlyObjectWrapper<>(now());
    examinations.stateProperty().subscribe(_ -> show());
    inspections.stateProperty().subscribe(_ -> show());
    logs.shownProperty().subscribe(_ -> show());
  }

  /** How far it is. */
  public ReadOnlyObjectProperty<GuidedState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** How far it is now. */
  public GuidedState state() {
    return state.get();
  }

  /** Its steps. */
  public GuidedPlan plan() {
    return plan;
  }

  /** The examination of the project, by the checks of this topic alone. */
  public ExaminationModel examinations() {
    return examinations;
  }

  /** The filter of what was found. */
  public FilterModel filters() {
    return filters;
  }

  /** Chooses a project; nothing is looked at yet. */
  public void choose(Path folder) {
    if (state().isRunning()) examinations.cancel();
    project = Optional.of(folder.toAbsolutePath().normalize());
    show();
  }

  /** Runs the checks of the topic on the chosen project. */
  public void start() {
    project.ifPresent(folder -> examinations.examine(folder, Optional.of(plan.topic().id())));
  }

  /** Inspects a built file. */
  public void inspect(Path file) {
    inspections.inspect(file);
  }

  /** Reads what a tool printed, or what a process does. */
  public void read(String text) {
    logs.explain(text);
  }

  /** Reads it from a file. */
  public void read(Path file) {
    logs.explain(file);
  }

  /** Stops what is going on, as soon as it can. */
  public void stop() {
    examinations.cancel();
    inspections.cancel();
    logs.cancel();
  }

  private void show() {
    state.set(now());
  }

  private GuidedState now() {
    return new GuidedState(
        plan,
        project,
        examinations.stateProperty().get(),
        inspections.stateProperty().get(),
        logs.shownProperty().get());
  }
}
