package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.desktop.model.ExaminationModel;
import io.github.pyo3doctor.desktop.model.ExaminationState;
import io.github.pyo3doctor.desktop.model.Models;
import io.github.pyo3doctor.desktop.model.SourceFiles;
import io.github.pyo3doctor.doctor.Work;
import io.github.pyo3doctor.report.Summary;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the checks said of the project, or how far they are. */
final class FindingsView extends StackPane implements Findable, Focusable {
  private final ExaminationModel model;
  private final Actions actions;
  private final FindingsPane done;
  private final RunningPane running;

  /** What can be done from here. */
  interface Actions {
    /** Asks for a folder and examines it. */
    void chooseFolder();

    /** The user chose a finding. */
    void chosen(String findingId);

    /** Opens the topic with that id. */
    void openTopic(String topicId);
  }

  FindingsView(Models models, SourceFiles files, Actions actions) {
    this.model = models.examinations();
    this.actions = actions;
    this.running = new RunningPane(model::cancel);
    this.done =
        new FindingsPane(
            models, model, models.filters(), files, actions::chosen, actions::openTopic);
    model.stateProperty().subscribe(this::show);
  }

  @Override
  public void takeKeyboard() {
    if (model.examination().isPresent()) Focusable.focus(done.first(), this);
    else Focusable.focusFirst(this);
  }

  /** Shows where the user is now; without a choice, the loudest finding. */
  void show(Optional<String> findingId) {
    done.show(findingId);
  }

  /** Chooses the next finding, or the one before. */
  void step(int by) {
    done.step(by);
  }

  /** Shows the change that mends the chosen finding, if one does. */
  void offerChange() {
    done.offerChange();
  }

  @Override
  public void find() {
    done.find();
  }

  @Override
  public boolean stopFinding() {
    return done.stopFinding();
  }

  // ---- how far the examination is

  private void show(ExaminationState state) {
    Focusable.keeping(this, () -> arrange(state));
  }

  private void arrange(ExaminationState state) {
    switch (state) {
      case ExaminationState.Nothing() -> getChildren().setAll(nothing());
      case ExaminationState.Running(Path _, Work _, String at) -> {
        running.lookAt(at);
        if (!getChildren().contains(running)) getChildren().setAll(running);
      }
      case ExaminationState.Cancelled(Path source) -> getChildren().setAll(cancelled(source));
      case ExaminationState.Failed(Path _, String reason) -> getChildren().setAll(failed(reason));
      case ExaminationState.Done(Path source, Examination examination, Optional<String> _) -> {
        done.fill(source, examination);
        getChildren().setAll(done);
      }
    }
  }

  private Node nothing() {
    return new Placeholder(
        Feather.FOLDER,
        "No project examined yet",
        "Choose a project folder, or drop one on this window. It is read, never run.",
        chooseButton());
  }

  private Node cancelled(Path source) {
    return new Placeholder(
        Feather.SLASH, "Stopped", "`" + source + "` was not examined to the end.", againButton());
  }

  private Node failed(String reason) {
    return new Placeholder(
        Feather.ALERT_CIRCLE,
        "This cannot be examined",
        Summary.capitalized(reason) + ".",
        Panes.buttons(againButton(), chooseButton()));
  }

  private Button chooseButton() {
    Button choose = new Button("Choose project folder…", new FontIcon(Feather.FOLDER));
    choose.getStyleClass().add(Styles.ACCENT);
    choose.setOnAction(event -> actions.chooseFolder());
    return choose;
  }

  private Button againButton() {
    Button again = new Button("Check again", new FontIcon(Feather.REFRESH_CW));
    again.setOnAction(event -> model.again());
    return again;
  }
}
