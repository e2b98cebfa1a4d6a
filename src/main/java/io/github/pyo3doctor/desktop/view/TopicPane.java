package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.faq.Topic;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The article of the chosen topic, or what to do while none is chosen. */
final class TopicPane extends StackPane {
  private final ArticleView article;
  private final Node nothing;
  private Optional<Topic> shown = Optional.empty();

  TopicPane(Links links, Node nothing) {
    this.article = new ArticleView(links);
    this.nothing = nothing;
    getChildren().setAll(nothing);
  }

  void show(Optional<Topic> topic) {
    if (topic.equals(shown)) return;
    shown = topic;
    topic.ifPresent(article::show);
    getChildren().setAll(topic.isPresent() ? article : nothing);
  }
}
