package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;
import io.github.pyo3doctor.fix.FileChange;
import io.github.pyo3doctor.fix.FixPlan;
import io.github.pyo3doctor.fix.Plan;
import io.github.pyo3doctor.fix.SideBySide;
import io.github.pyo3doctor.fix.SilencePlan;
import io.github.pyo3doctor.report.Counted;
import io.github.pyo3doctor.report.GradeWord;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The change that is about to be written: what it does, and each file before and after. */
final class DiffSheet extends VBox {
  private final VBox body = new VBox(16);
  private final ScrollPane scroller = new ScrollPane(body);
  private final Button apply = new Button("Apply", new FontIcon(Feather.CHECK));
  private final Button cancel = new Button("Cancel");

  /**
   * A sheet for a plan.
   *
   * @param write writes it
   * @param close closes the sheet, nothing written
   */
  DiffSheet(Plan plan, Runnable write, Runnable close) {
    Node title = CodeSpans.prose(title(plan), Styles.TITLE_3);
    if (plan instanceof FixPlan fixes) addFixes(fixes);
    plan.changes().forEach(change -> body.getChildren().add(sides(change)));
    scroller.setFitToWidth(true);
    scroller.getStyleClass().add("edge-to-edge");
    VBox.setVgrow(scroller, Priority.ALWAYS);
    getChildren().addAll(title, scroller, buttons(plan, write, close));
    getStyleClass().add("diff-sheet");
  }

  /** What gets the keyboard: the button that Enter presses. */
  Node first() {
    return apply.isDefaultButton() ? apply : cancel;
  }

  /** The part of it that is scrolled. */
  ScrollPane scroller() {
    return scroller;
  }

  private static String title(Plan plan) {
    return switch (plan) {
      case FixPlan fixes when fixes.isEmpty() -> "There is no change to write";
      case FixPlan fixes -> mends(fixes);
      case SilencePlan silence -> silence.title();
    };
  }

  private void addFixes(FixPlan plan) {
    plan.mended().stream()
        .flatMap(finding -> finding.fix().stream())
        .distinct()
        .forEach(fix -> body.getChildren().add(said(fix)));
    plan.left().forEach(left -> body.getChildren().add(said(left)));
  }

  private static String mends(FixPlan plan) {
    return "This mends "
        + Counted.of(plan.mended().size(), "finding")
        + " in "
        + Counted.of(plan.changes().size(), "file");
  }

  private static Node said(Fix fix) {
    Label grade = new Label(GradeWord.of(fix.grade()));
    grade.getStyleClass().addAll("chip", Styles.TEXT_SMALL);
    grade.setMinWidth(USE_PREF_SIZE);
    Node title = CodeSpans.prose(fix.title());
    HBox.setHgrow(title, Priority.ALWAYS);
    HBox row = new HBox(8, title, grade);
    row.setAlignment(Pos.TOP_LEFT);
    return row;
  }

  private static Node said(FixPlan.Left left) {
    Finding finding = left.finding();
    String what = finding.fix().map(Fix::title).orElse(finding.message());
    return CodeSpans.prose("Not in it: " + what + ". It " + left.reason() + ".", Styles.TEXT_MUTED);
  }

  private static Node sides(FileChange change) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("diff-grid");
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    grid.getColumnConstraints().addAll(half, half);
    for (SideBySide.Row row : SideBySide.of(change)) add(grid, row);
    VBox file = new VBox(CodeSpans.prose(caption(change), "code-caption"), grid);
    file.getStyleClass().add("code-view");
    return file;
  }

  private static String caption(FileChange change) {
    if (change.before().isEmpty()) return change.file() + " (a new file)";
    return change.file() + (change.after().isEmpty() ? " (the file goes)" : "");
  }

  private static void add(GridPane grid, SideBySide.Row row) {
    int at = grid.getRowCount();
    switch (row) {
      case SideBySide.Row.Same(int before, int after, String text) ->
          grid.addRow(
              at,
              line(Optional.of(new SideBySide.Line(before, text)), "other-line"),
              line(Optional.of(new SideBySide.Line(after, text)), "other-line"));
      case SideBySide.Row.Changed(
              Optional<SideBySide.Line> before,
              Optional<SideBySide.Line> after) ->
          grid.addRow(at, line(before, "removed-line"), line(after, "added-line"));
      case SideBySide.Row.Skipped(int lines) -> {
        Label skipped = new Label("… " + Counted.of(lines, "line") + " …");
        skipped.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL, "skipped-lines");
        grid.add(skipped, 0, at, 2, 1);
      }
    }
  }

  private static Node line(Optional<SideBySide.Line> line, String style) {
    Label number = new Label(line.map(of -> String.valueOf(of.number())).orElse(""));
    number.getStyleClass().addAll("line-number", Styles.TEXT_MUTED);
    number.setMinWidth(USE_PREF_SIZE);
    Text text = new Text(line.map(SideBySide.Line::text).orElse(""));
    text.getStyleClass().add("code-text");
    Prose prose = new Prose(text);
    HBox.setHgrow(prose, Priority.ALWAYS);
    HBox row = new HBox(number, prose);
    row.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
    row.getStyleClass().add(line.isPresent() ? style : "no-line");
    return row;
  }

  private Node buttons(Plan plan, Runnable write, Runnable close) {
    apply.setId("apply-change");
    apply.getStyleClass().add(Styles.ACCENT);
    apply.setDefaultButton(!plan.isEmpty());
    apply.setOnAction(event -> write.run());
    if (plan.isEmpty()) cancel.setText("Close");
    cancel.setId("cancel-change");
    cancel.setCancelButton(true);
    cancel.setOnAction(event -> close.run());
    HBox row = plan.isEmpty() ? new HBox(8, cancel) : new HBox(8, cancel, apply);
    row.setAlignment(Pos.CENTER_RIGHT);
    return row;
  }
}
