package io.github.pyo3doctor;

import io.github.pyo3doctor.cli.CommandLineFace;
import io.github.pyo3doctor.cli.ConsoleInput;
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
    CommandLineFace face =
        new CommandLineFace(doctor, version, input(), utf8(System.out), utf8(System.err), paint());
    System.exit(arguments.length == 0 ? face.explainNoDisplay() : face.run(arguments));
  }

  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
  }

  private static ConsoleInput input() {
    return new ConsoleInput(System.in, isTerminal());
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  private static Paint paint() {
    return isTerminal() && System.getenv("NO_COLOR") == null ? Paint.ANSI : Paint.NONE;
  }
}
