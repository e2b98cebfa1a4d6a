package io.github.pyo3doctor.desktop.view;

import atlantafx.base.theme.Styles;
import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Excerpt;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;
import io.github.pyo3doctor.desktop.model.FixModel;
import io.github.pyo3doctor.desktop.model.SourceFiles;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.report.FindingMarkdown;
import io.github.pyo3doctor.report.GradeWord;
import io.github.pyo3doctor.report.Summary;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Silence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One finding: what, where, how we know, what to do, and the way to its article. */
final class FindingView extends Page {
  private static final Pattern NUMBERED = Pattern.compile("(\\d+\\.) (.*)");

  private final VBox page = new VBox();
  private final Consumer<String> openTopic;
  private final SourceFiles files;
  private final FixModel fixes;
  private final BooleanSupplier ofProject;

  /**
   * A view of no finding yet.
   *
   * @param openTopic opens a topic by its id
   * @param files opens files where the user writes
   * @param fixes shows the change that mends or silences a finding
   * @param ofProject whether the findings are of a project on this machine
   */
  FindingView(
      Consumer<String> openTopic, SourceFiles files, FixModel fixes, BooleanSupplier ofProject) {
    this.ofProject = ofProject;
    this.openTopic = openTopic;
    this.files = files;
    this.fixes = fixes;
    page.getStyleClass().add("article");
    VBox margin = new VBox(page);
    margin.getStyleClass().add("article-margin");
    setContent(margin);
  }

  /**
   * Shows a finding.
   *
   * @param silence why the project is not told of it; empty when it is
   */
  void show(
      Finding finding, Optional<Silence> silence, Examination examination, Optional<Topic> topic) {
    page.getChildren().setAll(what(finding));
    silence.ifPresent(why -> add("Why it is silent", silent(why, examination)));
    String mark = "marked-" + finding.severity().word();
    finding.location().ifPresent(at -> add("Where", where(at, examination, mark)));
    if (!finding.evidence().isEmpty()) add("How we know", evidence(finding));
    finding.fix().ifPresent(fix -> add("What to do", whatToDo(fix)));
    if (silence.isEmpty() && FixModel.hasChange(finding)) {
      page.getChildren().add(applyButtons(finding, examination));
    }
    topic.ifPresent(entry -> add("The whole story", story(entry)));
    page.getChildren().add(foot(finding, silence, examination));
    setVvalue(0);
  }

  private Node silent(Silence silence, Examination examination) {
    VBox why =
        new VBox(
            8,
            CodeSpans.prose(Summary.capitalized(silence.reason())),
            CodeSpans.prose("`" + silence.location() + "` says so.", "quiet-text"));
    if (ofProject.getAsBoolean()) {
      why.getChildren().add(FindingDetail.stopSilencing(silence, examination, fixes));
    }
    return why;
  }

  /** Copies a finding as Markdown. */
  static void copy(Finding finding) {
    Copying.copy(FindingMarkdown.of(finding));
  }

  private void add(String title, Node... content) {
    page.getChildren().add(Panes.heading(title));
    page.getChildren().addAll(content);
  }

  private static Node what(Finding finding) {
    Label severity = new Label(finding.severity().word(), new SeverityIcon(finding.severity()));
    severity.getStyleClass().add("severity-" + finding.severity().word());
    return new VBox(
        8, severity, CodeSpans.prose(Summary.capitalized(finding.message()), Styles.TITLE_3));
  }

  private Node where(Location at, Examination examination, String mark) {
    VBox place = new VBox(8, CodeSpans.prose("`" + at + "`"));
    examination
        .snapshot()
        .project()
        .flatMap(project -> SourceFiles.file(project, at))
        .ifPresent(file -> place.getChildren().add(openButton(file, at)));
    examination.excerpt(at).ifPresent(lines -> place.getChildren().add(1, excerpt(lines, mark)));
    return place;
  }

  private Node openButton(Path file, Location at) {
    Button open = new Button(files.label(), new FontIcon(Feather.EDIT_3));
    open.setId("open-in-editor");
    open.getStyleClass().add(Styles.SMALL);
    open.setTooltip(new Tooltip(file + ":" + at.line()));
    open.setOnAction(event -> files.open(file, at));
    return open;
  }

