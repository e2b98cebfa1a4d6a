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
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

  /**
   * A view of no finding yet.
   *
   * @param openTopic opens a topic by its id
   * @param files opens files where the user writes
   * @param fixes shows the change that mends a finding
   */
  FindingView(Consumer<String> openTopic, SourceFiles files, FixModel fixes) {
    this.openTopic = openTopic;
    this.files = files;
    this.fixes = fixes;
    page.getStyleClass().add("article");
    VBox margin = new VBox(page);
    margin.getStyleClass().add("article-margin");
    setContent(margin);
  }

  void show(Finding finding, Optional<Examination> examination, Optional<Topic> topic) {
    page.getChildren().setAll(what(finding));
    String mark = "marked-" + finding.severity().word();
    finding.location().ifPresent(at -> add("Where", where(at, examination, mark)));
    if (!finding.evidence().isEmpty()) add("How we know", evidence(finding));
    finding.fix().ifPresent(fix -> add("What to do", whatToDo(fix)));
    if (FixModel.hasChange(finding)) {
      examination.ifPresent(done -> page.getChildren().add(applyButtons(finding, done)));
    }
    topic.ifPresent(entry -> add("The whole story", story(entry)));
    page.getChildren().add(copyButton(finding));
    setVvalue(0);
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

  private Node where(Location at, Optional<Examination> examination, String mark) {
    VBox place = new VBox(8, CodeSpans.prose("`" + at + "`"));
    examination
        .flatMap(done -> done.snapshot().project())
        .flatMap(project -> SourceFiles.file(project, at))
        .ifPresent(file -> place.getChildren().add(openButton(file, at)));
    examination
        .flatMap(done -> done.excerpt(at))
        .ifPresent(lines -> place.getChildren().add(1, excerpt(lines, mark)));
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

  private static Node copyButton(Finding finding) {
    Button copy = new Button("Copy as Markdown", new FontIcon(Feather.COPY));
    copy.getStyleClass().add(Styles.FLAT);
    copy.setOnAction(event -> copy(finding));
    HBox row = new HBox(copy);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }
}
