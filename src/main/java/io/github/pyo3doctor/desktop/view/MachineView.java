package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.MachineModel;
import io.github.pyo3doctor.desktop.model.MachineState;
import io.github.pyo3doctor.report.MachineReport;
import io.github.pyo3doctor.report.Summary;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a build would find on this machine: Pythons, tools, and the variables that steer it. */
final class MachineView extends StackPane implements Focusable {
  private static final String WHOSE =
      "This is what the app sees: the variables of the desktop it was started from. What a terminal"
          + " sets besides, in a shell's start files or by activating an environment, is not among"
          + " them. `pyo3-doctor check` in a terminal sees what that terminal has.";

  private final MachineModel model;
  private final Runnable look;
  private final RunningPane running;

  /**
   * The view.
   *
   * @param look looks at the machine for the project in hand
   */
  MachineView(MachineModel model, Runnable look) {
    this.model = model;
    this.look = look;
    this.running = new RunningPane(model::cancel);
    model.stateProperty().subscribe(this::show);
  }

  private void show(MachineState state) {
    Focusable.keeping(this, () -> arrange(state));
  }

  private void arrange(MachineState state) {
    if (state instanceof MachineState.Running(String at)) running.lookAt(at);
    Node node = node(state);
    if (!getChildren().contains(node)) getChildren().setAll(node);
  }

  @Override
  public void takeKeyboard() {
    Focusable.focusFirst(this);
  }

  private Node node(MachineState state) {
    return switch (state) {
      case MachineState.Nothing() ->
          new Placeholder(
              Feather.CPU,
              "This machine was not looked at yet",
              "Pythons, rustc, cargo and maturin are asked what they are, and the variables that"
                  + " steer a build are read. Nothing of a project is run.",
              lookButton("Look at this machine", Feather.CPU));
      case MachineState.Running _ -> running;
      case MachineState.Cancelled() ->
          new Placeholder(
              Feather.SLASH,
              "Stopped",
              "This machine was not looked at to the end.",
              lookButton("Look again", Feather.REFRESH_CW));
      case MachineState.Failed(String reason) ->
          new Placeholder(
              Feather.ALERT_CIRCLE,
              "This machine cannot be looked at",
              Summary.capitalized(reason) + ". Looking again may help; if not, please report it.",
              lookButton("Look again", Feather.REFRESH_CW));
      case MachineState.Done(MachineReport report, String scope) -> page(report, scope);
    };
  }

  private Button lookButton(String text, Feather icon) {
    Button button = new Button(text, new FontIcon(icon));
    button.getStyleClass().add(Styles.ACCENT);
    button.setId("look-at-machine");
    button.setOnAction(event -> look.run());
    return button;
  }

  private Node page(MachineReport report, String scope) {
    VBox page = new VBox();
    page.getStyleClass().add("article");
    Label title = new Label("This machine");
    title.getStyleClass().add(Styles.TITLE_2);
    page.getChildren().addAll(title, CodeSpans.prose(WHOSE), CodeSpans.prose(scope));
    page.getChildren().add(tools());
    for (MachineReport.Section section : report.sections()) {
      page.getChildren().add(Panes.heading(section.title()));
      if (section.entries().isEmpty()) page.getChildren().add(CodeSpans.prose(section.none()));
      section.entries().forEach(entry -> page.getChildren().add(entry(entry)));
    }
    VBox margin = new VBox(page);
    margin.getStyleClass().add("article-margin");
    Page scroller = new Page();
    scroller.setContent(margin);
    return scroller;
  }

  private Node tools() {
    Button again = new Button("Look again", new FontIcon(Feather.REFRESH_CW));
    again.setId("look-at-machine");
    again.setOnAction(event -> look.run());
    Button copy = new Button("Copy as Markdown", new FontIcon(Feather.COPY));
    copy.setId("copy-machine");
    copy.getStyleClass().add(Styles.FLAT);
    copy.setTooltip(new Tooltip("Without your name and the machine's"));
    copy.setOnAction(event -> model.markdown().ifPresent(text -> Copying.copy(text, copy)));
    FlowPane tools = new FlowPane(again, copy);
    tools.getStyleClass().add("article-tools");
    return tools;
  }

  private static Node entry(MachineReport.Entry entry) {
    FontIcon icon = icon(entry.mark());
    Prose title =
        entry.mark() == MachineReport.Mark.TAKEN
            ? CodeSpans.prose(entry.title(), "strong")
            : CodeSpans.prose(entry.title());
    VBox text = new VBox(title);
    text.getStyleClass().add("two-line-row");
    entry
        .details()
        .forEach(detail -> text.getChildren().add(CodeSpans.prose(detail, "quiet-detail")));
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(icon, text);
    row.getStyleClass().add("finding-row");
    return row;
  }

  private static FontIcon icon(MachineReport.Mark mark) {
    FontIcon icon =
        new FontIcon(
            switch (mark) {
              case PLAIN -> Feather.CIRCLE;
              case TAKEN -> Feather.CHECK_CIRCLE;
              case WRONG -> Feather.X_CIRCLE;
              case OPEN -> Feather.HELP_CIRCLE;
            });
    icon.setAccessibleText(
        switch (mark) {
          case PLAIN -> "there";
          case TAKEN -> "taken";
          case WRONG -> "does not work";
          case OPEN -> "could not be told";
        });
    icon.getStyleClass()
        .add(
            switch (mark) {
              case PLAIN -> "machine-plain";
              case TAKEN -> "fits";
              case WRONG -> "severity-error";
              case OPEN -> "severity-hint";
            });
    return icon;
  }
}
