package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.InspectionModel;
import io.github.pyo3doctor.desktop.model.InspectionState;
import io.github.pyo3doctor.desktop.model.NeedRows;
import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Need;
import java.nio.file.Path;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a loader would do with a binary: the tree of what it needs, and how one of it is found. */
final class LoaderView extends StackPane implements Focusable {
  private static final double STEP_IN = 16;

  private final InspectionModel model;
  private final Runnable chooseFile;
  private final ObservableList<NeedRows.Row> rows = FXCollections.observableArrayList();
  private final ListView<NeedRows.Row> tree = new ListView<>(rows);
  private final CheckBox onlyWrong = new CheckBox("Only what is wrong");
  private final NeedView need;
  private final SplitPane done = new SplitPane();

  /** What can be done from here. */
  interface Actions {
    /** Asks for a binary or a wheel and inspects it. */
    void chooseBinary();

    /** Opens the topic with that id. */
    void openTopic(String topicId);
  }

  LoaderView(InspectionModel model, Actions actions) {
    this.model = model;
    this.chooseFile = actions::chooseBinary;
    this.need = new NeedView(actions::openTopic);
    tree.setId("needs");
    tree.setCellFactory(view -> new NeedCell());
    Panes.rewrap(tree);
    tree.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            row -> {
              if (row != null && model.stateProperty().get() instanceof InspectionState.Done now) {
                need.show(row, now.inspected());
              }
            });
    onlyWrong.setId("only-wrong");
    onlyWrong.setWrapText(true);
    onlyWrong.setPadding(new Insets(8, 12, 8, 12));
    onlyWrong.managedProperty().bind(onlyWrong.visibleProperty());
    onlyWrong.setOnAction(event -> refill());
    Panes.enterGoesTo(tree, need::requestFocus);
    VBox left = new VBox(onlyWrong, tree);
    VBox.setVgrow(tree, Priority.ALWAYS);
    done.getItems().setAll(left, need);
    Panes.listAndDetail(done, left);
    model.stateProperty().subscribe(this::show);
  }

  @Override
  public void takeKeyboard() {
    if (getChildren().contains(done)) Focusable.focus(tree, this);
    else Focusable.focusFirst(this);
  }

  private void show(InspectionState state) {
    Focusable.keeping(this, () -> arrange(state));
  }

  private void arrange(InspectionState state) {
    switch (state) {
      case InspectionState.Nothing() -> getChildren().setAll(nothing());
      case InspectionState.Running(Path file) -> getChildren().setAll(running(file));
      case InspectionState.Failed(Path file, String reason) ->
          getChildren().setAll(failed(file, reason));
      case InspectionState.Done(Path file, Inspected inspected) -> {
        onlyWrong.setVisible(!loads(inspected.whole()));
        if (!onlyWrong.isVisible()) onlyWrong.setSelected(false);
        refill();
        getChildren().setAll(done);
      }
    }
  }

  /** The first thing the loader stumbles over is what the user came for. */
  private void refill() {
    if (!(model.stateProperty().get() instanceof InspectionState.Done now)) return;
    rows.setAll(NeedRows.of(now.inspected(), onlyWrong.isSelected()));
    rows.stream()
        .filter(row -> row.need().filter(NeedRows::isWrong).isPresent())
        .findFirst()
        .or(() -> rows.stream().filter(row -> !loads(row.inspection())).findFirst())
        .or(() -> rows.stream().findFirst())
        .ifPresent(
            row -> {
              tree.getSelectionModel().select(row);
              Panes.reveal(tree);
            });
  }

  private static boolean loads(Inspection library) {
    return library.outcome() == LoadOutcome.LOADS;
  }

  private Node nothing() {
    return new Placeholder(
        Feather.PACKAGE,
        "No binary inspected yet",
        "Choose a program, an extension module, a library or a wheel, or drop one on this window."
            + " It is read, never loaded.",
        chooseButton());
  }

  private Node failed(Path file, String reason) {
    Button again = new Button("Inspect again", new FontIcon(Feather.REFRESH_CW));
    again.setOnAction(event -> model.again());
    return new Placeholder(
        Feather.ALERT_CIRCLE,
        "This cannot be inspected",
        "`" + file + "` " + reason + ". Look at it again, or choose another file.",
        Panes.buttons(again, chooseButton()));
  }

  private static Node running(Path file) {
    Label name = new Label(MiddleShortened.path(file.toString(), 60));
    name.getStyleClass().add(Styles.TEXT_MUTED);
    VBox box = new VBox(new ProgressIndicator(), new Label("Looking at"), name);
    box.getStyleClass().add("placeholder");
    box.setAlignment(Pos.CENTER);
    box.setFocusTraversable(true); // it keeps the keyboard until there is a list
    return box;
  }

  private Button chooseButton() {
    Button choose = new Button("Choose a file…", new FontIcon(Feather.FILE));
    choose.getStyleClass().add(Styles.ACCENT);
    choose.setOnAction(event -> chooseFile.run());
    return choose;
  }

  private static final class NeedCell extends WrappingCell<NeedRows.Row> {
    @Override
    Region content(NeedRows.Row row) {
      boolean wrong = row.need().map(NeedRows::isWrong).orElse(!loads(row.inspection()));
      boolean told = row.inspection().outcome() != LoadOutcome.UNKNOWN;
      FontIcon icon =
          new FontIcon(
              !wrong ? Feather.CHECK_CIRCLE : told ? Feather.X_CIRCLE : Feather.HELP_CIRCLE);
      String style = !wrong ? "fits" : told ? "severity-error" : "severity-hint";
      icon.getStyleClass().add(style);
      icon.setAccessibleText(!wrong ? "fits" : told ? "wrong" : "could not be told");
      Region text =
          found(row)
              .map(path -> Panes.withPlace(title(row), path))
              .orElseGet(() -> Panes.twoLines(title(row), detail(row)));
      HBox.setHgrow(text, Priority.ALWAYS);
      HBox line = new HBox(icon, text);
      line.getStyleClass().add("finding-row");
      line.setPadding(new Insets(0, 0, 0, STEP_IN * row.depth()));
      return line;
    }

    private static String title(NeedRows.Row row) {
      return row.need().map(Need::name).orElseGet(() -> NeedView.name(row.inspection().file()));
    }

    /** Where it is found, if nothing else is to be said of it. */
    private static Optional<String> found(NeedRows.Row row) {
      return row.need().filter(need -> need.missingSymbols().isEmpty()).flatMap(Need::found);
    }

    private static String detail(NeedRows.Row row) {
      return row.need()
          .map(
              need ->
                  need.missingSymbols().isEmpty()
                      ? (need.met() ? "not found, and not needed" : "not found")
                      : "lacks "
                          + String.join(", ", need.missingSymbols().stream().limit(3).toList()))
          .orElse(NeedView.verdict(row.inspection()));
    }
  }
}
