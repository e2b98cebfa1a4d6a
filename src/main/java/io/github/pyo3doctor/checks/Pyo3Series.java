package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a series of PyO3 accepts.
 *
 * @param python the oldest CPython
 * @param newestPython the newest CPython that the build script lets pass; empty where it has no limit
 * @param newestSince the first release of the series that has that limit
 * @param pypy the oldest PyPy, by the Python it implements
 * @param freeThreaded the oldest free-threaded CPython; empty where there is none
 * @param rust the oldest rustc
 * @param abi3Min the oldest Python that an {@code abi3-py3…} feature is for
 * @param abi3Max the newest such Python
 */
record Pyo3Series(
    Version python,
    Optional<Version> newestPython,
    Optional<Version> newestSince,
    Optional<Version> pypy,
    Optional<Version> freeThreaded,
    Version rust,
    Version abi3Min,
    Version abi3Max) {
  /** Every series of the facts, by its name, {@code 0.29}. */
  static Map<String, Pyo3Series> of(Facts facts) {
    Map<String, Pyo3Series> series = new LinkedHashMap<>();
    for (Map<String, String> entry : facts.entries("series")) {
      series.put(entry.getOrDefault("pyo3", ""), of(entry));
    }
    return series;
  }

  private static Pyo3Series of(Map<String, String> entry) {
    return new Pyo3Series(
        version(entry, "python-min").orElseThrow(),
        version(entry, "python-max-warned").or(() -> version(entry, "python-max")),
        version(entry, "python-max-since"),
        version(entry, "pypy-min"),
        version(entry, "free-threaded-min"),
        version(entry, "rust-min").orElseThrow(),
        version(entry, "abi3-min").orElseThrow(),
        version(entry, "abi3-max").orElseThrow());
  }

  private static Optional<Version> version(Map<String, String> entry, String key) {
    return Version.parse(entry.getOrDefault(key, ""));
  }

  /** The series of a version, where everything that the version stands for is of one. */
  static Optional<Pyo3Series> of(Map<String, Pyo3Series> series, Pyo3Version version) {
    VersionRange range = version.range();
    Version from = range.from();
    String next = from.major() + "." + (from.minor() + 1);
    boolean one =
        range
            .wholeSeries()
            .before()
            .filter(limit -> limit.series().equals(next) && limit.patch() == 0)
            .isPresent();
    return one ? Optional.ofNullable(series.get(from.series())) : Optional.empty();
  }
}
