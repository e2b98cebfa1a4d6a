package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.GuidedPlan;
import io.github.pyo3doctor.desktop.model.GuidedState;
import io.github.pyo3doctor.desktop.model.GuidedStep;
import io.github.pyo3doctor.desktop.model.StepState;
import io.github.pyo3doctor.faq.TopicCard;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The steps of a guided check below each other, each with how far it is. */
final class GuidedSteps extends ScrollPane {
  private static final int LONGEST_NAME = 40;

  private final Map<GuidedStep, Line> lines = new EnumMap<>(GuidedStep.class);
  private final Consumer<GuidedStep> chosen;

  /** One of them. */
  private record Line(ToggleButton button, FontIcon icon, Label text) {}

  /**
   * The steps of a plan.
   *
   * @param chosen hears which step the user chose
   */
  GuidedSteps(GuidedPlan plan, Consumer<GuidedStep> chosen) {
    this.chosen = chosen;
    Label kind = new Label("Check this for me");
    kind.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    String whole = plan.topic().titleText();
    Label title = Panes.wrapped(plan.topic().card().map(TopicCard::inShort).orElse(whole));
    title.setTooltip(new Tooltip(whole));
    title.getStyleClass().add(Styles.TEXT_BOLD);
    VBox head = new VBox(4, kind, title);
    head.getStyleClass().add("guided-title");
    VBox all = new VBox(head);
    ToggleGroup group = new ToggleGroup();
    for (GuidedStep step : plan.steps()) {
      Line line = line(step);
      line.button().setToggleGroup(group);
      lines.put(step, line);
      all.getChildren().add(line.button());
    }
    all.getStyleClass().add("guided-steps");
    setContent(all);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    getStyleClass().addAll("guided-scroller", "edge-to-edge");
  }

  /** As high as what wraps in it needs at its width. */
  private static final class StepButton extends ToggleButton {
    private static final double PADDING = 28;

    private final HBox content;

    StepButton(HBox content) {
      super("", content);
      this.content = content;
      content.prefWidthProperty().bind(widthProperty().subtract(PADDING));
      setMinHeight(USE_PREF_SIZE);
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
      double inside = width < 0 ? content.getPrefWidth() : width - PADDING;
      return snappedTopInset() + content.prefHeight(inside) + snappedBottomInset();
    }
  }

  private Line line(GuidedStep step) {
    FontIcon icon = new FontIcon(Feather.CIRCLE);
    Label name = new Label(step.title());
    name.getStyleClass().add(Styles.TEXT_BOLD);
    Label text = Panes.wrapped("");
    text.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    text.setMinHeight(USE_PREF_SIZE);
    VBox both = new VBox(2, name, text);
    HBox.setHgrow(both, Priority.ALWAYS);
    HBox content = new HBox(8, icon, both);
    StepButton button = new StepButton(content);
    button.setId("step-" + step.title().toLowerCase(Locale.ROOT).replace(' ', '-'));
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(
        event -> {
          button.setSelected(true);
          chosen.accept(step);
        });
    return new Line(button, icon, text);
  }

  /** Shows how far each step is, and which of them is looked at. */
  void show(GuidedState state, GuidedStep looked) {
    lines.forEach((step, line) -> show(step.title(), line, state.step(step)));
    lines.get(looked).button().setSelected(true);
  }

  private static void show(String title, Line line, StepState state) {
    String shown =
        state instanceof StepState.Doing(String name)
            ? MiddleShortened.path(name, LONGEST_NAME)
            : state.text();
    line.text().setText(shown);
    line.icon().setIconCode(icon(state));
    line.icon().getStyleClass().removeIf(style -> style.startsWith("step-"));
    line.icon().getStyleClass().add(style(state));
    line.button().setAccessibleText(title + ", " + word(state) + ": " + state.text());
    line.button().setTooltip(new Tooltip(state.text()));
  }

  private static Feather icon(StepState state) {
    return switch (state) {
      case StepState.ToDo _ -> Feather.CIRCLE;
      case StepState.Doing _ -> Feather.LOADER;
      case StepState.Done _ -> Feather.CHECK_CIRCLE;
      case StepState.Found _ -> Feather.ALERT_CIRCLE;
      case StepState.NotNeeded _ -> Feather.MINUS_CIRCLE;
      case StepState.Stopped _ -> Feather.SLASH;
      case StepState.Failed _ -> Feather.X_CIRCLE;
    };
  }

  private static String style(StepState state) {
    return switch (state) {
      case StepState.Done _ -> "step-done";
      case StepState.Doing _ -> "step-doing";
      case StepState.Found _ -> "step-found";
      case StepState.Failed _ -> "step-failed";
      case StepState.ToDo _, StepState.NotNeeded _, StepState.Stopped _ -> "step-quiet";
    };
  }

  private static String word(StepState state) {
    return switch (state) {
      case StepState.ToDo _ -> "to do";
      case StepState.Doing _ -> "doing";
      case StepState.Done _ -> "done";
      case StepState.Found _ -> "found";
      case StepState.NotNeeded _ -> "not needed";
      case StepState.Stopped _ -> "stopped";
      case StepState.Failed _ -> "failed";
    };
  }
}
