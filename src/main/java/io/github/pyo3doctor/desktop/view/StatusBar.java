package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.desktop.model.ExaminationModel;
import io.github.pyo3doctor.desktop.model.ExaminationState;
import io.github.pyo3doctor.desktop.model.FindingRows;
import io.github.pyo3doctor.desktop.model.GuidedCheck;
import io.github.pyo3doctor.desktop.model.Models;
import io.github.pyo3doctor.desktop.model.SettingsModel;
import io.github.pyo3doctor.desktop.model.Theme;
import io.github.pyo3doctor.doctor.Work;
import io.github.pyo3doctor.report.Counted;
import io.github.pyo3doctor.snapshot.Project;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is going on, what was left out, and the size and colours of everything. */
final class StatusBar extends HBox {
  private static final int LONGEST_NAME = 60;

  private final Label message = new Label();
  private final ProgressBar progress = new ProgressBar();
  private final Button cancel = new Button("Stop", new FontIcon(Feather.X));
  private final Tooltip whole = new Tooltip();
  private final ExaminationModel examinations;
  private Optional<ExaminationModel> guided = Optional.empty();
  private Subscription watching = Subscription.EMPTY;

  /**
   * The bar.
   *
   * @param showKeys opens the sheet of keys
   */
  StatusBar(Models models, Appearance appearance, Runnable showKeys) {
    SettingsModel settings = models.settings();
    this.examinations = models.examinations();
    cancel.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    progress.setPrefWidth(96);
    progress.setMinWidth(USE_PREF_SIZE);
    cancel.setMinWidth(USE_PREF_SIZE);
    message.setId("status");
    message.setMinWidth(0);
    message.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(message, Priority.ALWAYS);
    whole.textProperty().bind(message.textProperty());
    message.setTooltip(whole);
    // The button stays where it is while the names beside it come and go.
    getChildren().addAll(progress, cancel, message);
    getChildren()
        .addAll(
            button("A−", "Smaller text (Ctrl −)", () -> settings.change(now -> now.zoomed(-1))),
            button("A+", "Larger text (Ctrl +)", () -> settings.change(now -> now.zoomed(1))),
            iconButton(
                Feather.MOON,
                "Light or dark",
                () -> settings.change(now -> now.with(Theme.opposite(appearance.isDark())))),
            iconButton(Feather.HELP_CIRCLE, "Keys (F1)", showKeys));
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("status-bar");
    examinations.stateProperty().subscribe(_ -> show());
    models
        .guided()
        .latestProperty()
        .subscribe(
            latest -> {
              watching.unsubscribe();
              guided = latest.map(GuidedCheck::examinations);
              watching =
                  guided
                      .map(model -> model.stateProperty().subscribe(_ -> show()))
                      .orElse(Subscription.EMPTY);
            });
  }

  /** What is running is told of, be it the project's examination or a guided check. */
  private void show() {
    ExaminationModel told =
        isRunning(examinations)
            ? examinations
            : guided.filter(StatusBar::isRunning).orElse(examinations);
    cancel.setOnAction(event -> told.cancel());
    show(told.stateProperty().get());
  }

  private static boolean isRunning(ExaminationModel model) {
    return model.stateProperty().get() instanceof ExaminationState.Running;
  }

  private void show(ExaminationState state) {
    boolean running = state instanceof ExaminationState.Running;
    for (Node part : List.of(progress, cancel)) {
      part.setVisible(running);
      part.setManaged(running);
    }
    message.setText(
        switch (state) {
          case ExaminationState.Nothing() -> "Ready";
          case ExaminationState.Running(Path _, Work _, String at) ->
              "Looking at " + MiddleShortened.path(at, LONGEST_NAME);
          case ExaminationState.Cancelled(Path source) -> "Stopped";
          case ExaminationState.Failed(Path source, String reason) -> reason;
          case ExaminationState.Done(
                  Path source,
                  Examination examination,
                  Optional<String> topic) ->
              done(examination);
        });
  }

  private static String done(Examination examination) {
    int skipped =
        examination.snapshot().project().map(Project::notExamined).orElse(List.of()).size();
    return FindingRows.summary(examination)
        + (skipped == 0 ? "" : " " + Counted.of(skipped, "file") + " not examined.");
  }

  private static Button button(String text, String tip, Runnable action) {
    Button button = new Button(text);
    return styled(button, tip, action);
  }

  private static Button iconButton(Feather icon, String tip, Runnable action) {
    Button button = new Button("", new FontIcon(icon));
    button.setAccessibleText(tip);
    return styled(button, tip, action);
  }

  private static Button styled(Button button, String tip, Runnable action) {
    button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    button.setTooltip(new Tooltip(tip));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
