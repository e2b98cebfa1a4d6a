package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Outcome;
import io.github.pyo3doctor.checks.Severity;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.doctor.Progress;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.project.UnusableProjectException;
import io.github.pyo3doctor.report.CheckText;
import io.github.pyo3doctor.report.FilesAsReported;
import io.github.pyo3doctor.report.GitHubAnnotations;
import io.github.pyo3doctor.report.HtmlReport;
import io.github.pyo3doctor.report.JsonDocuments;
import io.github.pyo3doctor.report.MarkdownReport;
import io.github.pyo3doctor.report.SarifReport;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The command {@code check}. */
final class CheckCommand {
  /** What a report can be written as. */
  enum Format {
    text,
    json,
    sarif,
    github,
    markdown,
    html
  }

  private static final Option<Format> FORMAT =
      Option.oneOf(
          "--format",
          Format.values(),
          Format::name,
          word ->
              "expected one of "
                  + Arrays.toString(Format.values())
                  + " (case-sensitive) but was '"
                  + word
                  + "'",
          "How the report is written.");
  private static final Option<Boolean> JSON = Option.flag("--json", "Same as --format json.");
  private static final Option<String> TOPIC =
      Option.text("--topic", "ID", "Only the checks of this topic; may be repeated.").repeated();
  private static final Option<String> SNAPSHOT =
      Option.text("--snapshot", "FILE", "Examine a snapshot instead of this machine.");
  private static final Option<Severity> MIN_SEVERITY =
      severity("--min-severity", "Show findings at least this loud; all by default.");
  private static final Option<Severity> FAIL_ON =
      severity("--fail-on", "Exit with 1 for findings at least this loud; warning by default.");
  private static final Option<Boolean> STRICT =
      Option.flag("--strict", "Exit with 3 when a check could not tell.");

  private final Doctor doctor;
  private final ConsoleOutput output;
  private final Format format;
  private final Set<String> asked;
  private final Optional<Path> snapshot;
  private final Severity shown;
  private final Severity failOn;
  private final boolean strict;
  private final Path path;

  private CheckCommand(Doctor doctor, ConsoleOutput output, Given given) {
    this.doctor = doctor;
    this.output = output;
    this.format = given.flag(JSON) ? Format.json : given.value(FORMAT).orElse(Format.text);
    this.asked = new LinkedHashSet<>(given.values(TOPIC));
    this.snapshot = given.value(SNAPSHOT).map(Path::of);
    this.shown = given.value(MIN_SEVERITY).orElse(Severity.HINT);
    this.failOn = given.value(FAIL_ON).orElse(Severity.WARNING);
    this.strict = given.flag(STRICT);
    this.path = Path.of(given.positional().orElse(""));
  }

  static Command command(Doctor doctor, ConsoleOutput output) {
    return Command.named(
            "check",
            "Examines a project folder and this machine, running nothing of the project's.")
        .with(FORMAT, JSON, TOPIC, SNAPSHOT, MIN_SEVERITY, FAIL_ON, STRICT)
        .optional("PATH", "The project folder; this one by default.")
        .running(given -> new CheckCommand(doctor, output, given).run());
  }

  private static Option<Severity> severity(String name, String description) {
    return Option.oneOf(
        name,
        Severity.values(),
        Severity::word,
        word -> "expected error, warning or hint, not " + word,
        description);
  }

  private int run()
      throws UnreadableFileException, UnusableProjectException, UnusableArgumentException {
    refuseUnknownTopics();
    Examination examination = examination();
    List<Finding> findings =
        examination.findings().stream().filter(f -> f.severity().atLeast(shown)).toList();
    output.result(report(examination, findings));
    return exitCode(examination);
  }

  private String report(Examination examination, List<Finding> findings) {
    return switch (format) {
      case text -> new CheckText(output.paint()).report(examination, findings);
      case json -> new JsonDocuments().check(examination, findings);
      case github -> new GitHubAnnotations(files(examination)).report(examination, findings);
      case sarif -> {
        SarifReport sarif = new SarifReport(topics(), files(examination));
        yield doctor.redacted(sarif.report(examination, findings));
      }
      case markdown -> doctor.redacted(new MarkdownReport().report(examination, findings));
      case html -> doctor.redacted(new HtmlReport(topics()).report(examination, findings));
    };
  }

  private Library topics() {
    return doctor.bundled(doctor.currentPyo3());
  }

  /** Annotations and SARIF are read from the folder in which this command was run. */
  private static FilesAsReported files(Examination examination) {
    return examination
        .snapshot()
        .project()
        .map(project -> FilesAsReported.from(Path.of(""), project.root()))
        .orElseGet(FilesAsReported::inProject);
  }

  private Examination examination() throws UnreadableFileException, UnusableProjectException {
    if (snapshot.isPresent()) {
      return doctor.examine(doctor.open(snapshot.get()), asked, Progress.SILENT);
    }
    Snapshot taken = doctor.look(path, Progress.SILENT);
    return doctor.withSources(doctor.examine(taken, asked, Progress.SILENT));
  }

  private void refuseUnknownTopics() throws UnusableArgumentException {
    if (asked.isEmpty()) {
      return;
    }
    Set<String> known = new TreeSet<>(doctor.checkedTopics());
    for (String topic : asked) {
      if (!known.contains(topic)) {
        throw new UnusableArgumentException(
            "no check for topic `" + topic + "`; there are checks for " + String.join(", ", known));
      }
    }
  }

  private int exitCode(Examination examination) {
    if (examination.findings().stream().anyMatch(f -> f.severity().atLeast(failOn))) {
      return ExitCode.FOUND;
    }
    return strict && examination.count(Outcome.Unknown.class) > 0
        ? ExitCode.UNKNOWN
        : ExitCode.CLEAN;
  }
}
