package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.doctor.Progress;
import io.github.pyo3doctor.project.UnusableProjectException;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The command {@code snapshot}. */
final class SnapshotCommand {
  private static final Option<String> FILE =
      Option.text("-o", "FILE", "The file to write; standard output by default.");
  private static final Option<Boolean> NO_REDACT =
      Option.flag("--no-redact", "Leave the names of this machine and its user in.");

  private final Doctor doctor;
  private final ConsoleOutput output;
  private final Optional<Path> file;
  private final boolean asItIs;
  private final Path path;

  private SnapshotCommand(Doctor doctor, ConsoleOutput output, Given given) {
    this.doctor = doctor;
    this.output = output;
    this.file = given.value(FILE).map(Path::of);
    this.asItIs = given.flag(NO_REDACT);
    this.path = Path.of(given.positional().orElse(""));
  }

  static Command command(Doctor doctor, ConsoleOutput output) {
    return Command.named(
            "snapshot", "Writes what the checks look at, so that somebody else can examine it.")
        .with(FILE, NO_REDACT)
        .optional("PATH", "The project folder; this one by default.")
        .running(given -> new SnapshotCommand(doctor, output, given).run());
  }

  private int run() throws UnusableProjectException, UnusableArgumentException {
    Snapshot snapshot = doctor.look(path, Progress.SILENT);
    String json = asItIs ? doctor.write(snapshot) : doctor.writeRedacted(snapshot);
    if (file.isEmpty()) {
      output.result(json);
    } else {
      write(file.get(), json);
    }
    return ExitCode.CLEAN;
  }

  private static void write(Path file, String json) throws UnusableArgumentException {
    try {
      Files.writeString(file, json);
    } catch (IOException e) {
      throw new UnusableArgumentException(file + ": cannot be written: " + reason(file, e));
    }
  }

  private static String reason(Path file, IOException failure) {
    return switch (failure) {
      case NoSuchFileException e -> "there is no such folder";
      case AccessDeniedException e -> "permission denied";
      case FileSystemException e when Files.isDirectory(file) -> "it is a folder";
      case FileSystemException e -> String.valueOf(e.getReason());
      default -> failure.getMessage();
    };
  }
}
