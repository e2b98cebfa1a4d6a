package io.github.pyo3doctor.desktop.model;

/** A step of a guided check, in the order in which they stand below each other. */
public enum GuidedStep {
  /** A project folder is read. */
  PROJECT("Project"),
  /** The Pythons and tools of the machine are asked. */
  MACHINE("Machine"),
  /** A program, library or wheel that was built is inspected. */
  BINARY("Built file"),
  /** What the threads of a process do is read. */
  PROCESS("Process"),
  /** What a tool printed is read. */
  OUTPUT("Output"),
  /** What all of it says. */
  RESULT("Result");

  private final String title;

  GuidedStep(String title) {
    this.title = title;
  }

  /** Its name for people. */
  public String title() {
    return title;
  }
}
