package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.Article;
import io.github.pyo3doctor.desktop.model.BoxModel;
import io.github.pyo3doctor.desktop.model.Dropped;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.LibraryModel.Results;
import io.github.pyo3doctor.desktop.model.Place.Found;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.search.Hit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a search found, and the article chosen from it. */
final class SearchView extends StackPane implements Findable, Focusable {
  private final LibraryModel model;
  private final ListView<Hit> list = new ListView<>();
  private final BoxModel box;
  private final TopicPane article;
  private final SplitPane found = new SplitPane();
  private final Node searching =
      new Placeholder(Feather.SEARCH, "Searching", "The first search takes a moment.");
  private final Node nothing;
  private String query = "";
  private Optional<Found> shown = Optional.empty();
  private Optional<Node> offered = Optional.empty();
  private boolean opening;
  private boolean following;

  /**
   * The results.
   *
   * @param actions what can be done from its articles
   * @param box knows whether words are a path at which nothing lies
   * @param chosen hears what the user chose
   * @param ways what to offer when nothing matches
   */
  SearchView(
      LibraryModel model,
      TopicPane.Actions actions,
      BoxModel box,
      Consumer<Found> chosen,
      Node... ways) {
    this.model = model;
    this.box = box;
    this.article =
        new TopicPane(
            model,
            actions,
            new Placeholder(
                Feather.SEARCH,
                "Enter opens the first entry",
                "The arrow keys move through the list; the matches are marked."));
    this.nothing =
        new Placeholder(
            Feather.SLASH,
            "Nothing in the library matches",
            "Try the words of the message itself, an error code such as E0463 or 0xc0000135, or"
                + " fewer words.",
            ways);
    Panes.rewrap(list);
    Panes.enterGoesTo(list, article::takeKeyboard);
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
    model.resultsProperty().subscribe(this::fill);
  }

  private void fill(Results results) {
    following = true;
    list.getItems().setAll(results.hits());
    shown.ifPresent(this::select);
    following = false;
    arrange();
    if (opening && areIn()) openFirst();
  }

  /** Shows what there is for the words that were typed, or says why there is nothing. */
  private void arrange() {
    getChildren().setAll(present());
  }

  private Node present() {
    if (offered.isPresent()) return offered.get();
    if (box.isAbsentPath(query)) return absent(query);
    if (areIn()) return list.getItems().isEmpty() ? nothing : found;
    return list.getItems().isEmpty() ? searching : found;
  }

  private boolean areIn() {
    return model.resultsProperty().get().query().equals(query);
  }

  private static Node offer(Path path) {
    Feather icon = Files.isDirectory(path) ? Feather.FOLDER : Feather.FILE;
    String does =
        switch (Dropped.of(List.of(path))) {
          case Dropped.Project project when icon == Feather.FOLDER -> "Enter examines this folder";
          case Dropped.Project project -> "Enter examines this project";
          case Dropped.Binary binary -> "Enter inspects this file";
          case Dropped.Log log -> "Enter reads this file as a log";
          case Dropped.Unusable unusable -> "This cannot be read";
        };
    return new Placeholder(icon, does, "`" + path + "`");
  }

  private Node absent(String path) {
    Button words = new Button("Search for it as words", new FontIcon(Feather.SEARCH));
    words.setId("read-as-words");
    words.setOnAction(
        event -> {
          box.readAsWords();
          arrange();
        });
    return new Placeholder(
        Feather.FOLDER,
        "Nothing lies there",
        "There is no file or folder `" + path + "` on this machine.",
        words);
  }

  /** Says what Enter does with a file or folder whose path was typed. */
  void offer(Optional<Path> path) {
    offered = path.map(SearchView::offer);
    arrange();
  }

  /** Opens the first entry, as soon as it is found; opened already, the keyboard goes into it. */
  void openFirst() {
    boolean late = !areIn();
    opening = late;
    if (late || !getChildren().contains(found)) return;
    if (shown.isPresent()) article.takeKeyboard();
    else list.getSelectionModel().selectFirst();
  }

  /** Moves the keyboard into the list. */
  void enterList() {
    if (!getChildren().contains(found)) return;
    list.requestFocus();
    if (list.getSelectionModel().isEmpty()) list.getSelectionModel().selectFirst();
  }

  /** Shows a search, and the chosen entry. */
  void show(String words, Optional<Found> choice) {
    if (!words.equals(query)) opening = false;
    query = words;
    shown = choice;
    offered = Optional.empty();
    following = true;
    choice.ifPresentOrElse(this::select, list.getSelectionModel()::clearSelection);
    following = false;
    article.show(choice.flatMap(found -> model.found(found.source(), found.id())));
    arrange();
  }

  /** Without a choice the box keeps it: somebody is typing. */
  @Override
  public void takeKeyboard() {
    if (shown.isPresent()) list.requestFocus();
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
