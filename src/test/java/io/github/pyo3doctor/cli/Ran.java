package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.report.Paint;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A run of the command line within the test's own process.
 *
 * @param exit the exit code
 * @param out all of standard output
 * @param err all of standard error
 */
record Ran(int exit, String out, String err) {
  /** Runs a command without colours. */
  static Ran command(String... arguments) {
    return command(Paint.NONE, arguments);
  }

  /** Runs a command. */
  static Ran command(Paint paint, String... arguments) {
    ConsoleInput terminal = new ConsoleInput(InputStream.nullInputStream(), true);
    return command(terminal, paint, arguments);
  }

  /** Runs a command into which something is piped. */
  static Ran piped(String input, String... arguments) {
    InputStream stream = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    return command(new ConsoleInput(stream, false), Paint.NONE, arguments);
  }

  /** Runs a command of that doctor, without colours. */
  static Ran command(Doctor doctor, String... arguments) {
    return command(
        doctor, new ConsoleInput(InputStream.nullInputStream(), true), Paint.NONE, arguments);
  }

  private static Ran command(ConsoleInput input, Paint paint, String... arguments) {
    return command(new Doctor("1.2.3"), input, paint, arguments);
  }

  private static Ran command(Doctor doctor, ConsoleInput input, Paint paint, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLineFace face =
        new CommandLineFace(
            doctor, "1.2.3", input, new PrintWriter(out), new PrintWriter(err), paint);
    int exit = face.run(arguments);
    return new Ran(exit, out.toString(), err.toString());
  }

  /** The input was refused: exit 2, nothing on standard output, one line that says why. */
  void refusedFor(String... reasons) {
    assertThat(err.lines().toList()).as("standard error").hasSize(1);
    assertThat(err).startsWith("pyo3-doctor: ").contains(List.of(reasons));
    assertThat(err).doesNotContain("Exception", "\tat ", "io.github.pyo3doctor", "\u001B");
    assertThat(out).as("standard output").isEmpty();
    assertThat(exit).isEqualTo(ExitCode.UNUSABLE);
  }
}
