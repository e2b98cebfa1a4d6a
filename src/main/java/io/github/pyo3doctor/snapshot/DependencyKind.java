package io.github.pyo3doctor.snapshot;

/** Which dependency table an entry stands in. */
public enum DependencyKind {
  /** {@code [dependencies]}. */
  NORMAL,
  /** {@code [dev-dependencies]}: tests, benches and examples only. */
  DEV,
  /** {@code [build-dependencies]}: the build script only. */
  BUILD
}
