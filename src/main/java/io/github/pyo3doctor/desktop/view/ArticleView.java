package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.faq.Block;
import io.github.pyo3doctor.faq.Inline;
import io.github.pyo3doctor.faq.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** An article as nodes: no browser inside, nothing fetched, nothing run. */
final class ArticleView extends ScrollPane {
  private final Links external;
  private final VBox page = new VBox();
  private final Map<String, Node> anchors = new HashMap<>();

  /**
   * An empty page.
   *
   * @param external opens what is not on the page itself
   */
  ArticleView(Links external) {
    this.external = external;
    page.getStyleClass().add("article");
    VBox centred = new VBox(page);
    centred.getStyleClass().add("article-margin");
    setContent(centred);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().addAll("article-scroller", "edge-to-edge");
  }

  /** Shows a topic from its beginning. */
  void show(Topic topic) {
    anchors.clear();
    page.getChildren().setAll(InlineText.flow(topic.title(), this::follow, Styles.TITLE_2));
    topic.card().ifPresent(card -> page.getChildren().add(about(card.when().title(), card.pyo3())));
    page.getChildren().addAll(nodes(topic.body()));
    setVvalue(0);
  }

  /** Brings a heading to the top of the view. */
  void scrollTo(String anchor) {
    Node heading = anchors.get(anchor);
    if (heading == null) return;
    double hidden =
        page.getParent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
    if (hidden > 0) setVvalue(Math.min(1, heading.getBoundsInParent().getMinY() / hidden));
  }

  private void follow(String target) {
    if (target.startsWith("#")) scrollTo(target.substring(1));
    else external.follow(target);
  }

  private static Node about(String when, String versions) {
    Label label = new Label(when + " · PyO3 " + versions);
    label.getStyleClass().addAll(Styles.TEXT_MUTED, "article-about");
    return label;
  }

  private List<Node> nodes(List<Block> blocks) {
    return blocks.stream().map(this::node).toList();
  }

  private Node node(Block block) {
    return switch (block) {
      case Block.Paragraph(List<Inline> content) -> InlineText.flow(content, this::follow);
      case Block.Heading heading -> heading(heading);
      case Block.CodeBlock code -> new CodeView(code);
      case Block.ListBlock list -> list(list);
      case Block.Quote(List<Block> content) -> box("quote", nodes(content));
      case Block.Alert alert -> alert(alert);
      case Block.Table table -> table(table);
      case Block.Titled part -> titled(part);
      case Block.Rule() -> new Separator();
      case Block.Html(String source) -> html(source);
    };
  }

  private Node heading(Block.Heading heading) {
    String style = heading.level() <= 2 ? Styles.TITLE_3 : Styles.TITLE_4;
    Prose text = InlineText.flow(heading.content(), this::follow, style, "article-heading");
    anchors.put(heading.anchor(), text);
    return text;
  }

  private Node list(Block.ListBlock list) {
    VBox items = new VBox();
    items.getStyleClass().add("article-list");
    int number = list.start().orElse(0);
    for (List<Block> item : list.items()) {
      Label bullet = new Label(list.start().isPresent() ? number++ + "." : "•");
      bullet.getStyleClass().add("bullet");
      VBox content = new VBox();
      content.getStyleClass().add("article-item");
      content.getChildren().addAll(nodes(item));
      HBox.setHgrow(content, Priority.ALWAYS);
      items.getChildren().add(new HBox(bullet, content));
    }
    return items;
  }

  private Node alert(Block.Alert alert) {
    Label kind = new Label(alert.kind().word());
    kind.getStyleClass().add(Styles.TEXT_BOLD);
    VBox box = box("alert", nodes(alert.content()));
    box.getStyleClass().add("alert-" + alert.kind().word().toLowerCase(Locale.ROOT));
    box.getChildren().addFirst(kind);
    return box;
  }

  private Node titled(Block.Titled part) {
    Prose title = InlineText.flow(part.title(), this::follow, Styles.TEXT_BOLD);
    part.anchor().ifPresent(anchor -> anchors.put(anchor, title));
    VBox box = box("titled", nodes(part.content()));
    box.getChildren().addFirst(title);
    return box;
  }

  private static VBox box(String style, List<Node> content) {
    VBox box = new VBox();
    box.getStyleClass().add(style);
    box.getChildren().addAll(content);
    return box;
  }

  private static Node html(String source) {
    Block.CodeBlock shown =
        new Block.CodeBlock(
            "html", source.lines().map(line -> new Block.CodeLine(line, false)).toList());
    return new CodeView(shown);
  }

  private Node table(Block.Table table) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("article-table");
    List<Integer> widths = widths(table);
    int total = widths.stream().mapToInt(Integer::intValue).sum();
    for (int column = 0; column < widths.size(); column++) {
      ColumnConstraints constraints = new ColumnConstraints();
      constraints.setPercentWidth(100.0 * widths.get(column) / total);
      grid.getColumnConstraints().add(constraints);
    }
    addRow(grid, 0, table.header(), "table-head");
    for (int row = 0; row < table.rows().size(); row++) {
      addRow(grid, row + 1, table.rows().get(row), "table-cell-text");
    }
    return grid;
  }

  private void addRow(GridPane grid, int row, List<List<Inline>> cells, String style) {
    for (int column = 0; column < cells.size(); column++) {
      Prose cell = InlineText.flow(cells.get(column), this::follow, "article-cell", style);
      GridPane.setValignment(cell, VPos.TOP);
      grid.add(cell, column, row);
    }
  }

  /** Wider columns for longer text, within limits, so that no column starves. */
  private static List<Integer> widths(Block.Table table) {
    return IntStream.range(0, table.header().size())
        .map(
            column -> {
              int longest = Inline.plainText(table.header().get(column)).length();
              for (List<List<Inline>> row : table.rows()) {
                if (column < row.size()) {
                  longest = Math.max(longest, Inline.plainText(row.get(column)).length());
                }
              }
              return Math.clamp(longest, 8, 40);
            })
        .boxed()
        .toList();
  }
}
