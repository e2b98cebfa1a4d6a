package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.Fix;

/** How much a person must look at a fix, in words. */
public final class GradeWord {
  private GradeWord() {}

  /** The words for a grade. */
  public static String of(Fix.Grade grade) {
    return switch (grade) {
      case SAFE -> "safe";
      case REVIEW -> "look before you apply it";
      case MANUAL -> "by hand";
    };
  }
}
