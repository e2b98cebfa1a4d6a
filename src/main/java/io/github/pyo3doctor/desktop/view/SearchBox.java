package io.github.pyo3doctor.desktop.view;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.BoxModel;
import io.github.pyo3doctor.symptoms.ReadAs;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The one box: takes words, logs and paths; a chip says how it read them, and switches that. */
final class SearchBox extends CustomTextField {
  private final Button chip = new Button();
  private final Actions actions;

  /**
   * A box.
   *
   * @param model what is in it, shared by all boxes
   * @param actions what its keys do
   */
  SearchBox(BoxModel model, Actions actions) {
    this.actions = actions;
    textProperty().bindBidirectional(model.textProperty());
    setPromptText("Type words, paste output, drop a folder or a file");
    setLeft(new FontIcon(Feather.SEARCH));
    setRight(chip);
    chip.getStyleClass().addAll("chip", "reading-chip", Styles.TEXT_SMALL);
    chip.setMinWidth(USE_PREF_SIZE);
    chip.setFocusTraversable(false);
    model.readingProperty().subscribe(this::showReading);
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

    /** A click on the chip. */
    void readOtherwise();

    /** Something was pasted into an empty box, or several lines into any. */
    void pasted(String text);

    /** A click on the chip of an empty box. */
    void focusBox();
  }

  /** What replaces all there was is decided on anew; a field of one line would join its lines. */
  @Override
  public void paste() {
    String pasted = Clipboard.getSystemClipboard().getString();
    if (pasted == null) return;
    boolean replacesAll = getSelection().getLength() == getLength();
    if (replacesAll || pasted.strip().contains("\n")) actions.pasted(pasted);
    else super.paste();
  }

  private void showReading(ReadAs reading) {
    boolean empty = reading instanceof ReadAs.Nothing;
    chip.setText(empty ? "Ctrl K" : BoxModel.label(reading));
    chip.setGraphic(empty ? null : new FontIcon(Feather.REPEAT));
    chip.setTooltip(
        new Tooltip(
            empty
                ? "Go to the box (Ctrl K)"
                : "Because: "
                    + reading.reason()
                    + ". Read it "
                    + otherwise(reading)
                    + " instead (Ctrl L)"));
    chip.setOnAction(event -> act(empty));
  }

  private void act(boolean empty) {
    if (empty) actions.focusBox();
    else actions.readOtherwise();
  }

  private static String otherwise(ReadAs reading) {
    return reading instanceof ReadAs.Words ? "as a log" : "as words";
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> actions.open();
      case DOWN -> actions.moveIntoList();
      case ESCAPE -> {
        // In an empty box it closes what lies above everything.
        if (getText().isEmpty()) return;
        actions.clear();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }
}
