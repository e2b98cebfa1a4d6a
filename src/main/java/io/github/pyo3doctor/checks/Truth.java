package io.github.pyo3doctor.checks;

/** What can be said of a condition when some of what it asks for cannot be known. */
enum Truth {
  FALSE,
  UNKNOWN,
  TRUE;

  static Truth of(boolean known) {
    return known ? TRUE : FALSE;
  }

  Truth and(Truth other) {
    return compareTo(other) <= 0 ? this : other;
  }

  Truth or(Truth other) {
    return compareTo(other) >= 0 ? this : other;
  }

  Truth not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
