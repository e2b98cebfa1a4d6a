package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The table of the DLLs that PyO3 links: {@code src/test/resources/pe/python-dlls.tsv}. */
public final class PythonDllRows {
  private PythonDllRows() {}

  /**
   * A row.
   *
   * @param pyo3 the release
   * @param python the version it is built for, {@code 3.14t}; {@code -} where the features say it
   * @param implementation {@code CPython}, {@code PyPy}, {@code GraalVM}, or {@code CPython} with
   *     {@code debug} or {@code MinGW} behind
   * @param features of pyo3-ffi; {@code -} for none
   * @param how {@code built}, or {@code lib NAME} where the name has to be said
   * @param dll what the built module needs
   * @param whose the Python that brings it
   */
  public record Row(
      String pyo3,
      String python,
      String implementation,
      String features,
      String how,
      String dll,
      String whose) {}

  /** All rows. */
  public static List<Row> all() throws IOException {
    return Files.readAllLines(PeFixtures.file("python-dlls.tsv")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(cells -> new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]))
        .toList();
  }
}
