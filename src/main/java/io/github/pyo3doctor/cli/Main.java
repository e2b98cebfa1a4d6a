package io.github.pyo3doctor.cli;

/** Where every start of the program begins. */
public final class Main {
  private Main() {}

  /** Runs the command line. */
  public static void main(String[] args) {}
}
