package io.github.pyo3doctor.snapshot;

/** Families of operating systems with one way of loading libraries each. */
public enum OperatingSystem {
  /** Windows. */
  WINDOWS,
  /** Linux. */
  LINUX,
  /** macOS. */
  MACOS,
  /** Anything else. */
  OTHER
}
