package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shapes that several places share. */
final class Panes {
  private static final double LIST_SHARE = 0.34;

  private Panes() {}

  /** A list on the left that keeps its width while the window grows, details on the right. */
  static void listAndDetail(SplitPane pane, Region list) {
    SplitPane.setResizableWithParent(list, false);
    list.getStyleClass().add("list-pane");
    pane.setDividerPositions(LIST_SHARE);
    pane.getStyleClass().add("list-and-detail");
  }

  /**
   * Rows that wrap have other heights at another width, which the list would not notice, and what
   * was chosen would be somewhere else.
   */
  static void rewrap(ListView<?> list) {
    list.getStyleClass().add("rows");
    list.widthProperty()
        .subscribe(
            width -> {
              list.refresh();
              Platform.runLater(() -> reveal(list));
            });
  }

  /**
   * Scrolls to what is chosen, with the heading of its group if that is right above. How far it is
   * to a row is known only when rows were laid out.
   */
  static void reveal(ListView<?> list) {
    Scene scene = list.getScene();
    if (scene == null) return;
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            int chosen = list.getSelectionModel().getSelectedIndex();
            if (chosen >= 0 && !isInView(list, chosen)) list.scrollTo(Math.max(0, chosen - 1));
          }
        });
    Platform.requestNextPulse();
  }

  private static boolean isInView(ListView<?> list, int row) {
    Bounds seen = list.localToScene(list.getLayoutBounds());
    return list.lookupAll(".list-cell").stream()
        .anyMatch(
            node ->
                node instanceof ListCell<?> cell
                    && cell.getIndex() == row
                    && cell.isVisible()
                    && seen.contains(cell.localToScene(cell.getLayoutBounds())));
  }

  /** Enter in a list goes into what is chosen in it. */
  static void enterGoesTo(ListView<?> list, Runnable detail) {
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() != KeyCode.ENTER || list.getSelectionModel().isEmpty()) return;
          detail.run();
          event.consume();
        });
  }

  /** The arrow keys pass over the headings of groups, which say nothing more when chosen. */
  static <T> void passOver(ListView<T> list, Predicate<T> heading) {
    list.getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            (before, now) -> {
              int at = now.intValue();
              if (at < 0 || !heading.test(list.getItems().get(at))) return;
              boolean up = at < before.intValue() && isAbove(list, heading, at);
              // The list scrolls as for any key; it is not done yet with the choice it tells of.
              Platform.runLater(() -> press(list, up ? KeyCode.UP : KeyCode.DOWN));
            });
  }

  private static <T> boolean isAbove(ListView<T> list, Predicate<T> heading, int at) {
    return !list.getItems().subList(0, at).stream().allMatch(heading);
  }

  private static void press(Node node, KeyCode key) {
    Event.fireEvent(
        node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }

  /** The heading of a part of a page; it wraps. */
  static Label heading(String title) {
    Label heading = wrapped(title);
    heading.getStyleClass().addAll(Styles.TITLE_4, "article-heading");
    return heading;
  }

  /** Two lines of a list: what it is, and in small letters where or which; both wrap. */
  static Region twoLines(String title, String detail) {
    return twoLines(title, wrapped(detail));
  }

  private static Region twoLines(String title, Label second) {
    second.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    VBox row = new VBox(CodeSpans.flow(title), second);
    row.getStyleClass().add("two-line-row");
    return row;
  }

  /** The same with a path or another place, which loses its middle where there is no room. */
  static Region withPlace(String title, String place) {
    Label second = new Label(place);
    second.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    second.setMinWidth(0);
    second.setTooltip(new Tooltip(place));
    return twoLines(title, second);
  }

  /** The heading of a group in a list; it cannot be chosen. */
  static Region groupRow(String title, ListCell<?> cell) {
    cell.getStyleClass().add("group-row");
    cell.setDisable(true);
    return new Label(title);
  }

  /** A heading and what stands below it. */
  static Region section(String title, Node content) {
    Label heading = new Label(title);
    heading.getStyleClass().addAll(Styles.TITLE_4, Styles.TEXT_MUTED);
    VBox section = new VBox(heading, content);
    section.getStyleClass().add("start-section");
    return section;
  }

  /** Buttons side by side, or below each other where there is no room. */
  static Node buttons(Button... buttons) {
    FlowPane row = new FlowPane(8, 8, buttons);
    row.setAlignment(Pos.CENTER);
    return row;
  }

  /** A label that wraps. */
  static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }
}
