package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.faq.Inline;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

/** Inline content as text runs; emphasis, code and links are style classes of the run. */
final class InlineText {
  private final Links links;
  private final List<Text> runs = new ArrayList<>();

  private InlineText(Links links) {
    this.links = links;
  }

  /** A paragraph of that content. */
  static Prose flow(List<Inline> content, Links links, String... styleClasses) {
    InlineText text = new InlineText(links);
    text.append(content, List.of("prose-text"));
    Prose prose = new Prose(text.runs.toArray(Text[]::new));
    prose.getStyleClass().addAll(styleClasses);
    return prose;
  }

  private void append(List<Inline> content, List<String> styles) {
    content.forEach(run -> append(run, styles));
  }

  private void append(Inline inline, List<String> styles) {
    switch (inline) {
      case Inline.Text(String text) -> add(text, styles);
      case Inline.Code(String code) -> add(code, plus(styles, "inline-code"));
      case Inline.Emphasis(List<Inline> content) -> append(content, plus(styles, "emphasis"));
      case Inline.Strong(List<Inline> content) -> append(content, plus(styles, "strong"));
      case Inline.Strikethrough(List<Inline> content) -> append(content, plus(styles, "struck"));
      case Inline.Link(String target, List<Inline> content) -> link(target, content, styles);
      case Inline.Image(String target, String description) ->
          add("[picture: " + description + "]", plus(styles, "emphasis"));
      case Inline.LineBreak() -> add("\n", styles);
      case Inline.Html(String source) -> add(source, plus(styles, "inline-code"));
    }
  }

  private void link(String target, List<Inline> content, List<String> styles) {
    int first = runs.size();
    append(content, plus(styles, "link"));
    for (Text run : runs.subList(first, runs.size())) makeLink(run, target);
  }

  private void makeLink(Text run, String target) {
    run.setCursor(Cursor.HAND);
    run.setFocusTraversable(true);
    run.setAccessibleRole(AccessibleRole.HYPERLINK);
    // A tooltip is a window of its own, and most links are never pointed at.
    run.setOnMouseEntered(
        event -> {
          Tooltip.install(run, new Tooltip(target));
          run.setOnMouseEntered(null);
        });
    run.setOnMouseClicked(
        event -> {
          if (event.isStillSincePress()) links.follow(target);
        });
    run.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) links.follow(target);
        });
  }

  private void add(String text, List<String> styles) {
    Text run = new Text(text);
    run.getStyleClass().addAll(styles);
    runs.add(run);
  }

  private static List<String> plus(List<String> styles, String style) {
    List<String> more = new ArrayList<>(styles);
    more.add(style);
    return more;
  }
}
