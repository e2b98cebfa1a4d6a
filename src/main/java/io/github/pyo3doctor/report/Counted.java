package io.github.pyo3doctor.report;

/** Numbers with their noun. */
public final class Counted {
  private Counted() {}

  /** {@code 1 error}, {@code 2 errors}. */
  public static String of(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
