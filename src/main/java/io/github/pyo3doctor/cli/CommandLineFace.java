package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.fix.FixRefusedException;
import io.github.pyo3doctor.project.UnusableProjectException;
import io.github.pyo3doctor.report.Paint;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: one command per thing the program can tell. */
@Command(
    name = "pyo3-doctor",
    description = {
      "Says what is wrong when a Python extension in Rust does not link, load, import, stop or"
          + " return.",
      "Without arguments it opens the desktop app."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class CommandLineFace implements Runnable {
  private final ConsoleOutput output;
  private final String version;
  private final CommandLine.Help.ColorScheme colors;
  private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show stack traces of mistakes in this program.")
  private boolean debug;

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

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
    this.colors = CommandLine.Help.defaultColorScheme(paint == Paint.ANSI ? Ansi.ON : Ansi.OFF);
    commands.put("search", () -> new SearchCommand(doctor, output));
    commands.put("explain", () -> new ExplainCommand(doctor, input, output));
    commands.put("check", () -> new CheckCommand(doctor, output));
    commands.put("fix", () -> new FixCommand(doctor, output));
    commands.put("undo", () -> new UndoCommand(doctor, output));
    commands.put("inspect", () -> new InspectCommand(doctor, output));
    commands.put("snapshot", () -> new SnapshotCommand(doctor, output));
    commands.put("faq", () -> new FaqCommand(doctor, output));
  }

  private CommandLine with(Collection<Supplier<Object>> subcommands) {
    CommandLine line = new CommandLine(this);
    subcommands.forEach(subcommand -> line.addSubcommand(subcommand.get()));
    line.setOut(output.out())
        .setErr(output.err())
        .setColorScheme(colors)
        .setExecutionExceptionHandler((failure, at, parsed) -> failed(failure))
        .setParameterExceptionHandler((mistake, arguments) -> misused(mistake));
    line.getCommandSpec().version("PyO3 Doctor " + version);
    return line;
  }

  /** Runs one command and returns the process's exit code. */
  public int run(String... arguments) {
    Optional<Supplier<Object>> named =
        Arrays.stream(arguments).findFirst().map(commands::get); // the others take time to set up
    Collection<Supplier<Object>> needed =
        named.isPresent() ? List.of(named.get()) : commands.values();
    return with(needed).execute(arguments);
  }

  /** Says that no window can be opened here, and what can be done instead. */
  public int explainNoDisplay() {
    output.diagnostic("there is no display to open a window on; these commands need none:");
    return showHelp();
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private int showHelp() {
    with(commands.values()).usage(output.err());
    output.err().flush();
    return ExitCode.UNUSABLE;
  }

  private int misused(ParameterException mistake) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    output.diagnostic(firstLine(mistake.getMessage()) + " (see `" + command + " --help`)");
    return ExitCode.UNUSABLE;
  }

  private int failed(Exception failure) {
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
