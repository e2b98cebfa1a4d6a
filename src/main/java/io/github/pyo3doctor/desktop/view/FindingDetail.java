package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Silenced;
import io.github.pyo3doctor.desktop.model.ExaminationModel;
import io.github.pyo3doctor.desktop.model.FilterModel;
import io.github.pyo3doctor.desktop.model.FindingRow;
import io.github.pyo3doctor.desktop.model.FixModel;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.report.Summary;
import io.github.pyo3doctor.snapshot.Silence;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is said of the chosen row; without one, what the checks said as a whole. */
final class FindingDetail extends StackPane implements Findable {
  private final LibraryModel library;
  private final FilterModel filters;
  private final ExaminationModel examinations;
  private final FixModel fixes;
  private final Consumer<String> openTopic;
  private final FindingView finding;
  private final FindBar findBar;
  private final VBox findingPage;

  /**
   * Nothing yet.
   *
   * @param openTopic opens a topic by its id
   */
  FindingDetail(
      LibraryModel library,
      ExaminationModel examinations,
      FilterModel filters,
      FixModel fixes,
      FindingView finding,
      Consumer<String> openTopic) {
    this.library = library;
    this.filters = filters;
    this.examinations = examinations;
    this.fixes = fixes;
    this.openTopic = openTopic;
    this.finding = finding;
    this.findBar = new FindBar(finding);
    this.findingPage = new VBox(findBar, finding);
    VBox.setVgrow(finding, Priority.ALWAYS);
  }

  /** Shows a row; the verdict when there is none. */
  void show(Optional<FindingRow> row, Examination examination) {
    if (row.isEmpty()) {
      getChildren().setAll(verdict(examination));
      return;
    }
    switch (row.get()) {
      case FindingRow.Entry(Finding loud) -> show(loud, Optional.empty(), examination);
      case FindingRow.Silent(Silenced(Finding silent, Silence silence)) ->
          show(silent, Optional.of(silence), examination);
      case FindingRow.Group group -> {}
      case FindingRow.Needless(Silence silence) ->
          getChildren().setAll(needless(silence, examination));
      case FindingRow.Note note -> getChildren().setAll(explained(note));
    }
  }

  private void show(Finding shown, Optional<Silence> silence, Examination examination) {
    finding.show(shown, silence, examination, library.topic(shown.topic()));
    getChildren().setAll(findingPage);
    findBar.look();
  }

  /** Moves the keyboard into the finding, if one is shown. */
  void enter() {
    if (isFinding()) finding.requestFocus();
  }

  private boolean isFinding() {
    return getChildren().contains(findingPage);
  }

  @Override
  public void find() {
    if (isFinding()) findBar.find();
  }

  @Override
  public boolean stopFinding() {
    return findBar.stopFinding();
  }

  private Node explained(FindingRow.Note note) {
    Node[] ways =
        note.topic().stream()
            .map(
                topic -> {
                  Button read = new Button("Read the entry", new FontIcon(Feather.BOOK_OPEN));
                  read.setId("read-entry");
                  read.setOnAction(event -> openTopic.accept(topic));
                  return read;
                })
            .toArray(Node[]::new);
    return new Placeholder(Feather.INFO, note.title(), note.text(), ways);
  }

  private Node needless(Silence silence, Examination examination) {
    return new Placeholder(
        Feather.BELL_OFF,
        "`" + silence.check() + "` is silenced, but there is nothing to silence",
        "`" + silence.location() + "` says why it is: " + silence.reason(),
        examinations.isOfProject()
            ? new Node[] {stopSilencing(silence, examination, fixes)}
            : new Node[0]);
  }

  /** Shows what would be taken away so that something is told again. */
  static Button stopSilencing(Silence silence, Examination examination, FixModel fixes) {
    Button stop = new Button("Stop silencing…", new FontIcon(Feather.BELL));
    stop.setId("stop-silencing");
    stop.setOnAction(event -> fixes.offerToStopSilencing(examination, silence));
    return stop;
  }

  private Node verdict(Examination examination) {
    List<Finding> findings = examination.findings();
    if (filters.filter().isActive()) {
      Button all = new Button("Show all", new FontIcon(Feather.LIST));
      all.setId("show-all-findings");
      all.setOnAction(event -> filters.clear());
      return new Placeholder(
          Feather.FILTER,
          "No finding passes the filter",
          "Words are looked for in message, file, topic and severity of each.",
          all);
    }
    return new Placeholder(
        findings.isEmpty() ? Feather.CHECK_CIRCLE : Feather.LIST,
        Summary.capitalized(Summary.findings(examination, findings)),
        Summary.checks(examination) + ".");
  }
}
