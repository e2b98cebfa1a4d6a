package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.fix.AppliedFix;
import io.github.pyo3doctor.fix.FileChange;
import io.github.pyo3doctor.fix.FixRefusedException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;

/** The command {@code undo}. */
final class UndoCommand {
  private final Doctor doctor;
  private final ConsoleOutput output;
  private final Path path;

  private UndoCommand(Doctor doctor, ConsoleOutput output, Given given) {
    this.doctor = doctor;
    this.output = output;
    this.path = Path.of(given.positional().orElse(""));
  }

  static Command command(Doctor doctor, ConsoleOutput output) {
    return Command.named(
            "undo", "Takes back what `fix --yes` or the app wrote last into a project.")
        .optional("PATH", "The project folder; this one by default.")
        .running(given -> new UndoCommand(doctor, output, given).run());
  }

  private int run() throws FixRefusedException {
    Path folder = path.toAbsolutePath();
    Optional<AppliedFix> last = doctor.mending().lastApplied(folder);
    if (last.isEmpty()) {
      throw new FixRefusedException(folder + ": no change was written here, so none is taken back");
    }
    doctor.mending().undo(last.get());
    output.result(
        "Taken back: "
            + String.join("; ", last.get().titles())
            + " (written "
            + last.get().time()
            + "). Restored: "
            + last.get().changes().stream()
                .map(UndoCommand::restored)
                .collect(Collectors.joining(", "))
            + "\n");
    return ExitCode.CLEAN;
  }

  private static String restored(FileChange change) {
    return change.file() + (change.before().isPresent() ? "" : " (gone: there was none)");
  }
}
