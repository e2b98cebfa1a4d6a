package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;
import io.github.pyo3doctor.checks.InspectTopic;
import io.github.pyo3doctor.checks.Outcome;
import io.github.pyo3doctor.checks.Pyo3InUse;
import io.github.pyo3doctor.checks.PythonChoice;
import io.github.pyo3doctor.checks.PythonChoices;
import io.github.pyo3doctor.checks.Silenced;
import io.github.pyo3doctor.checks.Surroundings;
import io.github.pyo3doctor.checks.Verdict;
import io.github.pyo3doctor.faq.ArticleText;
import io.github.pyo3doctor.faq.GuidePlace;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.search.Hit;
import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.BuildTool;
import io.github.pyo3doctor.snapshot.DotVenv;
import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.Interpreter;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.Need;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Position;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PythonBuild;
import io.github.pyo3doctor.snapshot.RustPrograms;
import io.github.pyo3doctor.snapshot.RustToolchain;
import io.github.pyo3doctor.snapshot.WindowsPythons;
import io.github.pyo3doctor.symptoms.FactKind;
import io.github.pyo3doctor.symptoms.Match;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON that other tools build on. The records below are the shapes, component by component;
 * their JSON Schemas lie in {@code docs/schemas}. Components may be added, never renamed.
 */
public final class JsonDocuments {
  private static final int SCHEMA_VERSION = 1;

  private final JsonMapper mapper =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /**
   * What {@code search --json} prints of a library.
   *
   * @param readAs {@code words} or {@code log}
   */
  public String search(String query, String readAs, List<Hit> hits) {
    return write(
        new SearchDocument(
            SCHEMA_VERSION, query, readAs, hits.stream().map(JsonDocuments::hit).toList()));
  }

  /** What {@code explain --json} prints. */
  public String explain(List<Match> matches) {
    return write(
        new ExplainDocument(SCHEMA_VERSION, matches.stream().map(JsonDocuments::match).toList()));
  }

  /** What {@code faq --json list} prints. */
  public String topics(Library library) {
    return write(
        new TopicsDocument(
            SCHEMA_VERSION,
            library.source(),
            version(library),
            library.topics().stream()
                .map(
                    topic ->
                        new TopicEntry(
                            topic.id(), topic.titleText(), topic.anchor(), chapter(topic)))
                .toList()));
  }

  /** What {@code faq --json show} prints. */
  public String topic(Library library, Topic topic) {
    return write(
        new TopicDocument(
            SCHEMA_VERSION,
            library.source(),
            version(library),
            topic.id(),
            topic.titleText(),
            topic.anchor(),
            chapter(topic),
            above(topic),
            ArticleText.of(topic.body())));
  }

  /** What {@code check --json} prints, with the findings that the caller wants shown. */
  public String check(Examination examination, List<Finding> findings) {
    Optional<Project> project = examination.snapshot().project();
    Optional<Pyo3InUse> pyo3 = project.flatMap(Pyo3InUse::of);
    return write(
        new CheckDocument(
            SCHEMA_VERSION,
            project.map(Project::root),
            new Pyo3Entry(pyo3.flatMap(Pyo3InUse::version), pyo3.flatMap(Pyo3InUse::requirement)),
            examination.verdicts().stream().map(JsonDocuments::verdict).toList(),
            findings.stream().map(JsonDocuments::finding).toList(),
            examination.silenced().stream().map(JsonDocuments::silenced).toList(),
            project.stream()
                .flatMap(each -> each.notExamined().stream())
                .map(JsonDocuments::missed)
                .toList(),
            environment(examination.snapshot().machine(), examination.surroundings())));
  }

  private static EnvironmentEntry environment(Machine machine, Surroundings surroundings) {
    Optional<BuildEnvironment> asked = machine.environment();
    return new EnvironmentEntry(
        surroundings.pythons().stream().map(JsonDocuments::python).toList(),
        asked.map(BuildEnvironment::interpreters).orElse(List.of()),
        asked.flatMap(BuildEnvironment::toolchain),
        asked.map(BuildEnvironment::tools).orElse(List.of()),
        asked.flatMap(BuildEnvironment::rust),
        asked.map(BuildEnvironment::dotVenvs).orElse(List.of()),
        asked.flatMap(BuildEnvironment::windows),
        surroundings.variables());
  }

