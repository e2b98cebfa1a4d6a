package io.github.pyo3doctor.cli;

import io.github.pyo3doctor.report.Paint;
import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out results, and nothing else
 * @param err diagnostics
 * @param paint colours for {@code out}
 */
record ConsoleOutput(PrintWriter out, PrintWriter err, Paint paint) {
  void result(String text) {
    out.print(text);
    out.flush();
  }

  void diagnostic(String line) {
    err.println("pyo3-doctor: " + line);
    err.flush();
  }
}
