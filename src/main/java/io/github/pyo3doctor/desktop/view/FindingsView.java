package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.desktop.model.ExaminationModel;
import io.github.pyo3doctor.desktop.model.ExaminationState;
import io.github.pyo3doctor.desktop.model.FindingRow;
import io.github.pyo3doctor.desktop.model.FindingRows;
import io.github.pyo3doctor.desktop.model.FixModel;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.SourceFiles;
import io.github.pyo3doctor.report.Summary;
import io.github.pyo3doctor.snapshot.Location;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the checks said of the project: a list by severity, and the one being looked at. */
final class FindingsView extends StackPane implements Findable, Focusable {
  private static final int LONGEST_NAME = 60;

  private final ExaminationModel model;
  private final LibraryModel library;
  private final Actions actions;
  private final ObservableList<FindingRow> rows = FXCollections.observableArrayList();
  private final ListView<FindingRow> list = new ListView<>(rows);
  private final TextField filter = new TextField();
  private final StackPane detail = new StackPane();
  private final FindingView finding;
  private final FindBar findBar;
  private final VBox findingPage;
  private final SplitPane done = new SplitPane();
  private final Label lookingAt = new Label();
  private final Node running = running();
  private final ScopeBar scope;
  private final FixModel fixes;
  private final FixBar applied;
  private boolean following;
  private Optional<Path> filtered = Optional.empty();

  /** What can be done from here. */
  interface Actions {
    /** Asks for a folder and examines it. */
    void chooseFolder();

    /** The user chose a finding. */
    void chosen(String findingId);

    /** Opens the topic with that id. */
    void openTopic(String topicId);
  }