  private static Node excerpt(Excerpt excerpt, String mark) {
    VBox lines = new VBox();
    lines.getStyleClass().addAll("code-view", "excerpt");
    int n = excerpt.first();
    for (String source : excerpt.lines()) {
      Label number = new Label(String.valueOf(n));
      number.getStyleClass().addAll("line-number", Styles.TEXT_MUTED);
      Text text = new Text(source);
      text.getStyleClass().add("code-text");
      HBox line = new HBox(number, code(text));
      line.setAlignment(Pos.BASELINE_LEFT);
      line.getStyleClass().add(n == excerpt.at().line() ? mark : "other-line");
      lines.getChildren().add(line);
      n++;
    }
    return lines;
  }

  private static Node evidence(Finding finding) {
    VBox list = new VBox();
    list.getStyleClass().add("article-list");
    for (String line : finding.evidence()) {
      Matcher numbered = NUMBERED.matcher(line);
      boolean step = numbered.matches();
      Label bullet = new Label(step ? numbered.group(1) : "•");
      bullet.getStyleClass().add("bullet");
      list.getChildren().add(new HBox(bullet, CodeSpans.prose(step ? numbered.group(2) : line)));
    }
    return list;
  }

  private static Node whatToDo(Fix fix) {
    Label grade = new Label(GradeWord.of(fix.grade()));
    grade.getStyleClass().addAll("chip", Styles.TEXT_SMALL);
    VBox steps = new VBox(8, CodeSpans.prose(fix.title()), grade);
    fix.edits().forEach(edit -> steps.getChildren().add(edit(edit)));
    return steps;
  }

  private Node applyButtons(Finding finding, Examination examination) {
    Button one = new Button("Apply…", new FontIcon(Feather.CHECK));
    one.setId("offer-change");
    one.setTooltip(new Tooltip("Shows the change first (Ctrl .)"));
    one.setOnAction(event -> fixes.offer(examination, List.of(finding)));
    FlowPane buttons = new FlowPane(8, 8, one);
    List<Finding> likewise = FixModel.likewise(examination, finding);
    if (likewise.size() > 1) {
      Button all = new Button("Apply all " + likewise.size() + " of this kind…");
      all.setId("offer-all-changes");
      all.setOnAction(event -> fixes.offer(examination, likewise));
      buttons.getChildren().add(all);
    }
    return buttons;
  }

  private static Node edit(Fix.LineEdit edit) {
    VBox lines = new VBox(CodeSpans.prose(edit.file() + ":" + edit.line(), "code-caption"));
    lines.getStyleClass().add("code-view");
    lines.getChildren().add(diffLine("− " + edit.before(), "removed-line"));
    edit.after()
        .lines()
        .forEach(after -> lines.getChildren().add(diffLine("+ " + after, "added-line")));
    return lines;
  }

  private static Node diffLine(String line, String style) {
    Text text = new Text(line);
    text.getStyleClass().add("code-text");
    HBox row = new HBox(code(text));
    row.getStyleClass().add(style);
    return row;
  }

  private static Prose code(Text line) {
    Prose prose = new Prose(line);
    HBox.setHgrow(prose, Priority.ALWAYS);
    return prose;
  }

  private Node story(Topic topic) {
    Button read = new Button("Read the whole entry", new FontIcon(Feather.BOOK_OPEN));
    read.setId("read-entry");
    read.setOnAction(event -> openTopic.accept(topic.id()));
    Prose title = InlineText.flow(topic.title(), target -> {});
    title.getStyleClass().add("strong");
    return new VBox(8, title, CodeSpans.prose(topic.summary()), read);
  }

  private Node foot(Finding finding, Optional<Silence> silence, Examination examination) {
    Button copy = new Button("Copy as Markdown", new FontIcon(Feather.COPY));
    copy.getStyleClass().add(Styles.FLAT);
    copy.setOnAction(event -> copy(finding));
    FlowPane row = new FlowPane(8, 8, copy);
    if (silence.isEmpty() && ofProject.getAsBoolean())
      row.getChildren().add(silenceButton(finding, examination));
    return row;
  }

  private Node silenceButton(Finding finding, Examination examination) {
    Button silence = new Button("Silence…", new FontIcon(Feather.BELL_OFF));
    silence.setId("silence-finding");
    silence.getStyleClass().add(Styles.FLAT);
    silence.setTooltip(new Tooltip("Asks for the reason, and shows what would be written (Del)"));
    silence.setOnAction(event -> fixes.askReason(examination, finding));
    return silence;
  }
}
