package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.fix.FixRefusedException;
import io.github.pyo3doctor.project.UnusableProjectException;
import io.github.pyo3doctor.report.Paint;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.util.List;

/** The command line: one command per thing the program can tell. */
public final class CommandLineFace {
  private final ConsoleOutput output;
  private final String version;
  private final Command program;

  /**
   * A command line that reads and writes these streams.
   *
   * @param version what {@code --version} prints
   */
  public CommandLineFace(
      Doctor doctor,
      String version,
      ConsoleInput input,
      PrintWriter out,
      PrintWriter err,
      Paint paint) {
    this.output = new ConsoleOutput(out, err, paint);
    this.version = version;
    List<Command> commands =
        List.of(
            SearchCommand.command(doctor, output),
            ExplainCommand.command(doctor, input, output),
            CheckCommand.command(doctor, output),
            FixCommand.command(doctor, output),
            UndoCommand.command(doctor, output),
            InspectCommand.command(doctor, output),
            SnapshotCommand.command(doctor, output),
            FaqCommand.command(doctor, output));
    this.program =
        Command.named(
                "pyo3-doctor",
                "Says what is wrong when a Python extension in Rust does not link, load, import,"
                    + " stop or return.",
                "Without arguments it opens the desktop app.")
            .with(new Command.Subcommands("COMMAND", "a command is missing", commands));
  }

  /** Runs one command and returns the process's exit code. */
  public int run(String... arguments) {
    try {
      return run(ArgumentParser.parse(program, arguments));
    } catch (MisusedException e) {
      output.diagnostic(firstLine(e.getMessage()) + " (see `" + e.command() + " --help`)");
      return ExitCode.UNUSABLE;
    }
  }

  /** Says that no window can be opened here, and what can be done instead. */
  public int explainNoDisplay() {
    output.diagnostic("there is no display to open a window on; these commands need none:");
    output.err().print(help(program, program.name()));
    output.err().flush();
    return ExitCode.UNUSABLE;
  }

  /** Of the commands named, the outermost is asked first for its help. */
  private int run(List<ArgumentParser.Called> called) {
    for (ArgumentParser.Called each : called) {
      if (each.given().has(Option.HELP)) {
        output.result(help(each.command(), each.name()));
        return ExitCode.CLEAN;
      }
      if (each.given().has(Option.VERSION)) {
        output.result("PyO3 Doctor " + version + "\n");
        return ExitCode.CLEAN;
      }
    }
    ArgumentParser.Called named = called.getLast();
    try {
      return named.command().start().run(named.given());
    } catch (Exception e) {
      return failed(e, named.given().flag(Option.DEBUG));
    }
  }

  private String help(Command command, String name) {
    return new UsageText(output.paint()).of(command, name);
  }

  private int failed(Exception failure, boolean debug) {
    switch (failure) {
      case UnreadableFileException e -> output.diagnostic(firstLine(e.getMessage()));
      case UnusableProjectException e -> output.diagnostic(firstLine(e.getMessage()));
      case FixRefusedException e -> output.diagnostic(firstLine(e.getMessage()));
      case UnusableArgumentException e -> output.diagnostic(firstLine(e.getMessage()));
      case InvalidPathException e -> output.diagnostic(e.getInput() + ": is no file name here");
      default ->
          output.diagnostic(
              "a mistake in this program: " + firstLine(failure.toString()) + " (see --debug)");
    }
    if (debug) output.err().print(stackTrace(failure));
    output.err().flush();
    return ExitCode.UNUSABLE;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }

  private static String stackTrace(Exception failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
