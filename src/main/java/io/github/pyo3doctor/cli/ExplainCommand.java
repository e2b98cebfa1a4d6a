package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.binary.Inspector;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.report.ExplainText;
import io.github.pyo3doctor.report.JsonDocuments;
import io.github.pyo3doctor.symptoms.Match;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command {@code explain}. */
final class ExplainCommand {
  private static final String STANDARD_INPUT = "-";

  private final Doctor doctor;
  private final ConsoleInput input;
  private final ConsoleOutput output;
  private final boolean json;
  private final Optional<String> file;

  private ExplainCommand(Doctor doctor, ConsoleInput input, ConsoleOutput output, Given given) {
    this.doctor = doctor;
    this.input = input;
    this.output = output;
    this.json = given.flag(Option.JSON);
    this.file = given.positional();
  }

  static Command command(Doctor doctor, ConsoleInput input, ConsoleOutput output) {
    return Command.named(
            "explain",
            "Recognises pasted output: a build log, a traceback, a loader's message, an exit code,"
                + " a stack dump.",
            "Reads standard input for - or when something is piped into it.")
        .with(Option.JSON)
        .optional("FILE|-", "The saved output.")
        .running(given -> new ExplainCommand(doctor, input, output, given).run());
  }

  private int run() throws UnusableArgumentException {
    Log log = file.isEmpty() || file.get().equals(STANDARD_INPUT) ? ofInput() : ofFile(file.get());
    List<Match> matches = log.matches();
    if (json) output.result(new JsonDocuments().explain(matches));
    else if (!matches.isEmpty()) output.result(new ExplainText(output.paint()).report(matches));
    else output.diagnostic(whyNothing(log));
    return matches.isEmpty() ? ExitCode.FOUND : ExitCode.CLEAN;
  }

  /**
   * What was read.
   *
   * @param name the file, or standard input
   */
  private record Log(String name, boolean isEmpty, boolean isBinary, List<Match> matches) {}

  private static String whyNothing(Log log) {
    if (log.isEmpty()) {
      return log.name()
          + ": is empty; what tools say of errors is piped by 2>&1:"
          + " cargo test 2>&1 | pyo3-doctor explain";
    }
    return log.isBinary()
        ? log.name() + ": is a program or library, no output of a tool; see `pyo3-doctor inspect`"
        : "not recognised: paste more of it (the first error and the command before it),"
            + " or try `pyo3-doctor search` with its words";
  }

  private Log ofInput() throws UnusableArgumentException {
    if (file.isEmpty() && input.isTerminal()) {
      throw new UnusableArgumentException(
          "name a file with the output, or pipe it: cargo test 2>&1 | pyo3-doctor explain");
    }
    return explained("standard input", input.stream(), false);
  }

  private Log ofFile(String name) throws UnusableArgumentException {
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      throw new UnusableArgumentException(name + ": is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return explained(name, in, Files.isRegularFile(path) && Inspector.isBinary(path));
    } catch (IOException e) {
      throw new UnusableArgumentException(name + ": " + TextFiles.reason(e));
    }
  }

  private Log explained(String name, InputStream in, boolean isBinary)
      throws UnusableArgumentException {
    try {
      PushbackInputStream log = new PushbackInputStream(in);
      int first = log.read();
      if (first < 0) return new Log(name, true, isBinary, List.of());
      log.unread(first);
      return new Log(name, false, isBinary, doctor.explain(log));
    } catch (IOException e) {
      throw new UnusableArgumentException(name + ": " + TextFiles.reason(e));
    }
  }
}
