package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.Article;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.faq.Block;
import io.github.pyo3doctor.faq.Inline;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The article of the chosen topic with its outline, or what to do while none is chosen. */
final class TopicPane extends StackPane implements Findable, Focusable {
  /** Narrower, and the outline would take the article's place. */
  private static final double OUTLINE_FROM_EMS = 58;

  private final ArticleView article;
  private final FindBar findBar;
  private final VBox outline = new VBox();
  private final VBox page;
  private final Node nothing;

  /** Has the size that text has here. */
  private final Label ruler = new Label();

  private Optional<Article> shown = Optional.empty();

  /** What can be done from an article. */
  interface Actions extends Links {
    /** Opens the topic with that id. */
    void openTopic(String topicId);

    /** Opens the list of our topics. */
    void openLibrary();

    /** Opens the list of the official guide's chapters. */
    void openGuide();

    /** Opens a chapter, a section or a FAQ entry of the official guide. */
    void openOfficial(String id);

    /** Goes to the guided check of a topic. */
    void checkFor(String topicId);
  }

  TopicPane(LibraryModel library, Actions actions, Node nothing) {
    this.article = new ArticleView(library, actions);
    this.findBar = new FindBar(article);
    this.nothing = nothing;
    ScrollPane scroller = new ScrollPane(outline);
    scroller.setFitToWidth(true);
    scroller.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroller.getStyleClass().addAll("outline-scroller", "edge-to-edge");
    scroller.visibleProperty().bind(outline.visibleProperty());
    scroller.managedProperty().bind(outline.visibleProperty());
    HBox reading = new HBox(article, scroller);
    this.page = new VBox(findBar, reading);
    HBox.setHgrow(article, Priority.ALWAYS);
    VBox.setVgrow(reading, Priority.ALWAYS);
    outline.getStyleClass().add("outline");
    ruler.setManaged(false);
    ruler.setVisible(false);
    widthProperty().subscribe(width -> fitOutline());
    ruler.fontProperty().subscribe(font -> fitOutline());
    getChildren().setAll(ruler, nothing);
  }

  /** Puts something above every article, in place of its own actions. */
  void lead(Node lead) {
    article.lead(lead);
  }

  void show(Optional<Article> chosen) {
    if (chosen.equals(shown)) return;
    shown = chosen;
    chosen.ifPresent(this::show);
    getChildren().setAll(ruler, chosen.isPresent() ? page : nothing);
  }

  /** Into the article, whose keys scroll it. */
  @Override
  public void takeKeyboard() {
    if (shown.isPresent()) article.requestFocus();
  }

  @Override
  public void find() {
    if (shown.isPresent()) findBar.find();
  }

  @Override
  public boolean stopFinding() {
    return findBar.stopFinding();
  }

  /** Opens the next article, or the one before. */
  void turn(int by) {
    article.turn(by);
  }

  private void show(Article chosen) {
    article.show(chosen);
    Label title = new Label("On this page");
    title.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    outline.getChildren().setAll(title);
    chosen.topic().outline().forEach(heading -> outline.getChildren().add(link(heading)));
    fitOutline();
    findBar.look();
  }

  private Hyperlink link(Block.Heading heading) {
    Hyperlink link = new Hyperlink(Inline.plainText(heading.content()));
    link.setWrapText(true);
    link.setOnAction(
        event -> {
          article.scrollTo(heading.anchor());
          link.setVisited(false);
        });
    return link;
  }

  private void fitOutline() {
    outline.setVisible(getWidth() > OUTLINE_FROM_EMS * ruler.getFont().getSize());
  }
}
