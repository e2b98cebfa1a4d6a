package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.faq.Block;
import io.github.pyo3doctor.faq.Inline;
import io.github.pyo3doctor.faq.Topic;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The article of the chosen topic with its outline, or what to do while none is chosen. */
final class TopicPane extends StackPane implements Findable {
  /** Narrower, and the outline would take the article's place. */
  private static final double OUTLINE_FROM_EMS = 58;

  private final ArticleView article;
  private final FindBar findBar;
  private final VBox outline = new VBox();
  private final VBox page;
  private final Node nothing;
  private Optional<Topic> shown = Optional.empty();

  /** What can be done from an article. */
  interface Actions extends Links {
    /** Opens the topic with that id. */
    void openTopic(String topicId);

    /** Looks for a topic's trouble in the project in hand; asks for a project if there is none. */
    void checkFor(String topicId);
  }

  TopicPane(LibraryModel library, Actions actions, Node nothing) {
    this.article = new ArticleView(library, actions);
    this.findBar = new FindBar(article);
    this.nothing = nothing;
    HBox reading = new HBox(article, outline);
    this.page = new VBox(findBar, reading);
    HBox.setHgrow(article, Priority.ALWAYS);
    VBox.setVgrow(reading, Priority.ALWAYS);
    outline.getStyleClass().add("outline");
    outline.managedProperty().bind(outline.visibleProperty());
    widthProperty().subscribe(width -> fitOutline());
    getChildren().setAll(nothing);
  }

  /** Puts something above every article, in place of its own actions. */
  void lead(Node lead) {
    article.lead(lead);
  }

  void show(Optional<Topic> topic) {
    if (topic.equals(shown)) return;
    shown = topic;
    topic.ifPresent(this::show);
    getChildren().setAll(topic.isPresent() ? page : nothing);
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

  private void show(Topic topic) {
    article.show(topic);
    Label title = new Label("On this page");
    title.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    outline.getChildren().setAll(title);
    topic.outline().forEach(heading -> outline.getChildren().add(link(heading)));
    fitOutline();
    findBar.look();
  }

  private Hyperlink link(Block.Heading heading) {
    Hyperlink link = new Hyperlink(Inline.plainText(heading.content()));
    link.setOnAction(
        event -> {
          article.scrollTo(heading.anchor());
          link.setVisited(false);
        });
    return link;
  }

  private void fitOutline() {
    double em = new Label("").getFont().getSize();
    outline.setVisible(getWidth() > OUTLINE_FROM_EMS * em);
  }
}
