package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.desktop.model.ExaminationModel;
import io.github.pyo3doctor.desktop.model.FilterModel;
import io.github.pyo3doctor.desktop.model.FindingRow;
import io.github.pyo3doctor.desktop.model.FixModel;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.Models;
import io.github.pyo3doctor.desktop.model.SourceFiles;
import io.github.pyo3doctor.faq.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What an examination found: a list by severity, and the one being looked at. */
final class FindingsPane extends VBox implements Findable, FindingList.Actions {
  /** Narrower, and what is looked at stands below the list. */
  private static final double BESIDE_FROM_EMS = 44;

  private static final double LIST_ABOVE = 0.36;

  private final ExaminationModel model;
  private final FilterModel filters;
  private final FixModel fixes;
  private final Consumer<String> chosen;
  private final FindingList list;
  private final FindingDetail detail;
  private final SplitPane both = new SplitPane();

  /** Has the size that text has here. */
  private final Label ruler = new Label();

  /**
   * A pane in which nothing was found yet.
   *
   * @param model whose findings they are
   * @param filters which of them are shown
   * @param chosen hears the id of the finding that the user chose
   * @param openTopic opens a topic by its id
   */
  FindingsPane(
      Models models,
      ExaminationModel model,
      FilterModel filters,
      SourceFiles files,
      Consumer<String> chosen,
      Consumer<String> openTopic) {
    LibraryModel library = models.library();
    this.model = model;
    this.filters = filters;
    this.fixes = models.fixes();
    this.chosen = chosen;
    FindingView finding = new FindingView(openTopic, files, fixes, model::isOfProject);
    this.detail = new FindingDetail(library, model, filters, fixes, finding, openTopic);
    this.list =
        new FindingList(filters, id -> library.topic(id).map(Topic::titleText).orElse(id), this);
    both.getItems().setAll(list, detail);
    Panes.listAndDetail(both, list);
    ruler.setManaged(false);
    ruler.setVisible(false);
    widthProperty().subscribe(width -> fit());
    ruler.fontProperty().subscribe(font -> fit());
    VBox.setVgrow(both, Priority.ALWAYS);
    getChildren().addAll(ruler, new FixBar(fixes, model), both);
  }

  private void fit() {
    boolean beside = getWidth() >= BESIDE_FROM_EMS * ruler.getFont().getSize();
    Orientation fitting = beside ? Orientation.HORIZONTAL : Orientation.VERTICAL;
    if (getWidth() == 0 || both.getOrientation() == fitting) return;
    both.setOrientation(fitting);
    both.setDividerPositions(LIST_ABOVE);
  }

  /** Shows what was found. */
  void fill(Path source, Examination examination) {
    filters.openFor(source);
    list.fill(source, examination);
  }

  /** What has the keyboard when one comes here. */
  Node first() {
    return list.first();
  }

  /** Shows a finding; without a choice, the loudest. */
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
            finding -> model.examination().ifPresent(done -> fixes.offer(done, List.of(finding))));
  }

  @Override
  public void showRow(Optional<FindingRow> row) {
    model.examination().ifPresent(examination -> detail.show(row, examination));
  }

  @Override
  public void chosen(String findingId) {
    chosen.accept(findingId);
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
}
