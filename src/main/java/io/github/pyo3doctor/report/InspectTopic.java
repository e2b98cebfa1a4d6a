package io.github.pyo3doctor.report;

import io.github.pyo3doctor.snapshot.Inspection;
import java.util.Optional;

/** The topic that explains why a file does not load. */
public final class InspectTopic {
  private InspectTopic() {}

  /** Its id; empty when the file loads. */
  public static Optional<String> of(Inspection inspection) {
    boolean program = inspection.loader().equals("exe");
    return switch (inspection.outcome()) {
      case LOADS, UNKNOWN -> Optional.empty();
      case WRONG_ARCHITECTURE -> Optional.of("wrong-architecture");
      case NOT_FOUND, MISSING_SYMBOL ->
          Optional.of(
              switch (inspection.format()) {
                case "ELF" -> program ? "libpython-not-loaded" : "manylinux-glibc";
                case "Mach-O" -> program ? "libpython-not-loaded" : "macos-undefined-symbols";
                default -> program ? "windows-dll-not-found" : "dll-load-failed";
              });
    };
  }
}
