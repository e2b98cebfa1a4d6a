package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.Article;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.faq.Block;
import io.github.pyo3doctor.faq.Inline;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.report.ArticlePage;
import io.github.pyo3doctor.report.Paint;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** An article as nodes: no browser inside, nothing fetched, nothing run. */
final class ArticleView extends Page {
  private final LibraryModel library;
  private final TopicPane.Actions actions;
  private final VBox lead = new VBox();
  private final VBox page = new VBox();
  private final Map<String, Node> anchors = new HashMap<>();
  private boolean checkable = true;
  private Optional<Article> shown = Optional.empty();
  private Optional<String> begunAt = Optional.empty();

  /**
   * An empty page.
   *
   * @param library where the same trouble is written of elsewhere
   * @param actions what can be done from an article
   */
  ArticleView(LibraryModel library, TopicPane.Actions actions) {
    this.library = library;
    this.actions = actions;
    page.getStyleClass().add("article");
    VBox centred = new VBox(page);
    centred.getStyleClass().add("article-margin");
    setContent(new VBox(lead, centred));
    page.heightProperty().addListener(height -> Platform.runLater(this::stayWhereBegun));
    addEventFilter(ScrollEvent.SCROLL, this::leaveBeginning);
    addEventFilter(MouseEvent.MOUSE_PRESSED, this::leaveBeginning);
    addEventFilter(KeyEvent.KEY_PRESSED, this::leaveBeginning);
  }

  /**
   * A page that was just filled wraps otherwise once it has its width, and its parts move: the
   * section asked for stays at the top until the reader moves the page.
   */
  private void stayWhereBegun() {
    begunAt.ifPresent(this::bringToTop);
  }

  private void leaveBeginning(InputEvent event) {
    begunAt = Optional.empty();
  }

  /** Puts something above every article that has its own way to the checks. */
  void lead(Node node) {
    lead.getChildren().setAll(node);
    checkable = false;
  }

  /** Shows an article from its beginning, or from the section asked for. */
  void show(Article article) {
    shown = Optional.of(article);
    anchors.clear();
    Topic topic = article.topic();
    page.getChildren()
        .setAll(
            InlineText.flow(topic.title(), this::follow, Styles.TITLE_2),
            about(article),
            tools(article));
    page.getChildren().addAll(nodes(topic.body()));
    page.getChildren().add(foot(article));
    setVvalue(0);
    begunAt = article.anchor();
    Platform.runLater(this::stayWhereBegun);
  }

  /** Opens the next article, or the one before. */
  void turn(int by) {
    shown.ifPresent(article -> article.neighbour(by).ifPresent(other -> open(article, other)));
  }

  private void open(Article from, Topic other) {
    if (from.isOfficial()) actions.openOfficial(other.id());
    else actions.openTopic(other.id());
  }

  private static Node about(Article article) {
    Label label = Panes.wrapped(article.about());
    label.getStyleClass().addAll(Styles.TEXT_MUTED, "article-about");
    return label;
  }

  private Node tools(Article article) {
    FlowPane tools = new FlowPane();
    tools.getStyleClass().add("article-tools");
    if (checkable && !article.isOfficial()) {
      Button check = new Button("Check this for me", new FontIcon(Feather.CLIPBOARD));
      check.setId("check-this");
      check.setOnAction(event -> actions.checkFor(article.topic().id()));
      tools.getChildren().add(check);
    }
    library.counterpart(article).ifPresent(other -> tools.getChildren().add(counterpart(other)));
    Button copy = new Button("Copy the text", new FontIcon(Feather.COPY));
    copy.setId("copy-article");
    copy.getStyleClass().add(Styles.FLAT);
    copy.setOnAction(
        event -> Copying.copy(new ArticlePage(Paint.NONE, false).page(article.topic()), copy));
    tools.getChildren().add(copy);
    return tools;
  }

  private Button counterpart(Article other) {
    String says = other.isOfficial() ? "The official FAQ says" : "What PyO3 Doctor says";
    Button button = new Button(says, new FontIcon(Feather.BOOK));
    button.setId("counterpart");
    button.setOnAction(event -> open(other, other.topic()));
    return button;
  }

  private Node foot(Article article) {
    GridPane foot = new GridPane();
    foot.getStyleClass().add("article-foot");
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    foot.getColumnConstraints().setAll(half, half);
    article
        .neighbour(-1)
        .ifPresent(
            other -> foot.add(turnButton("← Previous", article, other, Pos.CENTER_LEFT), 0, 0));
    article
        .neighbour(1)
        .ifPresent(other -> foot.add(turnButton("Next →", article, other, Pos.CENTER_RIGHT), 1, 0));
    return foot;
  }

  private Button turnButton(String way, Article article, Topic other, Pos side) {
    Button button = new Button(way + "\n" + other.titleText());
    button.setWrapText(true);
    button.setMnemonicParsing(false);
    button.setTextAlignment(side == Pos.CENTER_LEFT ? TextAlignment.LEFT : TextAlignment.RIGHT);
    button.setAlignment(side);
    button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    button.getStyleClass().add(Styles.FLAT);
    button.setOnAction(event -> open(article, other));
    return button;
  }

  /** Brings a heading to the top of the view. */
  void scrollTo(String anchor) {
    begunAt = Optional.of(anchor);
    stayWhereBegun();
  }

  private void bringToTop(String anchor) {
    Node heading = anchors.get(anchor);
    if (heading == null) return;
    layout();
    double top =
        getContent().sceneToLocal(heading.localToScene(heading.getLayoutBounds())).getMinY();
    double hidden = getContent().getLayoutBounds().getHeight() - getViewportBounds().getHeight();
    if (hidden > 0) setVvalue(Math.min(1, top / hidden));
  }

  /** A link within the page or the library is followed here; any other in the browser. */
  private void follow(String target) {
    Optional<Library.Target> inside = shown.flatMap(article -> article.library().linked(target));
    if (inside.isPresent()) {
      Library.Target to = inside.get();
      String id = to.topic().id() + to.anchor().map(anchor -> "#" + anchor).orElse("");
      if (shown.get().isOfficial()) actions.openOfficial(id);
      else actions.openTopic(to.topic().id());
    } else if (target.startsWith("#")) {
      scrollTo(target.substring(1));
    } else {
      actions.follow(target);
    }
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
