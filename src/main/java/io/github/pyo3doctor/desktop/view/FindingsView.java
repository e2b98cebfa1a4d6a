package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.desktop.model.ExaminationModel;
import io.github.pyo3doctor.desktop.model.ExaminationState;
import io.github.pyo3doctor.desktop.model.FilterModel;
import io.github.pyo3doctor.desktop.model.FindingRow;
import io.github.pyo3doctor.desktop.model.FixModel;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.Models;
import io.github.pyo3doctor.desktop.model.SourceFiles;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.report.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the checks said of the project: a list by severity, and the one being looked at. */
final class FindingsView extends StackPane implements Findable, Focusable, FindingList.Actions {
  private static final int LONGEST_NAME = 60;

  private final ExaminationModel model;
  private final LibraryModel library;
  private final FilterModel filters;
  private final FixModel fixes;
  private final Actions actions;
  private final FindingList list;
  private final FindingDetail detail;
  private final SplitPane done = new SplitPane();
  private final Label lookingAt = new Label();
  private final Node running = running();
  private final ScopeBar scope;
  private final FixBar applied;

  /** What can be done from here. */
  interface Actions {
    /** Asks for a folder and examines it. */
    void chooseFolder();

    /** The user chose a finding. */
    void chosen(String findingId);

    /** Opens the topic with that id. */
    void openTopic(String topicId);
  }

  FindingsView(Models models, SourceFiles files, Actions actions) {
    this.model = models.examinations();
    this.library = models.library();
    this.filters = models.filters();
    this.fixes = models.fixes();
    this.actions = actions;
    this.applied = new FixBar(fixes, model::again);
    this.scope = new ScopeBar(model::all, actions::openTopic);
    FindingView finding = new FindingView(actions::openTopic, files, fixes, model::isOfProject);
    this.detail = new FindingDetail(models, finding, actions::openTopic);
    this.list = new FindingList(filters, this::topicTitle, this);
    done.getItems().setAll(list, detail);
    Panes.listAndDetail(done, list);
    model.stateProperty().subscribe(this::show);
  }

  private String topicTitle(String topicId) {
    return library.topic(topicId).map(Topic::titleText).orElse(topicId);
  }

  @Override
  public void takeKeyboard() {
    if (model.examination().isPresent()) Focusable.focus(list.first(), this);
    else Focusable.focusFirst(this);
  }

  /** Shows where the user is now; without a choice, the loudest finding. */
  void show(Optional<String> findingId) {
    list.show(findingId);
  }

  /** Chooses the next finding, or the one before. */
  void step(int by) {
    list.step(by);
  }

  /** Shows the change that mends the chosen finding, if one does. */
  void offerChange() {
    list.chosen()
        .filter(FixModel::hasChange)
        .ifPresent(
            chosen -> model.examination().ifPresent(done -> fixes.offer(done, List.of(chosen))));
  }

  // ---- what follows from a choice in the list

  @Override
  public void showRow(Optional<FindingRow> row) {
    model.examination().ifPresent(examination -> detail.show(row, examination));
  }

  @Override
  public void chosen(String findingId) {
    actions.chosen(findingId);
  }

  @Override
  public void enterDetail() {
    detail.enter();
  }

  @Override
  public void copy(Finding finding) {
    FindingView.copy(finding);
  }

  @Override
  public void silence(Finding finding) {
    if (!model.isOfProject()) return;
    model.examination().ifPresent(done -> fixes.askReason(done, finding));
  }

  @Override
  public void find() {
    detail.find();
  }

  @Override
  public boolean stopFinding() {
    return detail.stopFinding();
  }

  // ---- how far the examination is

  private void show(ExaminationState state) {
    Focusable.keeping(this, () -> arrange(state));
  }

  private void arrange(ExaminationState state) {
    switch (state) {
      case ExaminationState.Nothing() -> getChildren().setAll(nothing());
      case ExaminationState.Running(Path source, String at) -> {
        lookingAt.setText(MiddleShortened.path(at, LONGEST_NAME));
        if (!getChildren().contains(running)) getChildren().setAll(running);
      }
      case ExaminationState.Cancelled(Path source) -> getChildren().setAll(cancelled(source));
      case ExaminationState.Failed(Path source, String reason) ->
          getChildren().setAll(failed(reason));
      case ExaminationState.Done(Path source, Examination examination, Optional<String> topic) -> {
        filters.openFor(source);
        list.fill(source, examination);
        scope.show(topic.flatMap(library::topic), examination);
        getChildren().setAll(new VBox(scope, applied, done));
        VBox.setVgrow(done, Priority.ALWAYS);
      }
    }
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
}
