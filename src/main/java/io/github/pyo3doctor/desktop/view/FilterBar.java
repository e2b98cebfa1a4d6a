package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.desktop.model.FilterModel;
import io.github.pyo3doctor.desktop.model.FindingFacets;
import io.github.pyo3doctor.desktop.model.FindingFilter;
import io.github.pyo3doctor.desktop.model.FindingRows;
import io.github.pyo3doctor.report.Counted;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Sets which findings are listed: by words, how loud they are, their topic and their file. */
final class FilterBar extends VBox {
  private final FilterModel filters;
  private final Runnable intoList;
  private final TextField words = new TextField();
  private final Map<Severity, ToggleButton> severities = new EnumMap<>(Severity.class);
  private final Button silenced = new Button("", new FontIcon(Feather.BELL_OFF));
  private final FlowPane loudness = new FlowPane(4, 4);
  private final VBox chips = new VBox(4);
  private final ChoiceChip topic;
  private final ChoiceChip file;
  private final Label count = Panes.wrapped("");
  private final HBox outcome;

  /**
   * A bar for no findings.
   *
   * @param topicTitle the title of a topic by its id
   * @param intoList moves the keyboard into the list
   * @param toSilenced chooses the first silenced finding
   */
  FilterBar(
      FilterModel filters,
      UnaryOperator<String> topicTitle,
      Runnable intoList,
      Runnable toSilenced) {
    this.filters = filters;
    this.intoList = intoList;
    this.topic =
        new ChoiceChip(
            "Topic",
            "All topics",
            topicTitle,
            choice -> filters.change(now -> now.withTopic(choice)));
    this.file =
        new ChoiceChip(
            "File",
            "All files",
            name -> name.equals(FindingFilter.NO_FILE) ? "(in no file)" : name,
            choice -> filters.change(now -> now.withFile(choice)));
    topic.setId("filter-topic");
    file.setId("filter-file");
    words.setId("filter");
    words.setPromptText("Filter by word, file or topic");
    words
        .textProperty()
        .subscribe(
            text -> {
              if (!text.equals(filters.filter().words())) {
                filters.change(now -> now.withWords(text));
              }
            });
    words.addEventFilter(KeyEvent.KEY_PRESSED, this::pressedInWords);
    for (Severity severity : Severity.values()) severities.put(severity, toggle(severity));
    silenced.setId("show-silenced");
    silenced.getStyleClass().add("filter-chip");
    silenced.managedProperty().bind(silenced.visibleProperty());
    silenced.setOnAction(event -> toSilenced.run());
    loudness.getChildren().addAll(severities.values());
    loudness.getChildren().add(silenced);
    for (ChoiceChip choice : new ChoiceChip[] {topic, file}) HBox.setHgrow(choice, Priority.ALWAYS);
    chips.getChildren().addAll(loudness, new HBox(4, topic, file));
    chips.getStyleClass().add("filter-chips");
    outcome = outcome();
    for (Node part : new Node[] {loudness, chips, outcome}) {
      part.managedProperty().bind(part.visibleProperty());
    }
    getChildren().addAll(words, chips, outcome);
    managedProperty().bind(visibleProperty());
  }

  private ToggleButton toggle(Severity severity) {
    ToggleButton toggle = new ToggleButton("", new SeverityIcon(severity));
    toggle.setId("filter-" + severity.word());
    toggle.getStyleClass().add("filter-chip");
    toggle.managedProperty().bind(toggle.visibleProperty());
    toggle.setOnAction(event -> filters.change(now -> now.with(severity, toggle.isSelected())));
    return toggle;
  }

  private HBox outcome() {
    Button clear = new Button("Show all", new FontIcon(Feather.X));
    clear.setId("clear-filter");
    clear.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    clear.setMinWidth(USE_PREF_SIZE);
    clear.setOnAction(
        event -> {
          filters.clear();
          intoList.run();
        });
    count.setId("filter-count");
    count.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
    count.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(count, Priority.ALWAYS);
    HBox row = new HBox(8, count, clear);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("filter-outcome");
    return row;
  }

  /** Shows a filter, and what else it could be set to; is not there when nothing was found. */
  void show(FindingRows rows, FindingFilter filter) {
    FindingFacets facets = rows.facets(filter);
    boolean silent = !rows.silenced(FindingFilter.NONE).isEmpty();
    setVisible(facets.all() > 0 || silent || filter.isActive());
    if (!words.getText().equals(filter.words())) words.setText(filter.words());
    severities.forEach((severity, toggle) -> show(severity, toggle, facets, filter));
    showSilenced(rows.silenced(filter).size());
    loudness.setVisible(loudness.getChildren().stream().anyMatch(Node::isVisible));
    topic.show(facets.topics(), filter.topic());
    file.show(facets.files(), filter.file());
    chips.setVisible(facets.all() > 1 || silent || filter.isActive());
    outcome.setVisible(filter.isActive());
    count.setText(facets.shown() + " of " + Counted.of(facets.all(), "finding"));
  }

  private void showSilenced(long number) {
    silenced.setVisible(number > 0);
    silenced.setText(String.valueOf(number));
    silenced.setAccessibleText(number + " silenced");
    silenced.setTooltip(new Tooltip("Go to the " + number + " silenced"));
  }

  private static void show(
      Severity severity, ToggleButton toggle, FindingFacets facets, FindingFilter filter) {
    long number = facets.severities().getOrDefault(severity, 0L);
    boolean chosen = filter.severities().contains(severity);
    // With one kind only there is nothing to choose.
    toggle.setVisible(
        chosen || (facets.severities().containsKey(severity) && facets.severities().size() > 1));
    toggle.setSelected(chosen);
    toggle.setText(String.valueOf(number));
    String counted = Counted.of(number, severity.word());
    toggle.setAccessibleText(counted);
    toggle.setTooltip(new Tooltip((chosen ? "Not only " : "Only ") + counted));
  }

  private void pressedInWords(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN, ENTER -> intoList.run();
      case ESCAPE -> {
        if (words.getText().isEmpty()) return;
        words.clear();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }
}
