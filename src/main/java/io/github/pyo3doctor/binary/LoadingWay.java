package io.github.pyo3doctor.binary;

/** Who loads a file. */
public enum LoadingWay {
  /** Windows starts it as a program, or loads it as a program's own library. */
  EXE("exe"),
  /** Python 3.8 or later imports it. */
  PYTHON_IMPORT("python-import");

  private final String word;

  LoadingWay(String word) {
    this.word = word;
  }

  /** As the command line writes it. */
  public String word() {
    return word;
  }
}
