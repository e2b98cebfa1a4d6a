package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.Article;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.Place.Found;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.search.Hit;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
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
  private Optional<Found> shown = Optional.empty();
  private boolean following;

  /**
   * The results.
   *
   * @param actions what can be done from its articles
   * @param chosen hears what the user chose
   * @param ways what to offer when nothing matches
   */
  SearchView(LibraryModel model, TopicPane.Actions actions, Consumer<Found> chosen, Node... ways) {
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
              if (!following && hit != null) chosen.accept(found(hit));
            });
    found.getItems().setAll(list, article);
    Panes.listAndDetail(found, list);
    model
        .resultsProperty()
        .subscribe(
            results -> {
              following = true;
              list.getItems().setAll(results.hits());
              shown.ifPresent(this::select);
              following = false;
              boolean none = results.hits().isEmpty() && !results.query().isEmpty();
              getChildren().setAll(none ? nothing : found);
            });
  }

  /** The first entry, if anything was found. */
  Optional<Found> first() {
    return list.getItems().stream().map(SearchView::found).findFirst();
  }

  /** Moves the keyboard into the list. */
  void enterList() {
    list.requestFocus();
    if (list.getSelectionModel().isEmpty()) list.getSelectionModel().selectFirst();
  }

  /** Shows the chosen entry. */
  void show(Optional<Found> choice) {
    shown = choice;
    following = true;
    choice.ifPresentOrElse(this::select, list.getSelectionModel()::clearSelection);
    following = false;
    article.show(choice.flatMap(found -> model.found(found.source(), found.id())));
  }

  @Override
  public void find() {
    article.find();
  }

  @Override
  public boolean stopFinding() {
    return article.stopFinding();
  }

  private void select(Found choice) {
    for (Hit hit : list.getItems()) {
      if (found(hit).equals(choice)) list.getSelectionModel().select(hit);
    }
  }

  private static Found found(Hit hit) {
    return new Found(hit.source(), hit.topic());
  }

  private final class HitCell extends WrappingCell<Hit> {
    @Override
    Region content(Hit hit) {
      VBox row = new VBox(new MarkedText(hit.title(), "hit-title"));
      if (!hit.snippet().text().isBlank()) {
        row.getChildren().add(new MarkedText(hit.snippet(), "hit-snippet"));
      }
      model
          .found(hit.source(), hit.topic())
          .filter(Article::isOfficial)
          .ifPresent(official -> row.getChildren().addFirst(badge(official)));
      row.getStyleClass().add("two-line-row");
      return row;
    }

    private Label badge(Article official) {
      String version = official.library().release().map(Pyo3Release::version).orElse("");
      Label badge = new Label("official " + version);
      badge.getStyleClass().addAll("chip", "official-badge", Styles.TEXT_SMALL);
      return badge;
    }
  }
}
