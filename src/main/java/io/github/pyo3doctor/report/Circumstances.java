package io.github.pyo3doctor.report;

import io.github.pyo3doctor.checks.Pyo3InUse;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** What a helper asks first: which PyO3, which system, which version of this program. */
final class Circumstances {
  private Circumstances() {}

  /** {@code PyO3 0.22.6 · Linux · PyO3 Doctor 0.1.0}. */
  static String of(Snapshot snapshot) {
    List<String> parts = new ArrayList<>();
    snapshot.project().flatMap(Pyo3InUse::of).ifPresent(pyo3 -> parts.add(pyo3(pyo3)));
    parts.add(system(snapshot.machine().os()));
    parts.add("PyO3 Doctor " + snapshot.doctorVersion());
    return String.join(" · ", parts);
  }

  private static String pyo3(Pyo3InUse pyo3) {
    return pyo3.version()
        .map(version -> "PyO3 " + version)
        .or(() -> pyo3.requirement().map(wanted -> "PyO3 \"" + wanted + "\", not locked"))
        .orElse("PyO3 of a folder or repository");
  }

  private static String system(OperatingSystem os) {
    return switch (os) {
      case WINDOWS -> "Windows";
      case LINUX -> "Linux";
      case MACOS -> "macOS";
      case OTHER -> "another system";
    };
  }
}