  private static PythonEntry python(PythonChoices.Of of) {
    PythonChoice choice = of.choice();
    return switch (choice.result()) {
      case PythonChoice.Result.Asked(String program, PythonBuild build) ->
          python(of, "asked", Optional.of(build), "`" + program + "` is asked");
      case PythonChoice.Result.Described(String path, String python) ->
          python(of, "described", Optional.empty(), path + " describes " + python);
      case PythonChoice.Result.StableAbi(String python) ->
          python(of, "stable-abi", Optional.empty(), "for Python " + python + " and later");
      case PythonChoice.Result.Cross(String because, Optional<String> _) ->
          python(of, "cross", Optional.empty(), because);
      case PythonChoice.Result.Fails(PythonChoice.Failure _, String message) ->
          python(of, "fails", Optional.empty(), message);
      case PythonChoice.Result.Open(String reason) ->
          python(of, "unknown", Optional.empty(), reason);
    };
  }

  private static PythonEntry python(
      PythonChoices.Of of, String outcome, Optional<PythonBuild> build, String reason) {
    return new PythonEntry(of.folder(), outcome, build, reason, of.choice().steps());
  }

  /** What {@code inspect --json} prints. */
  public String inspect(Inspected inspected) {
    Inspection whole = inspected.whole();
    return write(
        new InspectDocument(
            SCHEMA_VERSION,
            whole.file(),
            whole.format(),
            whole.architecture(),
            whole.loader(),
            whole.outcome().word(),
            whole.status(),
            whole.needs(),
            whole.remarks(),
            InspectTopic.of(inspected),
            inspected.libraries().stream().map(JsonDocuments::library).toList()));
  }

  private static LibraryEntry library(Inspection library) {
    return new LibraryEntry(
        library.file(),
        library.format(),
        library.architecture(),
        library.loader(),
        library.outcome().word(),
        library.status(),
        library.needs(),
        library.remarks(),
        InspectTopic.of(library));
  }

  private String write(Object document) {
    return mapper.writeValueAsString(document) + "\n";
  }

  private static HitEntry hit(Hit hit) {
    return new HitEntry(
        hit.topic(),
        hit.title().text(),
        hit.score(),
        hit.source(),
        hit.guide().map(Pyo3Release::version),
        hit.place().map(GuidePlace::chapter),
        hit.place().map(GuidePlace::above).orElse(List.of()),
        hit.snippet().text());
  }

  private static Optional<String> version(Library library) {
    return library.release().map(Pyo3Release::version);
  }

  private static Optional<String> chapter(Topic topic) {
    return topic.place().map(GuidePlace::chapter);
  }

  private static List<String> above(Topic topic) {
    return topic.place().map(GuidePlace::above).orElse(List.of());
  }

  private static NotExaminedEntry missed(NotExamined missed) {
    String kind = missed.kind().name().toLowerCase(Locale.ROOT);
    return new NotExaminedEntry(kind, missed.path(), missed.position(), missed.reason());
  }

  private static MatchEntry match(Match match) {
    Map<String, String> facts = new LinkedHashMap<>();
    Map<String, Integer> factLines = new LinkedHashMap<>();
    for (FactKind kind : FactKind.values()) {
      if (match.facts().containsKey(kind)) facts.put(kind.key(), match.facts().get(kind));
      if (match.factLines().containsKey(kind)) {
        factLines.put(kind.key(), match.factLines().get(kind));
      }
    }
    return new MatchEntry(
        match.topic(),
        match.title(),
        match.confidence(),
        match.signature(),
        List.of(match.first(), match.last()),
        match.evidence(),
        facts,
        factLines,
        match.nextStep());
  }

