package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.fix.AppliedFix;
import io.github.pyo3doctor.fix.FileChange;
import io.github.pyo3doctor.fix.FixRefusedException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "undo",
    description = "Takes back what `fix --yes` or the app wrote last into a project.",
    mixinStandardHelpOptions = true)
final class UndoCommand implements Callable<Integer> {
  private final Doctor doctor;
  private final ConsoleOutput output;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "The project folder; this one by default.")
  private Path path = Path.of("");

  UndoCommand(Doctor doctor, ConsoleOutput output) {
    this.doctor = doctor;
    this.output = output;
  }

  @Override
  public Integer call() throws FixRefusedException {
    Path folder = path.toAbsolutePath();
    Optional<AppliedFix> last = doctor.lastApplied(folder);
    if (last.isEmpty()) {
      throw new FixRefusedException(folder + ": no change was written here, so none is taken back");
    }
    doctor.undo(last.get());
    output.result(
        "Taken back: "
            + String.join("; ", last.get().titles())
            + " (written "
            + last.get().time()
            + "). Restored: "
            + last.get().changes().stream().map(FileChange::file).collect(Collectors.joining(", "))
            + "\n");
    return ExitCode.CLEAN;
  }
}
