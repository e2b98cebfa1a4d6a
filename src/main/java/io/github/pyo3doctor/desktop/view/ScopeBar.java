package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.report.Counted;
import io.github.pyo3doctor.report.Summary;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says that only the checks of one topic were run, how they ended, and runs the others. */
final class ScopeBar extends HBox {
  private final Label result = Panes.wrapped("");
  private final Hyperlink title = new Hyperlink();
  private final Consumer<String> openTopic;

  /**
   * No such bar yet.
   *
   * @param all runs all checks
   * @param openTopic opens a topic by its id
   */
  ScopeBar(Runnable all, Consumer<String> openTopic) {
    this.openTopic = openTopic;
    Button rest = new Button("Run all checks", new FontIcon(Feather.CLIPBOARD));
    rest.setId("run-all-checks");
    rest.setMinWidth(USE_PREF_SIZE);
    rest.setOnAction(event -> all.run());
    result.setId("scope-result");
    result.getStyleClass().add(Styles.TEXT_BOLD);
    title.setWrapText(true);
    VBox said = new VBox(result, title);
    HBox.setHgrow(said, Priority.ALWAYS);
    getChildren().addAll(said, rest);
    getStyleClass().add("scope-bar");
    setAlignment(Pos.CENTER_LEFT);
    managedProperty().bind(visibleProperty());
  }

  /** Shows how the checks of a topic ended; goes away when all were run. */
  void show(Optional<Topic> topic, Examination examination) {
    setVisible(topic.isPresent());
    topic.ifPresent(only -> show(only, examination));
  }

  private void show(Topic topic, Examination examination) {
    int checks = examination.verdicts().size();
    result.setText(
        Counted.of(checks, "check")
            + " of this topic: "
            + Summary.of(examination, examination.findings()));
    title.setText(topic.titleText());
    title.setOnAction(
        event -> {
          title.setVisited(false);
          openTopic.accept(topic.id());
        });
  }
}
