package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A page of a guided check: a heading, what is asked or said, and one button that goes on. */
final class GuidedPage extends Page {
  private final VBox content = new VBox();

  /** A page with nothing below its heading yet. */
  GuidedPage(String title) {
    Label heading = Panes.wrapped(title);
    heading.getStyleClass().add(Styles.TITLE_3);
    content.getStyleClass().addAll("article", "guided-page");
    content.getChildren().add(heading);
    VBox margin = new VBox(content);
    margin.getStyleClass().add("article-margin");
    setContent(margin);
    setFocusTraversable(false);
  }

  void add(Node node) {
    content.getChildren().add(node);
  }

  /** A sentence; code stands between back quotes. */
  void text(String sentence, String... styles) {
    add(CodeSpans.prose(sentence, styles));
  }

  /** A sentence that is read second. */
  void quiet(String sentence) {
    text(sentence, "quiet-text");
  }

  /** Sentences of one kind, below a heading; nothing when there are none. */
  void list(String title, List<String> sentences) {
    if (sentences.isEmpty()) return;
    add(Panes.heading(title));
    VBox list = new VBox();
    list.getStyleClass().add("article-list");
    for (String sentence : sentences) {
      Label bullet = new Label("•");
      bullet.getStyleClass().add("bullet");
      Prose text = CodeSpans.prose(sentence);
      HBox.setHgrow(text, Priority.ALWAYS);
      list.getChildren().add(new HBox(bullet, text));
    }
    add(list);
  }

  /** A sentence that stands out, in the colour of that style. */
  static Node notice(String style, String sentence) {
    VBox box = new VBox(CodeSpans.prose(sentence));
    box.getStyleClass().addAll("alert", style);
    return box;
  }

  /** The one button of a page that goes on. */
  static Button primary(Button button) {
    button.getStyleClass().add(Styles.ACCENT);
    return button;
  }

  /** Buttons side by side, or below each other where there is no room. */
  static Node buttons(List<Button> buttons) {
    FlowPane row = new FlowPane(8, 8, buttons.toArray(Button[]::new));
    row.getStyleClass().add("article-tools");
    return row;
  }
}
