package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.Inspection;
import java.util.Optional;

/** The topic that explains why a file does not load. */
public final class InspectTopic {
  private InspectTopic() {}

  /**
   * Its id, of a wheel that of the first library that does not load; empty when all is well or it
   * cannot be told.
   */
  public static Optional<String> of(Inspected inspected) {
    return inspected.libraries().stream()
        .flatMap(library -> of(library).stream())
        .findFirst()
        .or(() -> inspected.isWheel() ? inspected.topic() : of(inspected.whole()));
  }

  /** Its id; empty when the file loads. */
  public static Optional<String> of(Inspection inspection) {
    return switch (inspection.outcome()) {
      case LOADS -> Optional.empty();
      case UNKNOWN -> libpython(inspection);
      case WRONG_ARCHITECTURE -> Optional.of("wrong-architecture");
      case NOT_FOUND, MISSING_SYMBOL ->
          inspection.format().equals("PE") ? Optional.of(windows(inspection)) : unix(inspection);
    };
  }

  private static String windows(Inspection inspection) {
    return inspection.loader().equals("exe") ? "windows-dll-not-found" : "dll-load-failed";
  }

  /** Other libraries that are missing are no trouble of PyO3's. */
  private static Optional<String> unix(Inspection inspection) {
    Optional<String> libpython = libpython(inspection);
    if (libpython.isPresent()) {
      return libpython;
    }
    boolean glibc =
        inspection.needs().stream()
            .flatMap(need -> need.missingSymbols().stream())
            .anyMatch(symbol -> symbol.startsWith("GLIBC_"));
    return glibc ? Optional.of("manylinux-glibc") : Optional.empty();
  }

  private static Optional<String> libpython(Inspection inspection) {
    return !inspection.format().equals("PE")
            && inspection.needs().stream()
                .anyMatch(need -> !need.met() && need.name().contains("ython"))
        ? Optional.of("libpython-not-loaded")
        : Optional.empty();
  }
}
