package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shapes that several places share. */
final class Panes {
  private static final double LIST_SHARE = 0.34;

  private Panes() {}

  /** A list on the left that keeps its width while the window grows, details on the right. */
  static void listAndDetail(SplitPane pane, Region list) {
    SplitPane.setResizableWithParent(list, false);
    list.setMinWidth(220);
    pane.setDividerPositions(LIST_SHARE);
    pane.getStyleClass().add("list-and-detail");
  }

  /** Rows that wrap have other heights at another width, which the list would not notice. */
  static void rewrap(ListView<?> list) {
    list.widthProperty().subscribe(width -> list.refresh());
  }

  /** Two lines of a list: what it is, and in small letters where or which; both wrap. */
  static Region twoLines(String title, String detail) {
    Label second = wrapped(detail);
    second.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    VBox row = new VBox(CodeSpans.flow(title), second);
    row.getStyleClass().add("two-line-row");
    return row;
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

  /** A label that wraps. */
  static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    return label;
  }
}
