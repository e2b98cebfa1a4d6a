package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.checks.Examination;
import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.doctor.Progress;
import io.github.pyo3doctor.fix.FileChange;
import io.github.pyo3doctor.fix.FixPlan;
import io.github.pyo3doctor.fix.FixRefusedException;
import io.github.pyo3doctor.fix.UnifiedDiff;
import io.github.pyo3doctor.project.UnusableProjectException;
import io.github.pyo3doctor.report.Counted;
import io.github.pyo3doctor.report.DiffText;
import io.github.pyo3doctor.report.GradeWord;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The command {@code fix}. */
final class FixCommand {
  private static final Option<Boolean> DRY_RUN =
      Option.flag("--dry-run", "Only show the diff; so it is without --yes, too.");
  private static final Option<Boolean> YES =
      Option.flag("--yes", "Write the changes that are shown.");
  private static final Option<String> FINDING =
      Option.text(
              "--finding",
              "ID",
              "Only mend the finding with this id of `check --json`; may be repeated.")
          .repeated();

  private final Doctor doctor;
  private final ConsoleOutput output;
  private final boolean dryRun;
  private final boolean yes;
  private final Set<String> asked;
  private final Path path;

  private FixCommand(Doctor doctor, ConsoleOutput output, Given given) {
    this.doctor = doctor;
    this.output = output;
    this.dryRun = given.flag(DRY_RUN);
    this.yes = given.flag(YES);
    this.asked = new LinkedHashSet<>(given.values(FINDING));
    this.path = Path.of(given.positional().orElse(""));
  }

  static Command command(Doctor doctor, ConsoleOutput output) {
    return Command.named(
            "fix",
            "Shows the changes that mend what `check` finds, as a diff; writes them with --yes.",
            "Exit code 0: nothing is left to mend; 1: something is.")
        .with(DRY_RUN, YES, FINDING)
        .optional("PATH", "The project folder; this one by default.")
        .running(given -> new FixCommand(doctor, output, given).run());
  }

  private int run()
      throws UnusableProjectException, UnusableArgumentException, FixRefusedException {
    if (yes && dryRun) {
      throw new UnusableArgumentException("--yes writes and --dry-run does not: give one of them");
    }
    Examination examination = examine();
    FixPlan plan = doctor.mending().plan(examination, chosen(examination));
    output.result(shown(plan));
    if (plan.isEmpty()) {
      output.result("There is no change to write.\n");
    } else if (yes) {
      doctor.mending().apply(plan);
      output.result(written(plan, examine()));
    } else {
      output.result(notWritten(plan));
    }
    boolean mended = plan.isEmpty() || yes;
    return mended && toldToMend(plan).isEmpty() ? ExitCode.CLEAN : ExitCode.FOUND;
  }

  private Examination examine() throws UnusableProjectException {
    return doctor.examine(doctor.look(path, Progress.SILENT), Set.of(), Progress.SILENT);
  }

  private List<Finding> chosen(Examination examination) throws UnusableArgumentException {
    List<Finding> all = examination.findings();
    Set<String> ids = all.stream().map(Finding::id).collect(Collectors.toSet());
    for (String id : asked) {
      if (!ids.contains(id)) {
        throw new UnusableArgumentException(
            "no finding `" + id + "`; `pyo3-doctor check --json` names those there are");
      }
    }
    return asked.isEmpty()
        ? all
        : all.stream().filter(finding -> asked.contains(finding.id())).toList();
  }

  private String shown(FixPlan plan) {
    StringBuilder out = new StringBuilder();
    plan.mended().forEach(finding -> append(out, output.paint().green("fix"), finding, ""));
    toldToMend(plan)
        .forEach(
            left ->
                append(
                    out,
                    output.paint().yellow("left"),
                    left.finding(),
                    "it " + left.reason() + "\n"));
    int byHand = plan.left().size() - toldToMend(plan).size();
    if (byHand > 0) {
      out.append(Counted.of(byHand, "finding")).append(" only a person can mend: see `check`.\n");
    }
    DiffText diff = new DiffText(output.paint());
    for (FileChange change : plan.changes()) {
      out.append('\n').append(diff.of(UnifiedDiff.of(change)));
    }
    return out.append(plan.isEmpty() ? "" : "\n").toString();
  }

  private static void append(StringBuilder out, String word, Finding finding, String reason) {
    Fix fix = finding.fix().orElseThrow();
    out.append(word).append(": ").append(fix.title());
    out.append(" (").append(GradeWord.of(fix.grade())).append(")\n");
    out.append("  ").append(finding.id()).append(": ").append(finding.message()).append('\n');
    if (!reason.isEmpty()) out.append("  ").append(reason);
  }

  /** What could be mended but is not in the plan, or was asked for by name. */
  private List<FixPlan.Left> toldToMend(FixPlan plan) {
    return plan.left().stream()
        .filter(left -> left.finding().fix().isPresent())
        .filter(
            left ->
                asked.contains(left.finding().id())
                    || !left.finding().fix().orElseThrow().edits().isEmpty())
        .toList();
  }

  private String notWritten(FixPlan plan) {
    return Counted.of(plan.mended().size(), "finding")
        + " would be mended in "
        + Counted.of(plan.changes().size(), "file")
        + "; nothing was written. With --yes it is.\n";
  }

  /** Says what looking again says, not what was hoped for. */
  private String written(FixPlan plan, Examination again) {
    Set<String> still = again.findings().stream().map(Finding::id).collect(Collectors.toSet());
    List<String> unmended =
        plan.mended().stream().map(Finding::id).filter(still::contains).sorted().toList();
    String written =
        "Written: "
            + plan.changes().stream().map(FileChange::file).collect(Collectors.joining(", "))
            + ". `pyo3-doctor undo` takes it back.\n";
    return unmended.isEmpty()
        ? written + "Checked again: " + Counted.of(plan.mended().size(), "finding") + " gone.\n"
        : written + "Checked again: still found: " + String.join(", ", unmended) + ".\n";
  }
}
