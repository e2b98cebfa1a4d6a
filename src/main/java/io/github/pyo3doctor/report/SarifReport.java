package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.checks.Silenced;
import io.github.pyo3doctor.checks.Verdict;
import io.github.pyo3doctor.faq.ArticleText;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.report.SarifLog.ArtifactChange;
import io.github.pyo3doctor.report.SarifLog.ArtifactLocation;
import io.github.pyo3doctor.report.SarifLog.PhysicalLocation;
import io.github.pyo3doctor.report.SarifLog.Region;
import io.github.pyo3doctor.report.SarifLog.Replacement;
import io.github.pyo3doctor.report.SarifLog.Text;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** An examination as SARIF 2.1.0: each check is a rule, its help the topic. */
public final class SarifReport {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final JsonMapper mapper =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private final Library topics;
  private final FilesAsReported files;
  private final UnaryOperator<String> redaction;

  /**
   * @param topics what explains the rules
   * @param files how files are named: code hosts want them relative to the repository
   * @param redaction takes out of a text what tells whose machine it came from; it is not asked of
   *     the names of files in the repository, which have to be found
   */
  public SarifReport(Library topics, FilesAsReported files, UnaryOperator<String> redaction) {
    this.topics = topics;
    this.files = files;
    this.redaction = redaction;
  }

  /** The log, with the findings that the caller wants shown. */
  public String report(Examination examination, List<Finding> findings) {
    Snapshot snapshot = examination.snapshot();
    List<String> rules = examination.verdicts().stream().map(Verdict::check).toList();
    SarifLog.Driver driver =
        new SarifLog.Driver(
            "PyO3 Doctor",
            snapshot.doctorVersion(),
            examination.verdicts().stream().map(this::rule).toList());
    SarifLog.Run run =
        new SarifLog.Run(
            new SarifLog.Tool(driver),
            List.of(new SarifLog.Invocation(true, notifications(examination))),
            "utf16CodeUnits",
            Stream.concat(
                    findings.stream().map(finding -> result(finding, List.of(), rules, snapshot)),
                    examination.silenced().stream()
                        .map(each -> result(each.finding(), suppressed(each), rules, snapshot)))
                .toList());
    return mapper.writeValueAsString(new SarifLog(SCHEMA, "2.1.0", List.of(run))) + "\n";
  }

  private SarifLog.Rule rule(Verdict verdict) {
    Optional<Topic> topic = topics.topic(verdict.topic());
    return new SarifLog.Rule(
        verdict.check(),
        new Text(verdict.question().replace("`", "")),
        topic.map(found -> new Text(found.titleText() + ". " + found.summary())),
        topic.map(
            found ->
                new SarifLog.Help(ArticleText.of(found.body()), ArticleMarkdown.of(found.body()))),
        new SarifLog.RuleProperties(List.of("pyo3", verdict.topic()), verdict.topic()));
  }

  private List<SarifLog.Notification> notifications(Examination examination) {
    return Unsettled.of(examination).stream()
        .map(each -> said(each.word() + ": " + each.reason()))
        .map(text -> new SarifLog.Notification("note", text))
        .toList();
  }

  private List<SarifLog.Suppression> suppressed(Silenced silenced) {
    String reason = redaction.apply(silenced.silence().reason());
    return List.of(new SarifLog.Suppression("external", reason));
  }

  /** What was observed on this machine. */
  private Text said(String text) {
    return new Text(redaction.apply(text));
  }

  private SarifLog.Result result(
      Finding finding,
      List<SarifLog.Suppression> suppressions,
      List<String> rules,
      Snapshot snapshot) {
    return new SarifLog.Result(
        finding.check(),
        rules.indexOf(finding.check()),
        level(finding.severity()),
        said(finding.message()),
        place(finding, snapshot).map(SarifLog.Place::new).stream().toList(),
        Map.of("finding/v1", fingerprint(finding)),
        finding.fix().filter(fix -> !fix.edits().isEmpty()).map(this::fix).stream().toList(),
        suppressions,
        new SarifLog.ResultProperties(
            finding.evidence().stream().map(redaction).toList(),
            finding.fix().map(Fix::title).map(redaction)));
  }

  private static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case HINT -> "note";
    };
  }

  /**
   * Where it is; a finding about the machine stands at the project's manifest, since code hosts
   * refuse a result without any place.
   */
  private Optional<PhysicalLocation> place(Finding finding, Snapshot snapshot) {
    if (finding.location().isPresent()) {
      Location at = finding.location().get();
      Region region = new Region(at.line(), at.column(), Optional.empty(), Optional.empty());
      return Optional.of(new PhysicalLocation(artifact(at.file()), Optional.of(region)));
    }
    return snapshot.project().map(Project::workspaces).orElse(List.of()).stream()
        .findFirst()
        .map(workspace -> new PhysicalLocation(artifact(workspace.manifest()), Optional.empty()));
  }

  /** The same while only lines above it come and go. */
  private static String fingerprint(Finding finding) {
    String file = finding.location().map(Location::file).orElse("");
    return finding.check() + ":" + file + ":" + Integer.toHexString(finding.message().hashCode());
  }

  private SarifLog.SarifFix fix(Fix fix) {
    Map<String, List<Replacement>> replacements = new LinkedHashMap<>();
    for (Fix.LineEdit edit : fix.edits()) {
      replacements
          .computeIfAbsent(edit.file(), _ -> new ArrayList<>())
          .add(new Replacement(region(edit), inserted(edit)));
    }
    List<ArtifactChange> changes = new ArrayList<>();
    replacements.forEach((file, edits) -> changes.add(new ArtifactChange(artifact(file), edits)));
    return new SarifLog.SarifFix(said(fix.title()), changes);
  }

  /** The line without its end; with it when the line goes. */
  private static Region region(Fix.LineEdit edit) {
    boolean goes = edit.after().isEmpty();
    return new Region(
        edit.line(),
        1,
        Optional.of(goes ? edit.line() + 1 : edit.line()),
        Optional.of(goes ? 1 : edit.before().length() + 1));
  }

  private static Optional<Text> inserted(Fix.LineEdit edit) {
    return edit.after().isEmpty() ? Optional.empty() : Optional.of(new Text(edit.after()));
  }

  private ArtifactLocation artifact(String file) {
    try {
      String path = new URI(null, null, "/" + files.name(file), null).toASCIIString();
      return new ArtifactLocation(path.substring(1), "%SRCROOT%");
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no path of a file: " + file, e);
    }
  }
}
