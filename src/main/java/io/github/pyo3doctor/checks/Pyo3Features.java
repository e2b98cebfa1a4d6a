package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which Cargo features each release of PyO3's packages has. */
final class Pyo3Features {
  private final Map<String, Map<String, Known>> byPackage = new HashMap<>();
  private final Version first;
  private final Version current;

  Pyo3Features(Facts facts) {
    first = Version.parse(facts.version("pyo3.first")).orElseThrow();
    current = Version.parse(facts.version("pyo3.current")).orElseThrow();
    for (Map<String, String> entry : facts.entries("cargo-features")) {
      Known known = new Known(version(entry, "since"), version(entry, "removed-since"), entry);
      Map<String, Known> features =
          byPackage.computeIfAbsent(entry.getOrDefault("crate", ""), _ -> new HashMap<>());
      for (String name : entry.getOrDefault("names", "").strip().split("\\s+", -1)) {
        features.put(name, known);
      }
    }
  }

  private static Optional<Version> version(Map<String, String> entry, String key) {
    return Optional.ofNullable(entry.get(key)).flatMap(Version::parse);
  }

  private record Known(
      Optional<Version> since, Optional<Version> gone, Map<String, String> entry) {}

  /**
   * Why a package lacks a feature.
   *
   * @param why the reason, to go on a sentence with
   * @param instead the feature that took its place
   */
  record Lack(String why, Optional<String> instead) {}

  /**
   * Why none of some releases has the feature; empty when one of them has it, may have it, or is
   * not described.
   */
  Optional<Lack> lack(String packageName, VersionRange releases, String feature) {
    Map<String, Known> features = byPackage.getOrDefault(packageName, Map.of());
    Known known = features.get(feature);
    if (known == null) {
      boolean described =
          releases.atLeast(first) == Truth.TRUE
              && releases.before().filter(end -> next(current).atLeast(end)).isPresent();
      return described && !features.isEmpty()
          ? Optional.of(
              new Lack("no release since " + first.series() + " has it", Optional.empty()))
          : Optional.empty();
    }
    Optional<Version> gone =
        known.gone().filter(version -> releases.atLeast(version) == Truth.TRUE);
    Optional<Version> later =
        known.since().filter(version -> releases.atLeast(version) == Truth.FALSE);
    return gone.map(
            version ->
                new Lack(
                    "it is gone since " + version,
                    Optional.ofNullable(known.entry().get("instead"))))
        .or(() -> later.map(version -> new Lack("it came with " + version, Optional.empty())));
  }

  private static Version next(Version version) {
    return new Version(version.major(), version.minor(), version.patch() + 1);
  }
}
