package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The sheet of keys. */
final class KeysSheet extends VBox {
  /** Every key, and what it does. */
  private static final List<List<String>> KEYS =
      List.of(
          List.of("Ctrl K", "go to the box"),
          List.of("Ctrl O", "choose a project folder"),
          List.of("Ctrl L", "read the box as a log, or as words"),
          List.of("Ctrl V", "read what was copied, wherever you are"),
          List.of("Ctrl F", "find on the page"),
          List.of("F5", "check, inspect or look again"),
          List.of("Ctrl 1 … 6", "Start, Findings, Loader, Library, Machine, the last check"),
          List.of("Alt ← →", "back, forward"),
          List.of("↑ ↓ Enter", "move in lists, go into what is chosen"),
          List.of("F8, Shift F8", "next, previous finding or marked line"),
          List.of("Ctrl PgDn, PgUp", "next, previous article"),
          List.of("Ctrl C", "copy the chosen finding as Markdown"),
          List.of("Ctrl .", "show the change that mends the chosen finding"),
          List.of("Del", "silence the chosen finding, with a reason"),
          List.of("Ctrl + − 0", "larger, smaller, ordinary text"),
          List.of("F1", "this sheet"),
          List.of("Esc", "close the topmost thing, or clear the box"));

  private final ScrollPane scroller = new ScrollPane();
  private final Button close = new Button("Close");

  /**
   * The sheet.
   *
   * @param leave closes it
   */
  KeysSheet(Runnable leave) {
    Label title = new Label("Keys");
    title.getStyleClass().add(Styles.TITLE_3);
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys-grid");
    for (int row = 0; row < KEYS.size(); row++) {
      Label key = new Label(KEYS.get(row).getFirst());
      key.getStyleClass().add("chip");
      key.setMinWidth(USE_PREF_SIZE);
      grid.addRow(row, key, Panes.wrapped(KEYS.get(row).getLast()));
    }
    close.setId("close-keys");
    close.setCancelButton(true);
    close.setOnAction(event -> leave.run());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(title, space, close);
    head.setAlignment(Pos.CENTER_LEFT);
    scroller.setContent(grid);
    scroller.setFitToWidth(true);
    scroller.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroller, Priority.ALWAYS);
    getChildren().addAll(head, scroller);
    getStyleClass().add("keys-sheet");
  }

  /** The part of it that is scrolled. */
  ScrollPane scroller() {
    return scroller;
  }

  /** What gets the keyboard. */
  Node first() {
    return close;
  }
}
