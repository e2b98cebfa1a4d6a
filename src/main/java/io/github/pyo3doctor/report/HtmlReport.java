package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;
import io.github.pyo3doctor.checks.Outcome;
import io.github.pyo3doctor.checks.Silenced;
import io.github.pyo3doctor.checks.Verdict;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** An examination as one HTML file: nothing beside it, no script, no connection. */
public final class HtmlReport {
  private final Library topics;

  /**
   * @param topics the articles it includes where something was found
   */
  public HtmlReport(Library topics) {
    this.topics = topics;
  }

  /** The page, with the findings that the caller wants shown. */
  public String report(Examination examination, List<Finding> findings) {
    Snapshot snapshot = examination.snapshot();
    String subject = snapshot.project().map(Project::root).orElse("This machine");
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>PyO3 Doctor: %s</title>
    <style>
    %s</style>
    </head>
    <body><main>
    <header>
    <h1>%s</h1>
    <p class="faint">%s</p>
    <p class="faint path">%s</p>
    </header>
    %s
    %s
    <h2>What was asked</h2>
    <table class="checks"><tbody>
    %s
    </tbody></table>
    %s
    </main></body>
    </html>
    """
        .formatted(
            Html.text(subject),
            style(),
            Html.text(Summary.capitalized(Summary.findings(examination, findings))),
            Html.text(Circumstances.of(snapshot)),
            Html.text(subject),
            Html.each(findings, finding -> finding(finding, examination)),
            silenced(examination.silenced()) + unsettled(Unsettled.of(examination)),
            Html.each(examination.verdicts(), HtmlReport::verdict),
            articles(findings));
  }

  private String finding(Finding finding, Examination examination) {
    String article = topics.topic(finding.topic()).map(Topic::titleText).orElse(finding.topic());
    return """
    <section class="finding %1$s">
    <h2><span class="badge">%1$s</span> %2$s</h2>
    %3$s
    %4$s
    %5$s
    <p><a href="#%6$s">Read: %7$s</a></p>
    </section>
    """
        .formatted(
            finding.severity().word(),
            Html.sentence(finding.message()),
            finding.location().map(at -> where(at, examination)).orElse(""),
            part("How we know", list(finding.evidence())),
            finding.fix().map(fix -> part("What to do", fix(fix))).orElse(""),
            Html.text(finding.topic()),
            Html.text(article));
  }

  private static String where(Location at, Examination examination) {
    String line =
        examination
            .excerpt(at)
            .map(lines -> "<pre>" + at.line() + " │ " + Html.text(lines.line()) + "</pre>")
            .orElse("");
    return "<p class=\"path\">" + Html.text(at.toString()) + "</p>" + line;
  }

  private static String part(String heading, String content) {
    return content.isEmpty() ? "" : "<h3>" + heading + "</h3>\n" + content;
  }

  private static String list(List<String> sentences) {
    if (sentences.isEmpty()) return "";
    return Html.each(sentences, text -> "<li>" + Html.sentence(text) + "</li>")
        .transform(items -> "<ol>\n" + items + "\n</ol>");
  }

  private static String fix(Fix fix) {
    return "<p>" + Html.sentence(fix.title()) + "</p>\n" + Html.each(fix.edits(), HtmlReport::edit);
  }

  private static String edit(Fix.LineEdit edit) {
    String added =
        Html.each(edit.after().lines().toList(), line -> "<ins>+ " + Html.text(line) + "</ins>");
    return "<p class=\"path\">%s:%d</p>\n<pre><del>- %s</del>\n%s</pre>"
        .formatted(Html.text(edit.file()), edit.line(), Html.text(edit.before()), added);
  }

  private static String silenced(List<Silenced> silenced) {
    if (silenced.isEmpty()) return "";
    String rows =
        Html.each(
            silenced,
            each ->
                "<dt>%s</dt><dd>%s: %s</dd>"
                    .formatted(
                        Html.sentence(each.finding().message()),
                        Html.text(each.silence().location().toString()),
                        Html.sentence(each.silence().reason())));
    return "<h2>What the project silences</h2>\n<dl>\n" + rows + "\n</dl>";
  }

  private static String unsettled(List<Unsettled> unsettled) {
    if (unsettled.isEmpty()) return "";
    String rows =
        Html.each(
            unsettled,
            each ->
                "<dt>%s: %s</dt>%s"
                    .formatted(
                        each.word(),
                        Html.sentence(each.reason()),
                        Html.each(
                            each.questions(),
                            question -> "<dd>open: " + Html.sentence(question) + "</dd>")));
    return "<h2>What could not be looked at</h2>\n<dl>\n" + rows + "\n</dl>";
  }

  private static String verdict(Verdict verdict) {
    return "<tr><td>%s</td><td>%s</td></tr>"
        .formatted(Html.sentence(verdict.question()), Html.sentence(answer(verdict.outcome())));
  }

  private static String answer(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Found(List<Finding> findings) -> Counted.of(findings.size(), "finding");
      case Outcome.Passed() -> "passed";
      case Outcome.NotApplicable(String reason) -> "does not apply: " + reason;
      case Outcome.Unknown(String reason) -> "could not tell: " + reason;
    };
  }

  private String articles(List<Finding> findings) {
    List<Topic> found =
        findings.stream()
            .map(Finding::topic)
            .distinct()
            .flatMap(id -> topics.topic(id).stream())
            .toList();
    return Html.each(found, HtmlReport::article);
  }

  private static String article(Topic topic) {
    return "<article id=\"%s\">\n<h2>%s</h2>\n%s\n</article>"
        .formatted(
            Html.text(topic.id()),
            Html.text(topic.titleText()),
            new ArticleHtml(1).of(topic.body()));
  }

  private static String style() {
    try (InputStream css =
        Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
