package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Something is being looked at: what, and the button that stops it. */
final class RunningPane extends VBox {
  private static final int LONGEST_NAME = 60;

  private final Label lookingAt = new Label();

  /**
   * Nothing is looked at yet.
   *
   * @param stop stops it
   */
  RunningPane(Runnable stop) {
    lookingAt.getStyleClass().add(Styles.TEXT_MUTED);
    Button button = new Button("Stop", new FontIcon(Feather.X));
    button.setId("stop-examination");
    button.setOnAction(event -> stop.run());
    getChildren().addAll(new ProgressIndicator(), new Label("Looking at"), lookingAt, button);
    getStyleClass().add("placeholder");
    setAlignment(Pos.CENTER);
  }

  /** Says what is being looked at. */
  void lookAt(String name) {
    lookingAt.setText(MiddleShortened.path(name, LONGEST_NAME));
  }
}
