package io.github.pyo3doctor.desktop.view;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Outcome;
import io.github.pyo3doctor.checks.Verdict;
import io.github.pyo3doctor.desktop.model.Article;
import io.github.pyo3doctor.desktop.model.FindingRows;
import io.github.pyo3doctor.desktop.model.GuidedCheck;
import io.github.pyo3doctor.desktop.model.GuidedState;
import io.github.pyo3doctor.desktop.model.GuidedStep;
import io.github.pyo3doctor.desktop.model.GuidedVerdict;
import io.github.pyo3doctor.desktop.model.LibraryModel;
import io.github.pyo3doctor.desktop.model.LookAlike;
import io.github.pyo3doctor.desktop.model.Models;
import io.github.pyo3doctor.desktop.model.SourceFiles;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a guided check says: what was found, or what passed and what it may be instead. */
final class GuidedResult {
  private final GuidedCheck check;
  private final LibraryModel library;
  private final GuidedView.Actions actions;
  private final Consumer<GuidedStep> look;
  private final FindingsPane pane;
  private Optional<Examination> filled = Optional.empty();
  private boolean hasList;

  /**
   * Nothing said yet.
   *
   * @param look goes to another step
   */
  GuidedResult(
      GuidedCheck check,
      Models models,
      SourceFiles files,
      GuidedView.Actions actions,
      Consumer<GuidedStep> look) {
    this.check = check;
    this.library = models.library();
    this.actions = actions;
    this.look = look;
    this.pane =
        new FindingsPane(
            models, check.examinations(), check.filters(), files, id -> {}, actions::openTopic);
  }

  /** The findings, when there are any. */
  FindingsPane pane() {
    return pane;
  }

  /** Whether findings are shown. */
  boolean hasList() {
    return hasList;
  }

  /** What has the keyboard when findings are shown. */
  Node first() {
    return pane.first();
  }

  /** The page that says it. */
  Node show(GuidedState state) {
    GuidedVerdict verdict = state.verdict();
    Optional<Examination> found =
        state.examined().filter(done -> !done.findings().isEmpty() || !done.silenced().isEmpty());
    hasList = found.isPresent();
    if (found.isPresent()) return findings(state, verdict, found.get());
    return verdict.kind() == GuidedVerdict.Kind.NONE_YET ? nothing() : said(state, verdict);
  }

  private Node findings(GuidedState state, GuidedVerdict verdict, Examination found) {
    if (!filled.equals(Optional.of(found))) {
      filled = Optional.of(found);
      pane.fill(state.project().orElse(Path.of("")), found);
    }
    VBox sentences = new VBox(4);
    sentences.setId("guided-verdict");
    verdict
        .sentences()
        .forEach(each -> sentences.getChildren().add(CodeSpans.prose(each, "strong")));
    sentences.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(sentences, Priority.ALWAYS);
    HBox head = new HBox(sentences, all(state));
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("scope-bar");
    VBox whole = new VBox(head, pane);
    VBox.setVgrow(pane, Priority.ALWAYS);
    return whole;
  }

  private Button all(GuidedState state) {
    Button all = new Button("Run all checks", new FontIcon(Feather.CLIPBOARD));
    all.setId("run-all-checks");
    all.setMinWidth(Button.USE_PREF_SIZE);
    all.setOnAction(event -> state.project().ifPresent(actions::examine));
    return all;
  }

  private Node nothing() {
    GuidedStep first = check.plan().steps().getFirst();
    Button begin = new Button("Go to the first step", new FontIcon(Feather.ARROW_RIGHT));
    begin.setOnAction(event -> look.accept(first));
    return new Placeholder(
        Feather.CLIPBOARD,
        "Nothing was looked at yet",
        "The first step is: " + first.title() + ".",
        GuidedPage.primary(begin));
  }

