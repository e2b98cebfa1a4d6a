package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.Article;
import io.github.pyo3doctor.desktop.model.GuideState;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.LibraryRow;
import io.github.pyo3doctor.faq.GuidePlace;
import io.github.pyo3doctor.report.Summary;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Our topics by when they hurt, PyO3's own guide by chapter, and the article being read. */
final class LibraryView extends SplitPane implements Findable, Focusable {
  private final LibraryModel model;
  private final TopicPane.Actions actions;
  private final ListView<LibraryRow> list = new ListView<>();
  private final StackPane contents = new StackPane();
  private final GuideChooser chooser;
  private final ToggleButton ours = new ToggleButton("Our topics");
  private final ToggleButton official = new ToggleButton("Official guide");
  private final TopicPane article;
  private boolean guideShown;
  private boolean following;

  /**
   * The library.
   *
   * @param actions what can be done from its articles
   */
  LibraryView(LibraryModel model, TopicPane.Actions actions) {
    this.model = model;
    this.actions = actions;
    this.chooser = new GuideChooser(model.guides());
    this.article =
        new TopicPane(
            model,
            actions,
            new Placeholder(
                Feather.BOOK_OPEN,
                "Choose an entry",
                "Ours say what you see, why it happens, how to tell it from its look-alikes, and"
                    + " what to do. The official guide is PyO3's own."));
    list.setCellFactory(view -> new RowCell());
    Panes.rewrap(list);
    Panes.enterGoesTo(list, article::takeKeyboard);
    Panes.passOver(list, row -> !(row instanceof LibraryRow.Entry));
    list.setId("library-list");
    list.getSelectionModel().selectedItemProperty().subscribe(this::chose);
    VBox left = new VBox(tabs(), chooser, contents);
    VBox.setVgrow(contents, Priority.ALWAYS);
    chooser.managedProperty().bind(chooser.visibleProperty());
    getItems().setAll(left, article);
    Panes.listAndDetail(this, left);
    model.guides().stateProperty().subscribe(state -> fill());
  }

  /** Shows a topic of ours, or the list of them. */
  void show(Optional<String> topicId) {
    guideShown = false;
    fill();
    choose(topicId, topicId.flatMap(model::article));
  }

  /** Shows a chapter of the official guide, or the list of them. */
  void showOfficial(Optional<String> id) {
    guideShown = true;
    fill();
    Optional<Article> chosen = id.flatMap(model::official);
    Optional<String> row =
        chosen.map(
            shown -> shown.topic().place().map(GuidePlace::chapter).orElse(shown.topic().id()));
    choose(row, chosen);
  }

  @Override
  public void takeKeyboard() {
    Focusable.focus(list, this);
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

  private Node tabs() {
    ours.setId("library-ours");
    official.setId("library-official");
    ours.setOnAction(event -> actions.openLibrary());
    official.setOnAction(event -> actions.openGuide());
    HBox tabs = new HBox(ours, official);
    for (ToggleButton tab : List.of(ours, official)) {
      tab.setMinWidth(USE_PREF_SIZE);
      tab.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(tab, Priority.ALWAYS);
    }
    ours.getStyleClass().add(Styles.LEFT_PILL);
    official.getStyleClass().add(Styles.RIGHT_PILL);
    tabs.getStyleClass().add("library-tabs");
    return tabs;
  }

  private void fill() {
    ours.setSelected(!guideShown);
    official.setSelected(guideShown);
    following = true;
    chooser.setVisible(
        guideShown && model.guides().stateProperty().get() instanceof GuideState.Open);
    if (guideShown) fillWithGuide(model.guides().stateProperty().get());
    else fill(LibraryRow.topics(model.topics()));
    following = false;
  }

  private void fillWithGuide(GuideState state) {
    switch (state) {
      case GuideState.Looking() ->
          contents
              .getChildren()
              .setAll(new Placeholder(Feather.SEARCH, "Looking for the guide", "One moment."));
      case GuideState.None(String reason) ->
          contents
              .getChildren()
              .setAll(
                  new Placeholder(
                      Feather.BOOK, "No official guide here", Summary.capitalized(reason) + "."));
      case GuideState.Open open -> fill(LibraryRow.chapters(open.guide()));
    }
  }

  private void fill(List<LibraryRow> rows) {
    if (!list.getItems().equals(rows)) {
      list.getItems().setAll(rows);
      list.scrollTo(0);
    }
    contents.getChildren().setAll(list);
  }

  private void choose(Optional<String> row, Optional<Article> chosen) {
    following = true;
    row.flatMap(this::row).ifPresentOrElse(this::select, list.getSelectionModel()::clearSelection);
    following = false;
    article.show(chosen);
  }

  private void chose(@Nullable LibraryRow row) {
    if (following || !(row instanceof LibraryRow.Entry entry)) return;
    if (guideShown) actions.openOfficial(entry.id());
    else actions.openTopic(entry.id());
  }

  private Optional<LibraryRow> row(String id) {
    return list.getItems().stream()
        .filter(row -> row instanceof LibraryRow.Entry entry && entry.id().equals(id))
        .findFirst();
  }

  private void select(LibraryRow row) {
    if (row.equals(list.getSelectionModel().getSelectedItem())) return;
    list.getSelectionModel().select(row);
    Panes.reveal(list);
  }

  private static final class RowCell extends WrappingCell<LibraryRow> {
    private static final double INDENT = 16;

    @Override
    Region content(LibraryRow row) {
      return switch (row) {
        case LibraryRow.Group(String title) -> Panes.groupRow(title, this);
        case LibraryRow.Entry entry when entry.detail().isEmpty() ->
            indented(Panes.wrapped(entry.title()), entry.depth());
        case LibraryRow.Entry entry -> Panes.twoLines(entry.title(), entry.detail());
        case LibraryRow.Draft draft -> {
          Label title = Panes.wrapped(draft.title() + " (not written yet)");
          title.getStyleClass().add(Styles.TEXT_MUTED);
          setDisable(true);
          yield indented(title, draft.depth());
        }
      };
    }

    private static Region indented(Label title, int depth) {
      VBox row = new VBox(title);
      row.setPadding(new Insets(0, 0, 0, depth * INDENT));
      return row;
    }
  }
}
