package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.LogMarks;
import io.github.pyo3doctor.desktop.model.LogModel;
import io.github.pyo3doctor.desktop.model.LogReading;
import io.github.pyo3doctor.desktop.model.LogState;
import io.github.pyo3doctor.report.Counted;
import io.github.pyo3doctor.symptoms.Match;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A log with the lines that decided marked, and beside it what they mean and what to do. */
final class LogView extends SplitPane implements Findable, Focusable {
  private final LogModel model;
  private final LibraryModel library;
  private final Actions actions;
  private final LogLines lines = new LogLines(this::choose);
  private final LogMeaning meaning;
  private final TopicPane article;
  private final StackPane right = new StackPane();
  private final Node running;
  private List<Match> matches = List.of();

  /** What can be done from here. */
  interface Actions {
    /** Goes to the guided check of a topic. */
    void checkFor(String topicId);

    /** Reads a log once more from its beginning. */
    void readAgain(LogReading log);

    /** Searches for the words of the log instead. */
    void readOtherwise();
  }

  LogView(LogModel model, LibraryModel library, TopicPane article, Actions actions) {
    this.model = model;
    this.library = library;
    this.article = article;
    this.actions = actions;
    this.running = running();
    this.meaning = new LogMeaning(actions::checkFor, this::choose);
    article.lead(meaning);
    getStyleClass().add("list-and-detail");
    model.shownProperty().subscribe(this::show);
  }

  /** Goes to the next marked line, or back to the one before. */
  void step(int by) {
    lines.step(by);
  }

  @Override
  public void takeKeyboard() {
    applyCss(); // a split pane holds nothing before
    if (getItems().contains(lines)) Focusable.focus(lines.list(), this);
    else Focusable.focusFirst(right);
  }

  @Override
  public void find() {
    if (!matches.isEmpty()) article.find();
  }

  @Override
  public boolean stopFinding() {
    return article.stopFinding();
  }

  private void show(Optional<LogReading> shown) {
    Focusable.keeping(this, () -> arrange(shown));
  }

  private void arrange(Optional<LogReading> shown) {
    matches = shown.map(LogReading::matches).orElse(List.of());
    shown.ifPresent(log -> lines.show(log.text(), LogMarks.of(matches)));
    right.getChildren().setAll(shown.map(this::beside).orElseGet(LogView::gone));
    boolean lineless = shown.map(log -> log.text().lines() == 0).orElse(true);
    place(lineless ? List.of(right) : List.of(lines, right));
    if (!matches.isEmpty()) choose(matches.getFirst());
  }

  /** Where there are no lines, what is said about them has the whole place. */
  private void place(List<Node> parts) {
    if (getItems().equals(parts)) return;
    getItems().setAll(parts);
    setDividerPositions(0.5);
  }

  private void choose(Match match) {
    meaning.show(match, matches);
    article.show(library.article(match.topic()));
    lines.choose(match);
  }

  private Node beside(LogReading log) {
    return switch (log.state()) {
      case LogState.Running() -> running;
      case LogState.Done(List<Match> found) when found.isEmpty() -> unknown(log);
      case LogState.Done done -> article;
      case LogState.Cancelled() ->
          new Placeholder(
              Feather.SLASH, "Stopped", log.name() + " was not read to the end.", again(log));
      case LogState.Failed(String reason) ->
          new Placeholder(
              Feather.ALERT_CIRCLE,
              "This cannot be read",
              log.name() + " " + reason + ". Drop a text file, or paste the output itself.",
              again(log));
    };
  }

  private Button again(LogReading log) {
    Button again = new Button("Read again", new FontIcon(Feather.REFRESH_CW));
    again.setId("read-again");
    again.setOnAction(event -> actions.readAgain(log));
    return again;
  }

  private Node running() {
    ProgressBar progress = new ProgressBar();
    progress.progressProperty().bind(model.shareProperty());
    progress.setMaxWidth(Double.MAX_VALUE);
    Button stop = new Button("Stop", new FontIcon(Feather.X));
    stop.setId("stop-reading");
    stop.setOnAction(event -> model.cancel());
    return new Placeholder(
        Feather.FILE_TEXT, "Reading the log", "Looking for lines that decide.", progress, stop);
  }

  private Node unknown(LogReading log) {
    Button words = new Button("Search for its words", new FontIcon(Feather.SEARCH));
    words.setOnAction(event -> actions.readOtherwise());
    return new Placeholder(
        Feather.HELP_CIRCLE,
        "Not recognised",
        "Nothing in "
            + (log.text().lines() == 1
                ? "this line"
                : "these " + Counted.of(log.text().lines(), "line"))
            + " is a trouble this library knows. Paste more of the output, from the first error"
            + " on, or search for the words of the message.",
        words);
  }

  private static Node gone() {
    return new Placeholder(
        Feather.FILE_TEXT,
        "This log is no longer kept",
        "Only the latest logs are. Paste or drop it again.");
  }
}
