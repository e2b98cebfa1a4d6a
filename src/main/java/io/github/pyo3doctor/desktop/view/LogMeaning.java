package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.Commands;
import io.github.pyo3doctor.report.ExplainText;
import io.github.pyo3doctor.symptoms.FactKind;
import io.github.pyo3doctor.symptoms.Match;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a log tells of: how sure that is, what to do next, and the facts read out of it. */
final class LogMeaning extends VBox {
  private final Consumer<String> check;
  private final Consumer<Match> choose;

  /**
   * Nothing recognised yet.
   *
   * @param check looks for a topic's trouble in a project
   * @param choose hears which of several matches the user chose
   */
  LogMeaning(Consumer<String> check, Consumer<Match> choose) {
    this.check = check;
    this.choose = choose;
    getStyleClass().add("log-meaning");
  }

  /** Shows one of the matches. */
  void show(Match match, List<Match> all) {
    getChildren().clear();
    if (all.size() > 1) getChildren().add(matches(match, all));
    else getChildren().add(certainty(match));
    getChildren().add(nextStep(match));
    for (String command : Commands.in(match.nextStep()))
      getChildren().add(new CommandLine(command));
    if (!match.facts().isEmpty()) getChildren().add(facts(match));
    getChildren().add(checkButton(match));
  }

  private Node matches(Match shown, List<Match> all) {
    ToggleGroup group = new ToggleGroup();
    VBox buttons = new VBox();
    buttons.setId("log-matches");
    buttons.getStyleClass().add("log-matches");
    for (Match match : all) {
      ToggleButton button = new ToggleButton(match.title() + "\n" + saying(match));
      button.setWrapText(true);
      button.setMnemonicParsing(false);
      button.setToggleGroup(group);
      button.setSelected(match.equals(shown));
      button.setMaxWidth(Double.MAX_VALUE);
      button.setAlignment(Pos.CENTER_LEFT);
      button.setOnAction(
          event -> {
            if (match.equals(shown)) button.setSelected(true);
            else choose.accept(match);
          });
      buttons.getChildren().add(button);
    }
    return buttons;
  }

  private static Node certainty(Match match) {
    Label label = Panes.wrapped("Recognised: " + saying(match));
    label.getStyleClass().add(Styles.TEXT_MUTED);
    return label;
  }

  private static String saying(Match match) {
    String where =
        match.first() == match.last()
            ? "line " + match.first()
            : "lines " + match.first() + "–" + match.last();
    return ExplainText.certainty(match.confidence()) + ", by " + where;
  }

  private static Node nextStep(Match match) {
    Label title = new Label("Next step");
    title.getStyleClass().add(Styles.TEXT_BOLD);
    Prose step = CodeSpans.prose(match.nextStep());
    step.setId("next-step");
    return new VBox(4, title, step);
  }

  private static Node facts(Match match) {
    FlowPane facts = new FlowPane();
    facts.getStyleClass().add("facts");
    for (FactKind kind : FactKind.values()) {
      String value = match.facts().get(kind);
      if (value == null) continue;
      Button fact = new Button(kind.title() + " " + value);
      fact.getStyleClass().addAll("chip", "fact", Styles.TEXT_SMALL);
      fact.setMnemonicParsing(false);
      fact.setTooltip(new Tooltip("Copy " + value));
      fact.setOnAction(event -> Copying.copy(value, fact));
      facts.getChildren().add(fact);
    }
    return facts;
  }

  private Node checkButton(Match match) {
    Button button = new Button("Check my project for this", new FontIcon(Feather.CLIPBOARD));
    button.setId("check-for-this");
    button.setOnAction(event -> check.accept(match.topic()));
    return button;
  }
}
