package io.github.pyo3doctor.desktop.view;

import atlantafx.base.controls.SelectableTextFlow;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/** Text that can be selected with the mouse and copied with the keyboard or the context menu. */
class Prose extends SelectableTextFlow {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination SELECT_ALL =
      new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

  Prose(Text... runs) {
    super(runs);
    // The base class gives up its preferred width, which leaves nothing inside a box that asks for
    // it.
    setPrefWidth(USE_COMPUTED_SIZE);
    setTextSelectionOnMouseClick(true);
    setContextMenu(new ContextMenu(copyItem(), selectAllItem()));
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) clearSelection();
            });
  }

  private MenuItem copyItem() {
    MenuItem copy = new MenuItem("Copy");
    copy.setAccelerator(COPY);
    copy.setOnAction(event -> copySelectedRangeToClipboard());
    return copy;
  }

  private MenuItem selectAllItem() {
    MenuItem all = new MenuItem("Select all of this paragraph");
    all.setAccelerator(SELECT_ALL);
    all.setOnAction(event -> selectAll());
    return all;
  }

  private void pressed(KeyEvent event) {
    if (COPY.match(event) && !getSelectedRangeAsString().isEmpty()) {
      copySelectedRangeToClipboard();
      event.consume();
    } else if (SELECT_ALL.match(event)) {
      selectAll();
      event.consume();
    }
  }
}
