package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A quiet bar above everything that says why something was not done; it goes when read. */
final class Notice extends HBox {
  private final Label text = Panes.wrapped("");

  Notice() {
    Button close = new Button("", new FontIcon(Feather.X));
    close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
    close.setTooltip(new Tooltip("Close (Esc)"));
    close.setAccessibleText("Close");
    close.setOnAction(event -> hide());
    text.setId("notice");
    text.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(new FontIcon(Feather.INFO), text, close);
    getStyleClass().add("notice");
    setAlignment(Pos.CENTER_LEFT);
    managedProperty().bind(visibleProperty());
    hide();
  }

  void say(String sentence) {
    text.setText(sentence);
    setVisible(true);
  }

  /** Goes away; tells whether it was there. */
  boolean hide() {
    boolean was = isVisible();
    setVisible(false);
    return was;
  }
}
