package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.faq.Stage;
import io.github.pyo3doctor.faq.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** All topics by when they hurt, and the one being read. */
final class LibraryView extends SplitPane implements Findable {
  private final LibraryModel model;
  private final ListView<Row> list = new ListView<>();
  private final TopicPane article;
  private boolean following;

  /** A line of the list. */
  private sealed interface Row {
    record Group(Stage stage) implements Row {}

    record Entry(Topic topic) implements Row {}
  }

  /**
   * The library.
   *
   * @param actions what can be done from its articles
   */
  LibraryView(LibraryModel model, TopicPane.Actions actions) {
    this.model = model;
    this.article =
        new TopicPane(
            model,
            actions,
            new Placeholder(
                Feather.BOOK_OPEN,
                "Choose an entry",
                "Each says what you see, why it happens, how to tell it from its look-alikes, and"
                    + " what to do."));
    list.getItems().setAll(rows(model.topics()));
    list.setCellFactory(view -> new RowCell());
    Panes.rewrap(list);
    list.setId("library-list");
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (!following && row instanceof Row.Entry(Topic topic))
                actions.openTopic(topic.id());
            });
    getItems().setAll(list, article);
    Panes.listAndDetail(this, list);
  }

  /** Shows where the user is now. */
  void show(Optional<String> topicId) {
    Optional<Topic> topic = topicId.flatMap(model::topic);
    following = true;
    topic
        .map(Row.Entry::new)
        .ifPresentOrElse(this::select, list.getSelectionModel()::clearSelection);
    following = false;
    article.show(topic);
  }

  @Override
  public void find() {
    article.find();
  }

  @Override
  public boolean stopFinding() {
    return article.stopFinding();
  }

  /** Opens the next article, or the one before. */
  void turn(int by) {
    article.turn(by);
  }

  private void select(Row.Entry entry) {
    if (entry.equals(list.getSelectionModel().getSelectedItem())) return;
    list.getSelectionModel().select(entry);
    list.scrollTo(Math.max(0, list.getItems().indexOf(entry) - 1));
  }

  private static List<Row> rows(List<Topic> topics) {
    List<Row> rows = new ArrayList<>();
    Optional<Stage> group = Optional.empty();
    for (Topic topic : topics) {
      Optional<Stage> stage = topic.card().map(card -> card.when());
      if (!stage.equals(group)) stage.map(Row.Group::new).ifPresent(rows::add);
      group = stage;
      rows.add(new Row.Entry(topic));
    }
    return rows;
  }

  private static final class RowCell extends WrappingCell<Row> {
    @Override
    Region content(Row row) {
      return switch (row) {
        case Row.Group(Stage stage) -> Panes.groupRow(stage.title(), this);
        case Row.Entry(Topic topic) -> Panes.twoLines(topic.titleText(), topic.id());
      };
    }
  }
}
