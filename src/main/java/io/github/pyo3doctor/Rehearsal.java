package io.github.pyo3doctor;

import io.github.pyo3doctor.cli.CommandLineFace;
import io.github.pyo3doctor.cli.ConsoleInput;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.report.Paint;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs once what users run, and shows nothing of it: Java makes its start-up cache from what such a
 * run has loaded; the index over the bundled topics is kept from then on. The launcher starts it
 * after each build.
 */
public final class Rehearsal {
  private static final String VERSION = "rehearsal";
  private static final String LOG =
      "error: linking with `cc` failed\nundefined symbol: PyErr_Print\n";

  private Rehearsal() {}

  /**
   * Exits with 1 when a command could not be run.
   *
   * @param arguments {@code check} to run only that command; anything else, or nothing, for all
   */
  public static void main(String[] arguments) throws IOException {
    QuietLogging.prepare();
    Main.commandLine(new Doctor(VERSION), VERSION);
    boolean onlyCheck = List.of(arguments).equals(List.of("check"));
    System.exit(failed(onlyCheck).isEmpty() ? 0 : 1);
  }

  /** Runs the commands, and returns those that could not be. */
  static List<String> failed(boolean onlyCheck) throws IOException {
    Path project = RehearsedProject.write();
    try {
      return failed(onlyCheck ? checks(project.toString()) : commands(project.toString()));
    } finally {
      RehearsedProject.delete(project);
    }
  }

  private static List<String[]> checks(String project) {
    return List.of(
        new String[] {"check", project},
        new String[] {"check", "--json", project},
        new String[] {"check", "--min-severity", "error", "--fail-on", "error", project});
  }

  private static List<String[]> commands(String project) {
    List<String[]> commands =
        new ArrayList<>(
            List.of(
                new String[] {"--version"},
                new String[] {"check", "--help"},
                new String[] {"search", "OnceLock", "deadlok"},
                new String[] {"search", "--json", "linker"},
                new String[] {"explain", "-"},
                new String[] {"faq", "list"},
                new String[] {"faq", "show", "once-deadlock"},
                new String[] {"snapshot", project}));
    commands.addAll(checks(project));
    return commands;
  }

  private static List<String> failed(List<String[]> commands) {
    List<String> failed = new ArrayList<>();
    for (String[] command : commands) {
      if (face().run(command) > 1) failed.add(String.join(" ", command));
    }
    return failed;
  }

  private static CommandLineFace face() {
    ConsoleInput log =
        new ConsoleInput(new ByteArrayInputStream(LOG.getBytes(StandardCharsets.UTF_8)), false);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return new CommandLineFace(new Doctor(VERSION), VERSION, log, nowhere, nowhere, Paint.NONE);
  }
}
