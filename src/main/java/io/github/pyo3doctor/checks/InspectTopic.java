package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Inspection;
import java.util.Optional;

/** The topic that explains why a file does not load. */
public final class InspectTopic {
  private InspectTopic() {}

  /** Its id; empty when the file loads. */
  public static Optional<String> of(Inspection inspection) {
    return switch (inspection.outcome()) {
      case LOADS, UNKNOWN -> Optional.empty();
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
    boolean libpython =
        inspection.needs().stream()
            .anyMatch(need -> need.found().isEmpty() && need.name().contains("ython"));
    if (libpython) {
      return Optional.of("libpython-not-loaded");
    }
    boolean glibc =
        inspection.needs().stream()
            .flatMap(need -> need.missingSymbols().stream())
            .anyMatch(symbol -> symbol.startsWith("GLIBC_"));
    return glibc ? Optional.of("manylinux-glibc") : Optional.empty();
  }
}
