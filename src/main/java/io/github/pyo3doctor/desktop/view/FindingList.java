package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.desktop.model.FilterModel;
import io.github.pyo3doctor.desktop.model.FindingFilter;
import io.github.pyo3doctor.desktop.model.FindingRow;
import io.github.pyo3doctor.desktop.model.FindingRows;
import io.github.pyo3doctor.report.Summary;
import io.github.pyo3doctor.snapshot.Location;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of findings below its filter, with one of its rows chosen. */
final class FindingList extends VBox {
  private final FilterModel filters;
  private final Actions actions;
  private final FilterBar filterBar;
  private final ObservableList<FindingRow> rows = FXCollections.observableArrayList();
  private final ListView<FindingRow> list = new ListView<>(rows);
  private Optional<Path> source = Optional.empty();
  private Optional<FindingRows> all = Optional.empty();
  private boolean following;

  /** What follows from a choice. */
  interface Actions {
    /** A row is to be shown beside the list; none when no finding can be. */
    void showRow(Optional<FindingRow> row);

    /** The user chose a finding. */
    void chosen(String findingId);

    /** Moves the keyboard into what is shown beside the list. */
    void enterDetail();

    /** Copies a finding. */
    void copy(Finding finding);

    /** Asks why a finding is to be silenced. */
    void silence(Finding finding);
  }

  /**
   * An empty list.
   *
   * @param topicTitle the title of a topic by its id
   */
  FindingList(FilterModel filters, UnaryOperator<String> topicTitle, Actions actions) {
    this.filters = filters;
    this.actions = actions;
    this.filterBar = new FilterBar(filters, topicTitle, list::requestFocus, this::goToSilenced);
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
    Panes.enterGoesTo(list, actions::enterDetail);
    Panes.passOver(list, FindingRow.Group.class::isInstance);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(filterBar, list);
    getStyleClass().add("list-with-filter");
    filters.filterProperty().subscribe(filter -> all.ifPresent(this::refilter));
  }

  /** What has the keyboard when one comes here. */
  Node first() {
    return list;
  }

  /**
   * Shows what was found. Of the same project as before the place in the list is kept: who mends or
   * silences one finding goes on with the next.
   */
  void fill(Path of, Examination found) {
    boolean again = source.equals(Optional.of(of));
    int place = list.getSelectionModel().getSelectedIndex();
    Optional<String> id = chosenFinding().map(Finding::id);
    source = Optional.of(of);
    FindingRows rowsFound = new FindingRows(found);
    all = Optional.of(rowsFound);
    refill(rowsFound);
    following = true;
    Optional<FindingRow> kept = again ? kept(id, place) : Optional.empty();
    kept.or(this::firstFinding).ifPresentOrElse(this::select, this::selectNothing);
    following = false;
  }

  private Optional<FindingRow> kept(Optional<String> id, int place) {
    if (id.isEmpty()) return Optional.empty();
    return rows.stream()
        .filter(row -> row.about().map(Finding::id).equals(id))
        .filter(FindingRow.Entry.class::isInstance)
        .findFirst()
        .or(() -> rows.stream().skip(place).filter(FindingRow.Entry.class::isInstance).findFirst())
        .or(() -> rows.reversed().stream().filter(FindingRow.Entry.class::isInstance).findFirst());
  }

  /** Shows where the user is now; without a choice, the loudest finding. */
  void show(Optional<String> findingId) {
    // Findings that differ in what was observed only have the same name.
    if (findingId.isPresent() && chosenFinding().map(Finding::id).equals(findingId)) return;
    following = true;
    findingId
        .flatMap(this::row)
        .or(() -> findingId.isEmpty() ? firstFinding() : Optional.empty())
        .ifPresentOrElse(this::select, this::selectNothing);
    following = false;
  }

  /** Chooses the next finding, or the one before. */
  void step(int by) {
    int i = list.getSelectionModel().getSelectedIndex() + by;
    while (i >= 0 && i < rows.size() && !(rows.get(i) instanceof FindingRow.Entry)) i += by;
    if (i < 0 || i >= rows.size()) return;
    list.getSelectionModel().select(i);
    Panes.reveal(list);
  }

