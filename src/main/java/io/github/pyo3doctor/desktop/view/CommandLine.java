package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A command for a terminal, and the button that copies it. */
final class CommandLine extends HBox {
  CommandLine(String command) {
    Text text = new Text(command);
    text.getStyleClass().add("code-text");
    Prose line = new Prose(text);
    line.setMaxHeight(USE_PREF_SIZE);
    HBox.setHgrow(line, Priority.ALWAYS);
    Button copy = new Button("Copy", new FontIcon(Feather.COPY));
    copy.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "copy-command");
    copy.setTooltip(new Tooltip("Copy this command"));
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setOnAction(event -> Copying.copy(command, copy));
    getChildren().addAll(line, copy);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("code-view", "command");
  }
}