  private static CheckEntry verdict(Verdict verdict) {
    return switch (verdict.outcome()) {
      case Outcome.Found found -> entry(verdict, "found", Optional.empty());
      case Outcome.Passed passed -> entry(verdict, "passed", Optional.empty());
      case Outcome.NotApplicable(String reason) ->
          entry(verdict, "not-applicable", Optional.of(reason));
      case Outcome.Unknown(String reason) -> entry(verdict, "unknown", Optional.of(reason));
    };
  }

  private static CheckEntry entry(Verdict verdict, String status, Optional<String> reason) {
    return new CheckEntry(verdict.check(), verdict.topic(), verdict.question(), status, reason);
  }

  private static FindingEntry finding(Finding finding) {
    return new FindingEntry(
        finding.id(),
        finding.check(),
        finding.topic(),
        finding.severity().word(),
        finding.message(),
        finding.location(),
        finding.evidence(),
        finding.fix().map(JsonDocuments::fix));
  }

  private static SilencedEntry silenced(Silenced silenced) {
    return new SilencedEntry(
        finding(silenced.finding()), silenced.silence().reason(), silenced.silence().location());
  }

  private static FixEntry fix(Fix fix) {
    return new FixEntry(fix.title(), fix.grade().name().toLowerCase(Locale.ROOT), fix.edits());
  }

  record InspectDocument(
      int schemaVersion,
      String file,
      String format,
      String architecture,
      String loader,
      String outcome,
      Optional<String> status,
      List<Need> needs,
      List<String> remarks,
      Optional<String> topic,
      List<LibraryEntry> libraries) {}

  record LibraryEntry(
      String file,
      String format,
      String architecture,
      String loader,
      String outcome,
      Optional<String> status,
      List<Need> needs,
      List<String> remarks,
      Optional<String> topic) {}

  record SearchDocument(int schemaVersion, String query, String readAs, List<HitEntry> hits) {}

  record HitEntry(
      String topic,
      String title,
      double score,
      String source,
      Optional<String> version,
      Optional<String> chapter,
      List<String> above,
      String snippet) {}

  record ExplainDocument(int schemaVersion, List<MatchEntry> matches) {}

  record MatchEntry(
      String topic,
      String title,
      double confidence,
      String signature,
      List<Integer> lines,
      String evidence,
      Map<String, String> facts,
      Map<String, Integer> factLines,
      String nextStep) {}

  record TopicsDocument(
      int schemaVersion, String source, Optional<String> version, List<TopicEntry> topics) {}

  record TopicEntry(String id, String title, String anchor, Optional<String> chapter) {}

  record TopicDocument(
      int schemaVersion,
      String source,
      Optional<String> version,
      String id,
      String title,
      String anchor,
      Optional<String> chapter,
      List<String> above,
      String text) {}

  record CheckDocument(
      int schemaVersion,
      Optional<String> project,
      Pyo3Entry pyo3,
      List<CheckEntry> checks,
      List<FindingEntry> findings,
      List<SilencedEntry> silenced,
      List<NotExaminedEntry> notExamined,
      EnvironmentEntry environment) {}

  record EnvironmentEntry(
      List<PythonEntry> pythons,
      List<Interpreter> interpreters,
      Optional<RustToolchain> toolchain,
      List<BuildTool> tools,
      Optional<RustPrograms> rust,
      List<DotVenv> dotVenvs,
      Optional<WindowsPythons> windows,
      List<Surroundings.Steering> variables) {}

  record PythonEntry(
      String folder,
      String outcome,
      Optional<PythonBuild> build,
      String reason,
      List<String> steps) {}

  record NotExaminedEntry(String kind, String path, Position position, String reason) {}

  record SilencedEntry(FindingEntry finding, String reason, Location location) {}

  record Pyo3Entry(Optional<String> version, Optional<String> requirement) {}

  record CheckEntry(
      String id, String topic, String question, String status, Optional<String> reason) {}

  record FindingEntry(
      String id,
      String check,
      String topic,
      String severity,
      String message,
      Optional<Location> location,
      List<String> evidence,
      Optional<FixEntry> fix) {}

  record FixEntry(String title, String grade, List<Fix.LineEdit> edits) {}
}
