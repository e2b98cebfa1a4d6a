package io.github.pyo3doctor.desktop.view;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.BoxInput;
import javafx.beans.property.Property;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The one box: takes words and folders, and says how it read them. */
final class SearchBox extends CustomTextField {
  private final Label chip = new Label();

  /**
   * A box.
   *
   * @param text what is in it, shared by all boxes
   * @param actions what its keys do
   */
  SearchBox(Property<String> text, Actions actions) {
    textProperty().bindBidirectional(text);
    setPromptText("Type words or an error code, or drop a folder");
    setLeft(new FontIcon(Feather.SEARCH));
    setRight(chip);
    chip.getStyleClass().addAll("chip", Styles.TEXT_SMALL);
    text.subscribe(typed -> showReading(BoxInput.of(typed)));
    getStyleClass().add("search-box");
    addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, actions));
  }

  /** What the keys of the box do. */
  interface Actions {
    /** Enter. */
    void open();

    /** The down arrow. */
    void moveIntoList();

    /** Escape. */
    void clear();
  }

  private void showReading(BoxInput input) {
    boolean empty = input instanceof BoxInput.Nothing;
    chip.setText(empty ? "Ctrl K" : input.label());
  }

  private void pressed(KeyEvent event, Actions actions) {
    switch (event.getCode()) {
      case ENTER -> actions.open();
      case DOWN -> actions.moveIntoList();
      case ESCAPE -> actions.clear();
      default -> {
        return;
      }
    }
    event.consume();
  }
}
