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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    description = "Examines a project folder and this machine, running nothing of the project's.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  /** What a report can be written as. */
  enum Format {
    text,
    json,
    sarif,
    github,
    markdown,
    html
  }

  private final Doctor doctor;
  private final ConsoleOutput output;

  @Option(
      names = "--format",
      paramLabel = "text|json|sarif|github|markdown|html",
      defaultValue = "text",
      description = "How the report is written.")
  private Format format = Format.text;

  @Option(names = "--json", description = "Same as --format json.")
  private boolean json;

  @Option(
      names = "--topic",
      paramLabel = "ID",
      description = "Only the checks of this topic; may be repeated.")
  private Set<String> asked = Set.of();

  @Option(
      names = "--snapshot",
      paramLabel = "FILE",
      description = "Examine a snapshot instead of this machine.")
  private @Nullable Path snapshot;

  @Option(
      names = "--min-severity",
      paramLabel = "error|warning|hint",
      defaultValue = "hint",
      converter = SeverityWord.class,
      description = "Show findings at least this loud; all by default.")
  private Severity shown = Severity.HINT;

  @Option(
      names = "--fail-on",
      paramLabel = "error|warning|hint",
      defaultValue = "warning",
      converter = SeverityWord.class,
      description = "Exit with 1 for findings at least this loud; warning by default.")
  private Severity failOn = Severity.WARNING;

  @Option(names = "--strict", description = "Exit with 3 when a check could not tell.")
  private boolean strict;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "The project folder; this one by default.")
  private Path path = Path.of("");

  CheckCommand(Doctor doctor, ConsoleOutput output) {
    this.doctor = doctor;
    this.output = output;
  }

  @Override
  public Integer call()
      throws UnreadableFileException, UnusableProjectException, UnusableArgumentException {
    refuseUnknownTopics();
    Examination examination = examination();
    List<Finding> findings =
        examination.findings().stream().filter(f -> f.severity().atLeast(shown)).toList();
    output.result(report(examination, findings));
    return exitCode(examination);
  }

  private String report(Examination examination, List<Finding> findings) {
    return switch (json ? Format.json : format) {
      case text ->
          new CheckText(output.paint())
              .report(examination, findings, doctor.surroundings(examination.snapshot()));
      case json ->
          new JsonDocuments()
              .check(examination, findings, doctor.surroundings(examination.snapshot()));
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
    if (snapshot != null) {
      return doctor.examine(doctor.open(snapshot), asked, Progress.SILENT);
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
