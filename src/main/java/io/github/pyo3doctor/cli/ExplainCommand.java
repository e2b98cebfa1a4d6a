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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    description = {
      "Recognises pasted output: a build log, a traceback, a loader's message, an exit code, a"
          + " stack dump.",
      "Reads standard input for - or when something is piped into it."
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  private static final String STANDARD_INPUT = "-";

  private final Doctor doctor;
  private final ConsoleInput input;
  private final ConsoleOutput output;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Parameters(arity = "0..1", paramLabel = "FILE|-", description = "The saved output.")
  private @Nullable String file;

  ExplainCommand(Doctor doctor, ConsoleInput input, ConsoleOutput output) {
    this.doctor = doctor;
    this.input = input;
    this.output = output;
  }

  @Override
  public Integer call() throws UnusableArgumentException {
    List<Match> matches = file == null || file.equals(STANDARD_INPUT) ? ofInput() : ofFile(file);
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
    if (file == null && input.isTerminal()) {
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
