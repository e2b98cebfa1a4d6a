package io.github.pyo3doctor;

import io.github.pyo3doctor.cli.CommandLineFace;
import io.github.pyo3doctor.desktop.DesktopFace;
import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.report.Paint;
import java.io.PrintWriter;
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
    Doctor doctor = new Doctor(version);
    if (arguments.length == 0 && DesktopFace.hasDisplay(System.getenv())) {
      DesktopFace.open(doctor);
      return;
    }
    CommandLineFace face =
        new CommandLineFace(
            doctor,
            version,
            new PrintWriter(System.out, false),
            new PrintWriter(System.err, false),
            paint());
    System.exit(arguments.length == 0 ? face.explainNoDisplay() : face.run(arguments));
  }

  private static Paint paint() {
    boolean terminal = System.console() != null && System.console().isTerminal();
    return terminal && System.getenv("NO_COLOR") == null ? Paint.ANSI : Paint.NONE;
  }
}
