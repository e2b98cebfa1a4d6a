package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.GuidedCheck;
import io.github.pyo3doctor.desktop.model.GuidedModel;
import io.github.pyo3doctor.desktop.model.GuidedState;
import io.github.pyo3doctor.desktop.model.GuidedStep;
import io.github.pyo3doctor.desktop.model.LogReading;
import io.github.pyo3doctor.desktop.model.Models;
import io.github.pyo3doctor.desktop.model.SourceFiles;
import io.github.pyo3doctor.desktop.model.StepState;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/** A guided check: its steps at the left, and what the one looked at asks or says. */
final class GuidedView extends HBox implements Findable, Focusable {
  private final GuidedSteps steps;
  private final GuidedInputs inputs;
  private final GuidedResult result;
  private final RunningPane running;
  private final StackPane page = new StackPane();
  private GuidedState shown;
  private GuidedStep looked;

  /** What can be done from here. */
  interface Actions {
    /** Asks for a project folder. */
    void chooseFolder(Consumer<Path> chosen);

    /** Asks for a file. */
    void chooseFile(String title, Consumer<Path> chosen);

    /** Opens the topic with that id. */
    void openTopic(String topicId);

    /** Runs all checks on a project. */
    void examine(Path folder);

    /** Shows how a loader looks for what a file needs. */
    void inspect(Path file);

    /** Shows the lines of a log that decided. */
    void openLog(LogReading log);

    /** Looks at this machine. */
    void checkMachine();
  }

  GuidedView(GuidedCheck check, Models models, SourceFiles files, Actions actions) {
    this.shown = check.state();
    this.looked = check.plan().steps().getFirst();
    GuidedModel guided = models.guided();
    this.steps = new GuidedSteps(check.plan(), this::look);
    this.inputs = new GuidedInputs(check, guided::offered, actions, this::look);
    this.result = new GuidedResult(check, models, files, actions, this::look);
    this.running = new RunningPane(check::stop);
    HBox.setHgrow(page, Priority.ALWAYS);
    page.setMinWidth(0);
    getChildren().addAll(steps, page);
    getStyleClass().add("guided");
    check.stateProperty().subscribe(this::show);
  }

  /** Goes to a step. */
  private void look(GuidedStep step) {
    looked = step;
    arrange();
    takeKeyboard();
  }

  /** Work that begins is looked at, and so is the result once the project was examined. */
  private void show(GuidedState next) {
    GuidedState before = shown;
    shown = next;
    boolean ended = before.isRunning() && !next.isRunning();
    if (ended && next.examined().isPresent()) looked = GuidedStep.RESULT;
    else if (ended) looked = GuidedStep.PROJECT;
    else begun(before, next).ifPresent(step -> looked = step);
    Focusable.keeping(this, this::arrange);
  }

  private static Optional<GuidedStep> begun(GuidedState before, GuidedState next) {
    return next.plan().steps().stream()
        .filter(step -> next.step(step) instanceof StepState.Doing)
        .filter(step -> !(before.step(step) instanceof StepState.Doing))
        .findFirst();
  }

  private void arrange() {
    steps.show(shown, looked);
    if (shown.step(looked) instanceof StepState.Doing(String name)) {
      running.lookAt(name);
      if (!page.getChildren().contains(running)) page.getChildren().setAll(running);
      return;
    }
    Node asked = looked == GuidedStep.RESULT ? result.show(shown) : inputs.page(looked, shown);
    page.getChildren().setAll(asked);
  }

  @Override
  public void takeKeyboard() {
    applyCss();
    Node primary = page.lookup(".accent");
    if (looked == GuidedStep.RESULT && result.hasList()) Focusable.focus(result.first(), this);
    else if (primary != null) primary.requestFocus();
    else Focusable.focusFirst(page);
  }

  /** Chooses the next finding, or the one before. */
  void step(int by) {
    result.pane().step(by);
  }

  /** Shows the change that mends the chosen finding. */
  void offerChange() {
    if (looked == GuidedStep.RESULT) result.pane().offerChange();
  }

  @Override
  public void find() {
    if (looked == GuidedStep.RESULT && result.hasList()) result.pane().find();
  }

  @Override
  public boolean stopFinding() {
    return result.pane().stopFinding();
  }
}
