package io.github.pyo3doctor.desktop.view;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.BoxInput;
import javafx.beans.property.Property;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The one box: takes words and folders, and says how it read them. */
final class SearchBox extends CustomTextField {
  private final Label chip = new Label();

  private final Actions actions;

  /**
   * A box.
   *
   * @param text what is in it, shared by all boxes
   * @param actions what its keys do
   */
  SearchBox(Property<String> text, Actions actions) {
    this.actions = actions;
    textProperty().bindBidirectional(text);
    setPromptText("Type words, paste output, or drop a folder");
    setLeft(new FontIcon(Feather.SEARCH));
    setRight(chip);
    chip.getStyleClass().addAll("chip", Styles.TEXT_SMALL);
    text.subscribe(typed -> showReading(BoxInput.of(typed)));
    getStyleClass().add("search-box");
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /** What the keys of the box do. */
  interface Actions {
    /** Enter. */
    void open();

    /** The down arrow. */
    void moveIntoList();

    /** Escape. */
    void clear();

    /** Several lines were pasted: a log. */
    void readLog(String log);
  }

  /** A box of one line would join the lines of a pasted log. */
  @Override
  public void paste() {
    String pasted = Clipboard.getSystemClipboard().getString();
    if (pasted != null && pasted.strip().contains("\n")) actions.readLog(pasted);
    else super.paste();
  }

  private void showReading(BoxInput input) {
    boolean empty = input instanceof BoxInput.Nothing;
    chip.setText(empty ? "Ctrl K" : input.label());
  }

  private void pressed(KeyEvent event) {
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
