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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "snapshot",
    description = "Writes what the checks look at, so that somebody else can examine it.",
    mixinStandardHelpOptions = true)
final class SnapshotCommand implements Callable<Integer> {
  private final Doctor doctor;
  private final ConsoleOutput output;

  @Option(
      names = "-o",
      paramLabel = "FILE",
      description = "The file to write; standard output by default.")
  private @Nullable Path file;

  @Option(names = "--no-redact", description = "Leave the names of this machine and its user in.")
  private boolean asItIs;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATH",
      description = "The project folder; this one by default.")
  private Path path = Path.of("");

  SnapshotCommand(Doctor doctor, ConsoleOutput output) {
    this.doctor = doctor;
    this.output = output;
  }

  @Override
  public Integer call() throws UnusableProjectException, UnusableArgumentException {
    Snapshot snapshot = doctor.look(path, Progress.SILENT);
    String json = asItIs ? doctor.write(snapshot) : doctor.writeRedacted(snapshot);
    if (file == null) {
      output.result(json);
    } else {
      write(file, json);
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
