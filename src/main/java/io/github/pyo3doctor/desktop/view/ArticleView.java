package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.faq.Block;
import io.github.pyo3doctor.faq.Inline;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.report.ArticlePage;
import io.github.pyo3doctor.report.Paint;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** An article as nodes: no browser inside, nothing fetched, nothing run. */
final class ArticleView extends ScrollPane {
  private final LibraryModel library;
  private final TopicPane.Actions actions;
  private final VBox lead = new VBox();
  private final VBox page = new VBox();
  private final Map<String, Node> anchors = new HashMap<>();
  private boolean checkable = true;
  private Optional<Topic> shown = Optional.empty();

  /**
   * An empty page.
   *
   * @param library what comes before and after an article
   * @param actions what can be done from an article
   */
  ArticleView(LibraryModel library, TopicPane.Actions actions) {
    this.library = library;
    this.actions = actions;
    page.getStyleClass().add("article");
    VBox centred = new VBox(page);
    centred.getStyleClass().add("article-margin");
    setContent(new VBox(lead, centred));
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().addAll("article-scroller", "edge-to-edge");
  }

  /** Puts something above every article that has its own way to the checks. */
  void lead(Node node) {
    lead.getChildren().setAll(node);
    checkable = false;
  }

  /** Shows a topic from its beginning. */
  void show(Topic topic) {
    shown = Optional.of(topic);
    anchors.clear();
    page.getChildren().setAll(InlineText.flow(topic.title(), this::follow, Styles.TITLE_2));
    topic.card().ifPresent(card -> page.getChildren().add(about(card.when().title(), card.pyo3())));
    page.getChildren().add(tools(topic));
    page.getChildren().addAll(nodes(topic.body()));
    page.getChildren().add(foot(topic));
    setVvalue(0);
  }

  /** Opens the next article, or the one before. */
  void turn(int by) {
    shown
        .flatMap(topic -> library.neighbour(topic, by))
        .ifPresent(topic -> actions.openTopic(topic.id()));
  }

  private Node tools(Topic topic) {
    HBox tools = new HBox();
    tools.getStyleClass().add("article-tools");
    if (checkable) {
      Button check = new Button("Check this for me", new FontIcon(Feather.CLIPBOARD));
      check.setId("check-this");
      check.setOnAction(event -> actions.checkFor(topic.id()));
      tools.getChildren().add(check);
    }
    Button copy = new Button("Copy the text", new FontIcon(Feather.COPY));
    copy.setId("copy-article");
    copy.getStyleClass().add(Styles.FLAT);
    copy.setOnAction(event -> Copying.copy(new ArticlePage(Paint.NONE, false).page(topic), copy));
    tools.getChildren().add(copy);
    return tools;
  }

  private Node foot(Topic topic) {
    GridPane foot = new GridPane();
    foot.getStyleClass().add("article-foot");
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    foot.getColumnConstraints().setAll(half, half);
    library
        .neighbour(topic, -1)
        .ifPresent(other -> foot.add(turnButton("← Previous", other, Pos.CENTER_LEFT), 0, 0));
    library
        .neighbour(topic, 1)
        .ifPresent(other -> foot.add(turnButton("Next →", other, Pos.CENTER_RIGHT), 1, 0));
    return foot;
  }

  private Button turnButton(String way, Topic other, Pos side) {
    Button button = new Button(way + "\n" + other.titleText());
    button.setWrapText(true);
    button.setMnemonicParsing(false);
    button.setTextAlignment(side == Pos.CENTER_LEFT ? TextAlignment.LEFT : TextAlignment.RIGHT);
    button.setAlignment(side);
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    button.getStyleClass().add(Styles.FLAT);
    button.setOnAction(event -> actions.openTopic(other.id()));
    return button;
  }

  /** Brings a heading to the top of the view. */
  void scrollTo(String anchor) {
    Node heading = anchors.get(anchor);
    if (heading == null) return;
    layout();
    double top =
        getContent().sceneToLocal(heading.localToScene(heading.getLayoutBounds())).getMinY();
    double hidden = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
    if (hidden > 0) setVvalue(Math.min(1, top / hidden));
  }

  private void follow(String target) {
    if (target.startsWith("#")) scrollTo(target.substring(1));
    else actions.follow(target);
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