  FindingsView(
      ExaminationModel model,
      LibraryModel library,
      FixModel fixes,
      SourceFiles files,
      Actions actions) {
    this.model = model;
    this.library = library;
    this.actions = actions;
    this.fixes = fixes;
    this.applied = new FixBar(fixes, model::again);
    this.finding = new FindingView(actions::openTopic, files, fixes);
    this.scope = new ScopeBar(model::all, actions::openTopic);
    Panes.rewrap(list);
    list.setId("findings-list");
    list.setCellFactory(view -> new RowCell());
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (!following && row != null) chose(row);
            });
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    Panes.enterGoesTo(list, this::enterDetail);
    Panes.passOver(list, FindingRow.Group.class::isInstance);
    filter.setId("filter");
    filter.setPromptText("Filter by word, file or topic");
    filter.textProperty().subscribe(text -> model.examination().ifPresent(this::refill));
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInFilter);
    VBox left = new VBox(filter, list);
    findBar = new FindBar(finding);
    findingPage = new VBox(findBar, finding);
    VBox.setVgrow(finding, Priority.ALWAYS);
    left.getStyleClass().add("list-with-filter");
    VBox.setVgrow(list, Priority.ALWAYS);
    done.getItems().setAll(left, detail);
    Panes.listAndDetail(done, left);
    model.stateProperty().subscribe(this::show);
  }

  @Override
  public void takeKeyboard() {
    if (model.examination().isPresent()) Focusable.focus(list, this);
    else Focusable.focusFirst(this);
  }

  private void enterDetail() {
    if (detail.getChildren().contains(findingPage)) finding.requestFocus();
  }

  /** Shows where the user is now; without a choice, the loudest finding. */
  void show(Optional<String> findingId) {
    following = true;
    rows.stream()
        .filter(row -> row instanceof FindingRow.Entry(Finding f) && matches(findingId, f))
        .findFirst()
        .ifPresentOrElse(this::select, this::selectNothing);
    following = false;
  }

  /** Chooses the next finding, or the one before. */
  void step(int by) {
    int i = list.getSelectionModel().getSelectedIndex() + by;
    while (i >= 0 && i < rows.size() && !(rows.get(i) instanceof FindingRow.Entry)) i += by;
    if (i >= 0 && i < rows.size()) list.getSelectionModel().select(i);
  }

  /** Shows the change that mends the chosen finding, if one does. */
  void offerChange() {
    if (list.getSelectionModel().getSelectedItem() instanceof FindingRow.Entry(Finding chosen)
        && FixModel.hasChange(chosen)) {
      model.examination().ifPresent(done -> fixes.offer(done, List.of(chosen)));
    }
  }

  @Override
  public void find() {
    if (detail.getChildren().contains(findingPage)) findBar.find();
  }

  @Override
  public boolean stopFinding() {
    return findBar.stopFinding();
  }

  private static boolean matches(Optional<String> findingId, Finding finding) {
    return findingId.map(finding.id()::equals).orElse(true);
  }

  private void select(FindingRow row) {
    list.getSelectionModel().select(row);
    Panes.reveal(list);
    showDetail(row);
  }

  private void selectNothing() {
    list.getSelectionModel().clearSelection();
    model.examination().ifPresent(examination -> detail.getChildren().setAll(verdict(examination)));
  }

  private void chose(FindingRow row) {
    showDetail(row);
    if (row instanceof FindingRow.Entry(Finding chosen)) actions.chosen(chosen.id());
  }

  private void showDetail(FindingRow row) {
    switch (row) {
      case FindingRow.Entry(Finding chosen) -> {
        finding.show(chosen, model.examination(), library.topic(chosen.topic()));
        detail.getChildren().setAll(findingPage);
        findBar.look();
      }
      case FindingRow.Group group -> {}
      case FindingRow.Note note -> detail.getChildren().setAll(explained(note));
    }
  }

  private Node explained(FindingRow.Note note) {
    Node[] ways =
        note.topic().stream()
            .map(
                topic -> {
                  Button read = new Button("Read the entry", new FontIcon(Feather.BOOK_OPEN));
                  read.setId("read-entry");
                  read.setOnAction(event -> actions.openTopic(topic));
                  return read;
                })
            .toArray(Node[]::new);
    return new Placeholder(Feather.INFO, note.title(), note.text(), ways);
  }

  private void show(ExaminationState state) {
    boolean hadKeyboard = isFocusWithin();
    arrange(state);
    if (hadKeyboard) takeKeyboard();
  }

  private void arrange(ExaminationState state) {
    switch (state) {
      case ExaminationState.Nothing() -> getChildren().setAll(nothing());
      case ExaminationState.Running(Path source, String at) -> {
        lookingAt.setText(MiddleShortened.path(at, LONGEST_NAME));
        // Words that were looked for in another project hide what this one has.
        if (!filtered.equals(Optional.of(source))) filter.clear();
        filtered = Optional.of(source);
        if (!getChildren().contains(running)) getChildren().setAll(running);
      }
      case ExaminationState.Cancelled(Path source) -> getChildren().setAll(cancelled(source));
      case ExaminationState.Failed(Path source, String reason) ->
          getChildren().setAll(failed(reason));
      case ExaminationState.Done(Path source, Examination examination, Optional<String> topic) -> {
        fill(examination);
        scope.show(topic.flatMap(library::topic), examination);
        getChildren().setAll(new VBox(scope, applied, done));
        VBox.setVgrow(done, Priority.ALWAYS);
        show(Optional.empty());
      }
    }
  }

  private void fill(Examination examination) {
    following = true;
    rows.setAll(FindingRows.of(examination, filter.getText()));
    following = false;
  }

  /** What is looked at stays, if the filter lets it; else it is the first that it lets through. */
  private void refill(Examination examination) {
    FindingRow before = list.getSelectionModel().getSelectedItem();
    fill(examination);
    following = true;
    rows.stream()
        .filter(row -> row.equals(before))
        .findFirst()
        .or(() -> rows.stream().filter(FindingRow.Entry.class::isInstance).findFirst())
        .ifPresentOrElse(this::select, this::selectNothing);
    following = false;
  }

  private void pressedInFilter(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN, ENTER -> list.requestFocus();
      case ESCAPE -> {
        if (filter.getText().isEmpty()) return;
        filter.clear();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private Node nothing() {
    return new Placeholder(
        Feather.FOLDER,
        "No project examined yet",
        "Choose a project folder, or drop one on this window. It is read, never run.",
        chooseButton());
  }

  private Node cancelled(Path source) {
    return new Placeholder(
        Feather.SLASH, "Stopped", "`" + source + "` was not examined to the end.", againButton());
  }

  private Node failed(String reason) {
    return new Placeholder(
        Feather.ALERT_CIRCLE,
        "This cannot be examined",
        Summary.capitalized(reason) + ".",
        Panes.buttons(againButton(), chooseButton()));
  }

  private Node verdict(Examination examination) {
    List<Finding> findings = examination.findings();
    if (!filter.getText().isBlank()) {
      Button all = new Button("Show all", new FontIcon(Feather.LIST));
      all.setId("show-all-findings");
      all.setOnAction(event -> filter.clear());
      String said = "Looked for in message, file, topic and severity of each: ";
      return new Placeholder(
          Feather.FILTER, "No finding matches the filter", said + filter.getText().strip(), all);
    }
    return new Placeholder(
        findings.isEmpty() ? Feather.CHECK_CIRCLE : Feather.LIST,
        Summary.capitalized(Summary.findings(examination, findings)),
        Summary.checks(examination) + ".");
  }

  private Node running() {
    lookingAt.getStyleClass().add(Styles.TEXT_MUTED);
    ProgressIndicator turning = new ProgressIndicator();
    Button stop = new Button("Stop", new FontIcon(Feather.X));
    stop.setId("stop-examination");
    stop.setOnAction(event -> model.cancel());
    VBox box = new VBox(turning, new Label("Looking at"), lookingAt, stop);
    box.getStyleClass().add("placeholder");
    box.setAlignment(Pos.CENTER);
    return box;
  }

  private Button chooseButton() {
    Button choose = new Button("Choose project folder…", new FontIcon(Feather.FOLDER));
    choose.getStyleClass().add(Styles.ACCENT);
    choose.setOnAction(event -> actions.chooseFolder());
    return choose;
  }

  private Button againButton() {
    Button again = new Button("Check again", new FontIcon(Feather.REFRESH_CW));
    again.setOnAction(event -> model.again());
    return again;
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown()
        && event.getCode() == KeyCode.C
        && list.getSelectionModel().getSelectedItem() instanceof FindingRow.Entry(Finding chosen)) {
      FindingView.copy(chosen);
      event.consume();
    }
  }

  private static final class RowCell extends WrappingCell<FindingRow> {
    @Override
    Region content(FindingRow row) {
      return switch (row) {
        case FindingRow.Group(String title) -> Panes.groupRow(title, this);
        case FindingRow.Entry(Finding finding) -> entry(finding);
        case FindingRow.Note note -> Panes.twoLines(note.title(), note.text());
      };
    }

    private static Region entry(Finding finding) {
      Region text =
          Panes.twoLines(
              Summary.capitalized(finding.message()),
              finding.location().map(Location::toString).orElse(finding.topic()));
      HBox.setHgrow(text, Priority.ALWAYS);
      HBox row = new HBox(new SeverityIcon(finding.severity()), text);
      row.getStyleClass().add("finding-row");
      return row;
    }
  }
}
