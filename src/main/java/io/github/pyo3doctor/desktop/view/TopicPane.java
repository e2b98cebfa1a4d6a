package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
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
final class TopicPane extends StackPane {
  /** Narrower, and the outline would take the article's place. */
  private static final double OUTLINE_FROM_EMS = 58;

  private final ArticleView article;
  private final VBox outline = new VBox();
  private final HBox page;
  private final Node nothing;
  private Optional<Topic> shown = Optional.empty();

  TopicPane(Links links, Node nothing) {
    this.article = new ArticleView(links);
    this.nothing = nothing;
    this.page = new HBox(article, outline);
    HBox.setHgrow(article, Priority.ALWAYS);
    outline.getStyleClass().add("outline");
    outline.managedProperty().bind(outline.visibleProperty());
    widthProperty().subscribe(width -> fitOutline());
    getChildren().setAll(nothing);
  }

  void show(Optional<Topic> topic) {
    if (topic.equals(shown)) return;
    shown = topic;
    topic.ifPresent(this::show);
    getChildren().setAll(topic.isPresent() ? page : nothing);
  }

  private void show(Topic topic) {
    article.show(topic);
    Label title = new Label("On this page");
    title.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    outline.getChildren().setAll(title);
    topic.outline().forEach(heading -> outline.getChildren().add(link(heading)));
    fitOutline();
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
