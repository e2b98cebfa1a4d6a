package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.search.Hit;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a search found, and the article chosen from it. */
final class SearchView extends StackPane implements Findable {
  private final LibraryModel model;
  private final ListView<Hit> list = new ListView<>();
  private final TopicPane article;
  private final SplitPane found = new SplitPane();
  private boolean following;

  /**
   * The results.
   *
   * @param actions what can be done from its articles
   * @param chosen hears the id of a topic the user chose
   * @param ways what to offer when nothing matches
   */
  SearchView(LibraryModel model, TopicPane.Actions actions, Consumer<String> chosen, Node... ways) {
    this.model = model;
    this.article =
        new TopicPane(
            model,
            actions,
            new Placeholder(
                Feather.SEARCH,
                "Enter opens the first entry",
                "The arrow keys move through the list; the matches are marked."));
    Node nothing =
        new Placeholder(
            Feather.SLASH,
            "Nothing in the library matches",
            "Try the words of the message itself, an error code such as E0463 or 0xc0000135, or"
                + " fewer words.",
            ways);
    Panes.rewrap(list);
    list.setId("search-results");
    list.setCellFactory(view -> new HitCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            hit -> {
              if (!following && hit != null) chosen.accept(hit.topic());
            });
    found.getItems().setAll(list, article);
    Panes.listAndDetail(found, list);
    model
        .resultsProperty()
        .subscribe(
            results -> {
              following = true;
              list.getItems().setAll(results.hits());
              following = false;
              boolean none = results.hits().isEmpty() && !results.query().isEmpty();
              getChildren().setAll(none ? nothing : found);
            });
  }

  /** The first entry's id, if anything was found. */
  Optional<String> first() {
    return list.getItems().stream().map(Hit::topic).findFirst();
  }

  /** Moves the keyboard into the list. */
  void enterList() {
    list.requestFocus();
    if (list.getSelectionModel().isEmpty()) list.getSelectionModel().selectFirst();
  }

  /** Shows the chosen entry. */
  void show(Optional<String> topicId) {
    following = true;
    topicId.ifPresentOrElse(this::select, list.getSelectionModel()::clearSelection);
    following = false;
    article.show(topicId.flatMap(model::topic));
  }

  @Override
  public void find() {
    article.find();
  }

  @Override
  public boolean stopFinding() {
    return article.stopFinding();
  }

  private void select(String topicId) {
    for (Hit hit : list.getItems()) {
      if (hit.topic().equals(topicId)) list.getSelectionModel().select(hit);
    }
  }

  private static final class HitCell extends WrappingCell<Hit> {
    @Override
    Region content(Hit hit) {
      VBox row = new VBox(new MarkedText(hit.title(), "hit-title"));
      if (!hit.snippet().text().isBlank()) {
        row.getChildren().add(new MarkedText(hit.snippet(), "hit-snippet"));
      }
      row.getStyleClass().add("two-line-row");
      return row;
    }
  }
}