  private Node said(GuidedState state, GuidedVerdict verdict) {
    GuidedPage page =
        new GuidedPage(
            switch (verdict.kind()) {
              case FOUND -> "This trouble was found";
              case OPEN -> "It could not be told for sure";
              case NOT_SEEN, NONE_YET -> "Nothing of it was found";
            });
    VBox sentences = new VBox(8);
    sentences.setId("guided-verdict");
    verdict.sentences().forEach(each -> sentences.getChildren().add(CodeSpans.prose(each)));
    page.add(sentences);
    page.add(GuidedPage.buttons(ways(state, verdict)));
    links(
        page, "What it tells of instead", verdict.others().stream().flatMap(this::other).toList());
    if (verdict.kind() != GuidedVerdict.Kind.FOUND) {
      links(page, "What looks like it", lookAlikes(state.plan().topic()));
    }
    state.examined().ifPresent(done -> answers(page, done));
    return page;
  }

  /** A link to an entry, and what is said of it. */
  private record Way(Topic topic, String said) {}

  private Stream<Way> other(String topicId) {
    return library.topic(topicId).stream().map(topic -> new Way(topic, topic.summary()));
  }

  private List<Way> lookAlikes(Topic topic) {
    Optional<Article> article = library.article(topic.id());
    return article.map(LookAlike::of).orElse(List.of()).stream()
        .map(like -> new Way(like.topic(), "if you see: " + like.seen()))
        .toList();
  }

  private void links(GuidedPage page, String title, List<Way> ways) {
    if (ways.isEmpty()) return;
    page.add(Panes.heading(title));
    for (Way way : ways) {
      Hyperlink link = new Hyperlink(way.topic().titleText());
      link.setWrapText(true);
      link.getStyleClass().add("look-alike");
      link.setOnAction(event -> actions.openTopic(way.topic().id()));
      page.add(new VBox(link, CodeSpans.prose(way.said(), "quiet-detail")));
    }
  }

  /** What else can be tried, the best first. */
  private List<Button> ways(GuidedState state, GuidedVerdict verdict) {
    List<Button> ways = new ArrayList<>();
    if (verdict.kind() != GuidedVerdict.Kind.FOUND) {
      state.plan().steps().stream()
          .filter(step -> step != GuidedStep.RESULT && state.step(step).isOpen())
          .findFirst()
          .map(this::goOn)
          .ifPresent(ways::add);
    }
    Button read = new Button("Read the entry", new FontIcon(Feather.BOOK_OPEN));
    read.setId("read-entry");
    read.setOnAction(event -> actions.openTopic(state.plan().topic().id()));
    ways.add(read);
    GuidedPage.primary(ways.getFirst());
    if (state.examined().isPresent()) ways.add(all(state));
    return ways;
  }

  private Button goOn(GuidedStep step) {
    Button next = new Button("Go on: " + step.title(), new FontIcon(Feather.ARROW_RIGHT));
    next.setId("go-on");
    next.setOnAction(event -> look.accept(step));
    return next;
  }

  private static void answers(GuidedPage page, Examination examination) {
    page.add(Panes.heading("What was asked"));
    examination.verdicts().forEach(verdict -> page.add(answer(verdict)));
    page.list(
        "What was not examined",
        examination.snapshot().project().map(Project::notExamined).orElse(List.of()).stream()
            .map(NotExamined::toString)
            .toList());
  }

  private static Node answer(Verdict verdict) {
    FontIcon icon =
        new FontIcon(
            switch (verdict.outcome()) {
              case Outcome.Found _ -> Feather.ALERT_CIRCLE;
              case Outcome.Passed _ -> Feather.CHECK_CIRCLE;
              case Outcome.NotApplicable _ -> Feather.MINUS_CIRCLE;
              case Outcome.Unknown _ -> Feather.HELP_CIRCLE;
            });
    icon.getStyleClass()
        .add(verdict.outcome() instanceof Outcome.Passed ? "step-done" : "step-quiet");
    VBox text =
        new VBox(
            2,
            CodeSpans.prose(verdict.question()),
            CodeSpans.prose(FindingRows.answer(verdict.outcome()), "quiet-detail"));
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox row = new HBox(icon, text);
    row.getStyleClass().add("finding-row");
    return row;
  }
}
