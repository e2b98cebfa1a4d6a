package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.report.ExplainText;
import io.github.pyo3doctor.report.JsonDocuments;
import io.github.pyo3doctor.symptoms.Match;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command {@code explain}. */
final class ExplainCommand {
  private static final String STANDARD_INPUT = "-";

  private static final Option<Boolean> JSON = Option.flag("--json", "Print JSON.");

  private final Doctor doctor;
  private final ConsoleInput input;
  private final ConsoleOutput output;
  private final boolean json;
  private final Optional<String> file;

  private ExplainCommand(Doctor doctor, ConsoleInput input, ConsoleOutput output, Given given) {
    this.doctor = doctor;
    this.input = input;
    this.output = output;
    this.json = given.flag(JSON);
    this.file = given.positional();
  }

  static Command command(Doctor doctor, ConsoleInput input, ConsoleOutput output) {
    return Command.named(
            "explain",
            "Recognises pasted output: a build log, a traceback, a loader's message, an exit code,"
                + " a stack dump.",
            "Reads standard input for - or when something is piped into it.")
        .with(JSON)
        .optional("FILE|-", "The saved output.")
        .running(given -> new ExplainCommand(doctor, input, output, given).run());
  }

  private int run() throws UnusableArgumentException {
    List<Match> matches =
        file.isEmpty() || file.get().equals(STANDARD_INPUT) ? ofInput() : ofFile(file.get());
    if (json) output.result(new JsonDocuments().explain(matches));
    else if (!matches.isEmpty()) output.result(new ExplainText(output.paint()).report(matches));
    else {
      output.diagnostic(
          "not recognised: paste more of it (the first error and the command before it),"
              + " or try `pyo3-doctor search` with its words");
    }
    return matches.isEmpty() ? ExitCode.FOUND : ExitCode.CLEAN;
  }

  private List<Match> ofInput() throws UnusableArgumentException {
    if (file.isEmpty() && input.isTerminal()) {
      throw new UnusableArgumentException(
          "name a file with the output, or pipe it: cargo test 2>&1 | pyo3-doctor explain");
    }
    return explained("standard input", input.stream());
  }

  private List<Match> ofFile(String name) throws UnusableArgumentException {
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      throw new UnusableArgumentException(name + ": is a folder, not a file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return explained(name, in);
    } catch (NoSuchFileException e) {
      throw new UnusableArgumentException(name + ": no such file");
    } catch (AccessDeniedException e) {
      throw new UnusableArgumentException(name + ": permission denied");
    } catch (IOException e) {
      throw new UnusableArgumentException(name + ": cannot be read: " + e.getMessage());
    }
  }

  private List<Match> explained(String name, InputStream in) throws UnusableArgumentException {
    try {
      return doctor.explain(in);
    } catch (IOException e) {
      throw new UnusableArgumentException(name + ": cannot be read: " + e.getMessage());
    }
  }
}
