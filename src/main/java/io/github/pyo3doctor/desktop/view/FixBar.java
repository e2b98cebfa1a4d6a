package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.ExaminationModel;
import io.github.pyo3doctor.desktop.model.FixModel;
import io.github.pyo3doctor.desktop.model.FixState;
import io.github.pyo3doctor.fix.AppliedFix;
import io.github.pyo3doctor.fix.FileChange;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A quiet bar that says what was written, takes it back, and looks again. */
final class FixBar extends HBox {
  private final Label said = Panes.wrapped("");
  private final Button undo = new Button("Undo", new FontIcon(Feather.ROTATE_CCW));
  private final Button check = new Button("Check again", new FontIcon(Feather.REFRESH_CW));
  private final FixModel model;
  private final ExaminationModel examinations;

  /**
   * A bar that is not there until something was written.
   *
   * @param examinations of the project above whose findings it stands
   */
  FixBar(FixModel model, ExaminationModel examinations) {
    this.model = model;
    this.examinations = examinations;
    said.setId("fix-said");
    said.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(said, Priority.ALWAYS);
    undo.setId("undo-change");
    undo.setMinWidth(USE_PREF_SIZE);
    undo.managedProperty().bind(undo.visibleProperty());
    check.managedProperty().bind(check.visibleProperty());
    check.setId("check-after-change");
    check.setMinWidth(USE_PREF_SIZE);
    check.setOnAction(
        event -> {
          model.dismiss();
          examinations.again();
        });
    getChildren().addAll(said, undo, check);
    getStyleClass().add("scope-bar");
    setAlignment(Pos.CENTER_LEFT);
    managedProperty().bind(visibleProperty());
    model.stateProperty().subscribe(this::show);
  }

  private void show(FixState state) {
    boolean ended =
        state instanceof FixState.Written
            || state instanceof FixState.TakenBack
            || state instanceof FixState.Refused;
    setVisible(ended && !FixModel.isElsewhere(state, examinations.examination()));
    undo.setVisible(state instanceof FixState.Written);
    // What is silenced is looked at again by itself.
    check.setVisible(!FixModel.changedSilences(state));
    switch (state) {
      case FixState.Nothing() -> {}
      case FixState.ReasonWanted wanted -> {}
      case FixState.Offered offered -> {}
      case FixState.Written(AppliedFix applied) -> {
        said.setText("Applied to " + files(applied) + ".");
        undo.setOnAction(event -> model.undo(applied));
      }
      case FixState.TakenBack(AppliedFix applied) ->
          said.setText("Taken back. As before: " + files(applied) + ".");
      case FixState.Refused(String reason) -> said.setText("Nothing was written. " + reason);
    }
  }

  private static String files(AppliedFix applied) {
    return applied.changes().stream().map(FileChange::file).collect(Collectors.joining(", "));
  }
}
