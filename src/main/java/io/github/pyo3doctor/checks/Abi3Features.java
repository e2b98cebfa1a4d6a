package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PyProject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /** The feature for the oldest Python of a wheel's tag: {@code abi3-py39} of {@code cp39}. */
  static String ofTag(String tag) {
    return tag.replace("cp", "abi3-py");
  }

  /**
   * The one that counts, PyO3 takes the lowest; empty when none is on, or when some hold for some
   * Pythons or systems only.
   */
  static Optional<Located<String>> lowest(
      MemberIndex members, Project project, PyProject pyproject, CargoPackage member) {
    if (!pyproject.conditionalFeatures().isEmpty()) {
      return Optional.empty();
    }
    List<FeatureGraph.Switched> on =
        WheelFeatures.of(members, project, pyproject, member).stream()
            .filter(switched -> python(switched.feature()).isPresent())
            .toList();
    return on.stream().allMatch(FeatureGraph.Switched::certain)
        ? on.stream()
            .min(Comparator.comparing(switched -> python(switched.feature()).orElseThrow()))
            .map(switched -> switched.because().getLast())
        : Optional.empty();
  }
}
