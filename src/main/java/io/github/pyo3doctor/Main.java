package io.github.pyo3doctor;

import io.github.pyo3doctor.cli.CommandLineFace;
import io.github.pyo3doctor.cli.ConsoleInput;
import io.github.pyo3doctor.cli.Terminals;
import io.github.pyo3doctor.desktop.DesktopFace;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.report.Paint;
import java.io.Console;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where every start of the program begins: with arguments the command line, without them the
 * window.
 */
public final class Main {
  private Main() {}

  /** Chooses the face. */
  public static void main(String[] arguments) {
    String version =
        Optional.ofNullable(Main.class.getPackage().getImplementationVersion()).orElse("unpacked");
    QuietLogging.prepare();
    Doctor doctor = new Doctor(version);
    if (arguments.length == 0 && DesktopFace.hasDisplay(System.getenv())) {
      DesktopFace.open(doctor);
      return;
    }
    CommandLineFace face = commandLine(doctor, version);
    // An exit first asks Java's logging whether to tell of it, which takes a fifth of a short run.
    Runtime.getRuntime()
        .halt(arguments.length == 0 ? face.explainNoDisplay() : face.run(arguments));
  }

  /** The command line on the standard streams. */
  static CommandLineFace commandLine(Doctor doctor, String version) {
    Terminals terminals =
        Terminals.of(Optional.ofNullable(System.getProperty(Terminals.PROPERTY)), Main::isTerminal);
    return new CommandLineFace(
        doctor,
        version,
        new ConsoleInput(System.in, terminals.in()),
        utf8(System.out),
        utf8(System.err),
        Paint.on(terminals.out(), System.getenv()));
  }

  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}
