package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.checks.InspectTopic;
import io.github.pyo3doctor.desktop.model.NeedRows;
import io.github.pyo3doctor.report.InspectText;
import io.github.pyo3doctor.report.Paint;
import io.github.pyo3doctor.report.Summary;
import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.Need;
import io.github.pyo3doctor.snapshot.PythonDllNames;
import io.github.pyo3doctor.snapshot.SearchStep;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One need of a binary: where the loader looks for it, in its order, and what it meets there. */
final class NeedView extends Page {
  private final VBox page = new VBox();
  private final Consumer<String> openTopic;

  /**
   * A view of no need yet.
   *
   * @param openTopic opens a topic by its id
   */
  NeedView(Consumer<String> openTopic) {
    this.openTopic = openTopic;
    page.getStyleClass().add("article");
    VBox margin = new VBox(page);
    margin.getStyleClass().add("article-margin");
    setContent(margin);
  }

  /** Shows a row of what was inspected. */
  void show(NeedRows.Row row, Inspected inspected) {
    page.getChildren().clear();
    row.need()
        .ifPresentOrElse(
            need -> add(need, row.inspection(), inspected.whole().file()),
            () -> add(row.depth() == 0 ? inspected : Inspected.alone(row.inspection())));
    setVvalue(0);
  }

  /** {@code loads}, or how it fails. */
  static String verdict(Inspection inspection) {
    String outcome =
        switch (inspection.outcome()) {
          case LOADS -> "loads";
          case UNKNOWN -> "could not be told";
          case NOT_FOUND -> "does not load: something it needs is not found";
          case WRONG_ARCHITECTURE -> "does not load: made for another processor";
          case MISSING_SYMBOL -> "does not load: a symbol is missing";
        };
    return outcome + inspection.status().map(status -> " (" + status + ")").orElse("");
  }

  private void add(Inspected inspected) {
    Inspection inspection = inspected.whole();
    page.getChildren().add(CodeSpans.prose("`" + name(inspection.file()) + "`", Styles.TITLE_3));
    page.getChildren().add(CodeSpans.prose("`" + inspection.file() + "`", "quiet-detail"));
    page.getChildren()
        .add(
            CodeSpans.prose(
                inspection.format() + ", " + inspection.architecture() + ", " + as(inspected)));
    heading("What happens");
    page.getChildren().add(CodeSpans.prose(Summary.capitalized(verdict(inspection)) + "."));
    add(inspection.remarks());
    if (inspected.isWheel()) addLibraries(inspected);
    page.getChildren().add(tools(inspected));
  }

  private void addLibraries(Inspected wheel) {
    heading("Its libraries");
    for (Inspection library : wheel.libraries()) {
      String path = inside(library.file(), wheel.whole().file());
      page.getChildren().add(bulleted("•", "`" + path + "`: " + verdict(library), false));
    }
  }

  /** The last part of a path, of this system or another. */
  static String name(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static String as(Inspected inspected) {
    if (inspected.isWheel()) {
      int libraries = inspected.libraries().size();
      return "with " + libraries + (libraries == 1 ? " library" : " libraries");
    }
    return inspected.whole().loader().equals("exe")
        ? "as a program started by itself"
        : "as an extension module that Python imports";
  }

  private void add(List<String> remarks) {
    if (remarks.isEmpty()) return;
    heading("Worth knowing");
    remarks.forEach(remark -> page.getChildren().add(bulleted("•", remark, false)));
  }

  /**
   * @param whole the path of the file in hand, which stands in all it asks for: its name is enough
   */
  private void add(Need need, Inspection inspection, String whole) {
    page.getChildren().add(CodeSpans.prose("`" + need.name() + "`", Styles.TITLE_3));
    page.getChildren()
        .add(CodeSpans.prose("Asked for by `" + inside(need.neededBy(), whole) + "`"));
    PythonDllNames.whose(need.name())
        .ifPresent(
            whose -> page.getChildren().add(CodeSpans.prose("The library of " + whose + ".")));
    if (!need.searched().isEmpty()) {
      heading("Where the loader looks, in its order");
      int number = 1;
      for (SearchStep step : need.searched()) {
        boolean decides = number == need.searched().size() && need.found().isPresent();
        page.getChildren().add(bulleted(number + ".", sentence(step, whole), decides));
        number++;
      }
    }
    heading("What it takes");
    page.getChildren()
        .add(CodeSpans.prose(need.found().map(path -> "`" + path + "`").orElse("Nothing.")));
    if (!need.missingSymbols().isEmpty()) {
      heading("What is missing in it");
      need.missingSymbols().stream()
          .limit(50)
          .forEach(symbol -> page.getChildren().add(bulleted("•", "`" + symbol + "`", false)));
    }
    if (NeedRows.isWrong(need)) add(inspection.remarks());
    page.getChildren().add(tools(Inspected.alone(inspection)));
  }

  private void heading(String title) {
    page.getChildren().add(Panes.heading(title));
  }

  private static String sentence(SearchStep step, String whole) {
    String folder = step.directory().replace(whole, name(whole));
    return "`" + folder + "` (" + inside(step.rule(), whole) + "): " + step.result();
  }

  /** A library of the wheel in hand by its path in there, the file in hand by its name. */
  private static String inside(String text, String whole) {
    return text.replace(whole + "!/", "").replace(whole, name(whole));
  }

  private static Node bulleted(String mark, String text, boolean strong) {
    Label bullet = new Label(mark);
    bullet.getStyleClass().add("bullet");
    Prose prose = strong ? CodeSpans.prose(text, "strong") : CodeSpans.prose(text);
    HBox.setHgrow(prose, Priority.ALWAYS);
    HBox row = new HBox(bullet, prose);
    if (strong) row.getStyleClass().add("marked-hint");
    return row;
  }

  private Node tools(Inspected inspected) {
    Button copy = new Button("Copy", new FontIcon(Feather.COPY));
    copy.getStyleClass().add(Styles.FLAT);
    copy.setOnAction(event -> Copying.copy(new InspectText(Paint.NONE).report(inspected), copy));
    HBox tools = new HBox(8, copy);
    InspectTopic.of(inspected).ifPresent(topic -> tools.getChildren().addFirst(read(topic)));
    return tools;
  }

  private Button read(String topic) {
    Button read = new Button("Read the entry", new FontIcon(Feather.BOOK_OPEN));
    read.setId("read-entry");
    read.setOnAction(event -> openTopic.accept(topic));
    return read;
  }
}
