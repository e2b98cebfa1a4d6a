package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Feature;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.PyProject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code abi3-py3…} features that are on when a wheel is built. */
final class Abi3Features {
  private static final Pattern NAME = Pattern.compile("(?:.*/)?abi3-py3(\\d{1,2})");

  private Abi3Features() {}

  /** The Python that a feature is for: 3.9 of {@code abi3-py39} and of {@code pyo3/abi3-py39}. */
  static Optional<Version> python(String feature) {
    Matcher matcher = NAME.matcher(feature);
    return matcher.matches()
        ? Optional.of(new Version(3, Integer.parseInt(matcher.group(1)), 0))
        : Optional.empty();
  }

  /**
   * The one that counts, PyO3 takes the lowest; empty when none is on, or when some hold for some
   * Pythons or systems only.
   */
  static Optional<Located<String>> lowest(
      MemberIndex members, CargoPackage member, PyProject pyproject) {
    if (!pyproject.conditionalFeatures().isEmpty()) {
      return Optional.empty();
    }
    FeatureGraph graph =
        FeatureGraph.resolve(members, List.of(member), false, BuildConfiguration.UNIX);
    List<Located<String>> on = new ArrayList<>();
    for (String name : List.of("pyo3", "pyo3-ffi")) {
      for (FeatureGraph.Switched switched : graph.switchedOn(name)) {
        if (python(switched.feature()).isPresent() && !switched.onlyForTests()) {
          if (!switched.certain()) {
            return Optional.empty();
          }
          on.add(new Located<>(switched.feature(), switched.because().getLast().location()));
        }
      }
    }
    Set<String> seen = new HashSet<>();
    for (Located<String> feature : pyproject.maturinFeatures()) {
      add(member, feature, seen, on);
    }
    member
        .feature("default")
        .ifPresent(all -> all.enables().forEach(f -> add(member, f, seen, on)));
    return on.stream().min(Comparator.comparing(feature -> python(feature.value()).orElseThrow()));
  }

  private static void add(
      CargoPackage member, Located<String> feature, Set<String> seen, List<Located<String>> on) {
    String name = feature.value();
    if (!seen.add(name)) {
      return;
    }
    Optional<Feature> own = member.feature(name);
    if (own.isPresent()) {
      own.get().enables().forEach(enabled -> add(member, enabled, seen, on));
    } else if (python(name).isPresent()) {
      on.add(feature);
    }
  }
}