  /** The finding that is chosen and not silent. */
  Optional<Finding> chosen() {
    return list.getSelectionModel().getSelectedItem() instanceof FindingRow.Entry(Finding finding)
        ? Optional.of(finding)
        : Optional.empty();
  }

  private Optional<Finding> chosenFinding() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem())
        .flatMap(FindingRow::about);
  }

  private Optional<FindingRow> row(String findingId) {
    return rows.stream()
        .filter(row -> row.about().map(Finding::id).equals(Optional.of(findingId)))
        .findFirst();
  }

  private Optional<FindingRow> firstFinding() {
    return rows.stream().filter(FindingRow.Entry.class::isInstance).findFirst();
  }

  private void goToSilenced() {
    list.requestFocus();
    rows.stream()
        .filter(FindingRow.Silent.class::isInstance)
        .findFirst()
        .ifPresent(
            row -> {
              list.getSelectionModel().select(row);
              Panes.reveal(list);
            });
  }

  private void refill(FindingRows found) {
    following = true;
    FindingFilter filter = filters.filter();
    filterBar.show(found, filter);
    rows.setAll(found.of(filter));
    following = false;
  }

  /** What is looked at stays, if the filter lets it; else it is the first that it lets through. */
  private void refilter(FindingRows found) {
    FindingRow before = list.getSelectionModel().getSelectedItem();
    refill(found);
    following = true;
    rows.stream()
        .filter(row -> row.equals(before))
        .findFirst()
        .or(this::firstFinding)
        .ifPresentOrElse(this::select, this::selectNothing);
    following = false;
  }

  private void select(FindingRow row) {
    list.getSelectionModel().select(row);
    Panes.reveal(list);
    actions.showRow(Optional.of(row));
  }

  private void selectNothing() {
    list.getSelectionModel().clearSelection();
    actions.showRow(Optional.empty());
  }

  private void chose(FindingRow row) {
    actions.showRow(Optional.of(row));
    row.about().map(Finding::id).ifPresent(actions::chosen);
  }

  private void pressed(KeyEvent event) {
    switch (event.getCode()) {
      case C -> {
        if (!event.isShortcutDown() || chosenFinding().isEmpty()) return;
        chosenFinding().ifPresent(actions::copy);
      }
      case DELETE, BACK_SPACE -> chosen().ifPresent(actions::silence);
      default -> {
        return;
      }
    }
    event.consume();
  }

  private static final class RowCell extends WrappingCell<FindingRow> {
    @Override
    Region content(FindingRow row) {
      return switch (row) {
        case FindingRow.Group(String title) -> Panes.groupRow(title, this);
        case FindingRow.Entry(Finding finding) ->
            entry(
                new SeverityIcon(finding.severity()),
                Panes.withPlace(message(finding), place(finding)));
        case FindingRow.Silent(var silenced) ->
            entry(
                silent(), Panes.twoLines(message(silenced.finding()), silenced.silence().reason()));
        case FindingRow.Needless(var silence) ->
            Panes.withPlace("`" + silence.check() + "`", silence.location().toString());
        case FindingRow.Note note -> Panes.twoLines(note.title(), note.text());
      };
    }

    private static String place(Finding finding) {
      return finding.location().map(Location::toString).orElse(finding.topic());
    }

    private static FontIcon silent() {
      FontIcon icon = new FontIcon(Feather.BELL_OFF);
      icon.getStyleClass().add("silent");
      icon.setAccessibleText("silenced");
      return icon;
    }

    private static String message(Finding finding) {
      return Summary.capitalized(finding.message());
    }

    private static Region entry(Node icon, Region text) {
      HBox.setHgrow(text, Priority.ALWAYS);
      HBox row = new HBox(icon, text);
      row.getStyleClass().add("finding-row");
      return row;
    }
  }
}
