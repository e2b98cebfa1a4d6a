package io.github.pyo3doctor.desktop.view;

import atlantafx.base.controls.SelectableTextFlow;
import io.github.pyo3doctor.desktop.model.PageSearch.Place;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/** Text that can be selected with the mouse and copied with the keyboard or the context menu. */
class Prose extends SelectableTextFlow {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination SELECT_ALL =
      new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

  private final Path marks = new Path();
  private final Path currentMark = new Path();
  private List<Place> marked = List.of();
  private Optional<Place> current = Optional.empty();

  Prose(Text... runs) {
    super(runs);
    // The base class gives up its preferred width, which leaves nothing inside a box that asks for
    // it.
    setPrefWidth(USE_COMPUTED_SIZE);
    setTextSelectionOnMouseClick(true);
    style(marks, "find-mark");
    style(currentMark, "find-current");
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) clearSelection();
            });
  }

  /**
   * Marks places of this text.
   *
   * @param places what to mark; nothing when empty
   * @param lookedAt which of them stands out, if it is one of them
   */
  void mark(List<Place> places, Optional<Place> lookedAt) {
    if (marked.isEmpty() && places.isEmpty()) return;
    marked = places;
    current = lookedAt.filter(places::contains);
    // Behind the text, which would be hidden otherwise.
    if (!getChildren().contains(marks)) getChildren().addAll(0, List.of(marks, currentMark));
    drawMarks();
  }

  /** Where the mark that stands out is, in this node's coordinates. */
  Bounds currentMark() {
    return currentMark.getBoundsInParent();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    drawMarks();
  }

  private void drawMarks() {
    if (marks.getParent() == null) return;
    marks.getElements().clear();
    currentMark.getElements().clear();
    for (Place place : marked) {
      boolean standsOut = current.filter(place::equals).isPresent();
      (standsOut ? currentMark : marks)
          .getElements()
          .addAll(getRangeShape(place.start(), place.end(), false));
    }
  }

  private static void style(Path path, String style) {
    path.setManaged(false);
    path.getStyleClass().add(style);
  }

  /** A menu for each paragraph of a long article would take longer than all its text. */
  @Override
  protected void showContextMenu(MouseEvent event) {
    if (getContextMenu() == null) setContextMenu(new ContextMenu(copyItem(), selectAllItem()));
    super.showContextMenu(event);
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
