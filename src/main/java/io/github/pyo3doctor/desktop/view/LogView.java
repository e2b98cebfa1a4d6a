package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.LogModel;
import io.github.pyo3doctor.report.ExplainText;
import io.github.pyo3doctor.symptoms.FactKind;
import io.github.pyo3doctor.symptoms.LineCleaner;
import io.github.pyo3doctor.symptoms.Match;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A log with the lines that decided marked, and beside it what they mean and what to do. */
final class LogView extends StackPane {
  private static final int LINES_BEFORE_THE_FIRST_MARK = 3;
  private static final int LONGEST_LINE = 2_000;
  private static final int MOST_MATCHES_SEEN = 3;
  private static final int EMS_OF_A_MATCH = 6;

  private final LibraryModel library;
  private final Actions actions;
  private final ListView<Match> matches = new ListView<>();
  private final ListView<Line> log = new ListView<>();
  private final VBox said = new VBox();
  private final TopicPane article;
  private final SplitPane recognised = new SplitPane();

  /**
   * A line of the log.
   *
   * @param number counted from 1
   * @param decides whether it is one of those that decided
   */
  private record Line(int number, String text, boolean decides) {}

  /** What can be done from here. */
  interface Actions {
    /** Examines a project; asks for it first if none is at hand. */
    void checkProject();
  }

  LogView(LogModel model, LibraryModel library, Links links, Actions actions) {
    this.library = library;
    this.actions = actions;
    this.article = new TopicPane(links, new Region());
    matches.setId("log-matches");
    matches.setCellFactory(view -> new MatchCell());
    matches.getStyleClass().add("log-matches");
    matches.getSelectionModel().selectedItemProperty().subscribe(this::show);
    Panes.rewrap(matches);
    log.setId("log-lines");
    log.setCellFactory(view -> new LineCell());
    log.getStyleClass().add("log-lines");
    said.getStyleClass().add("log-said");
    VBox left = new VBox(matches, log);
    VBox.setVgrow(log, Priority.ALWAYS);
    VBox right = new VBox(said, article);
    VBox.setVgrow(article, Priority.ALWAYS);
    recognised.getItems().setAll(left, right);
    recognised.setDividerPositions(0.5);
    recognised.getStyleClass().add("list-and-detail");
    model.readingProperty().subscribe(this::show);
  }

  private void show(LogModel.Reading reading) {
    boolean nothing = reading.done() && reading.matches().isEmpty();
    log.getItems().setAll(lines(reading.lines(), List.of()));
    matches.getItems().setAll(reading.matches());
    int shown = Math.clamp(reading.matches().size(), 1, MOST_MATCHES_SEEN);
    matches.setStyle("-fx-pref-height: " + shown * EMS_OF_A_MATCH + "em;");
    matches.getSelectionModel().selectFirst();
    getChildren().setAll(nothing ? unknown(reading) : recognised);
  }

  private void show(@Nullable Match match) {
    if (match == null) {
      said.getChildren().clear();
      article.show(Optional.empty());
      return;
    }
    List<String> texts = log.getItems().stream().map(Line::text).toList();
    log.getItems().setAll(lines(texts, List.of(match)));
    log.scrollTo(Math.max(0, match.first() - 1 - LINES_BEFORE_THE_FIRST_MARK));
    said.getChildren().setAll(nextStep(match), facts(match), checkButton());
    article.show(library.topic(match.topic()));
  }

  private static List<Line> lines(List<String> texts, List<Match> marked) {
    return IntStream.rangeClosed(1, texts.size())
        .mapToObj(n -> new Line(n, texts.get(n - 1), decides(n, marked)))
        .toList();
  }

  private static boolean decides(int number, List<Match> marked) {
    return marked.stream().anyMatch(m -> m.first() <= number && number <= m.last());
  }

  private static Node nextStep(Match match) {
    Prose step = CodeSpans.prose(match.nextStep());
    step.setId("next-step");
    return step;
  }

  private static Node facts(Match match) {
    FlowPane facts = new FlowPane(8, 8);
    for (FactKind kind : FactKind.values()) {
      if (!match.facts().containsKey(kind)) continue;
      Label fact = new Label(kind.title() + " " + match.facts().get(kind));
      fact.getStyleClass().addAll("chip", Styles.TEXT_SMALL);
      facts.getChildren().add(fact);
    }
    return facts;
  }

  private Node checkButton() {
    Button check = new Button("Check my project for this", new FontIcon(Feather.CLIPBOARD));
    check.setOnAction(event -> actions.checkProject());
    return check;
  }

  private static Node unknown(LogModel.Reading reading) {
    return new Placeholder(
        Feather.HELP_CIRCLE,
        "Not recognised",
        "Nothing in these "
            + reading.lines().size()
            + " lines is a trouble this library knows. Paste more of the output, from the first"
            + " error on, or search for the words of the message.");
  }

  private static final class MatchCell extends WrappingCell<Match> {
    @Override
    Region content(Match match) {
      String where =
          match.first() == match.last()
              ? "line " + match.first()
              : "lines " + match.first() + "–" + match.last();
      return Panes.twoLines(
          match.title(), ExplainText.certainty(match.confidence()) + " · " + where);
    }
  }

  private static final class LineCell extends ListCell<Line> {
    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().remove("deciding-line");
      setText(null);
      if (empty || line == null) return;
      setText(
          String.format(
              Locale.ROOT,
              "%6d  %s",
              line.number(),
              shortened(LineCleaner.withoutControls(line.text()))));
      if (line.decides()) getStyleClass().add("deciding-line");
    }

    /** A linker's command line may be a hundred thousand characters long, which no screen shows. */
    private static String shortened(String text) {
      return text.length() <= LONGEST_LINE ? text : text.substring(0, LONGEST_LINE) + "…";
    }
  }
}
