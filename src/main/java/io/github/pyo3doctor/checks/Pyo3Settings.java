package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a plain {@code cargo build} of one member builds PyO3, as far as that decides where a Python
 * is looked for.
 *
 * @param pyo3 which PyO3
 * @param abi3 whether a feature for the stable ABI is on
 * @param oldest the oldest Python of the {@code abi3-py3…} features that are on; PyO3 takes the
 *     lowest
 * @param extensionModule whether the feature {@code extension-module} is on
 */
record Pyo3Settings(Pyo3Version pyo3, Truth abi3, Optional<Version> oldest, Truth extensionModule) {
  private static final List<String> PYO3 = List.of("pyo3", "pyo3-ffi");
  private static final Pattern ABI3 = Pattern.compile("abi3t?(?:-py3(\\d{1,2}))?");

  /**
   * Of a member that is linked with PyO3; empty when it is not, or when nothing says which PyO3 it
   * is.
   */
  static Optional<Pyo3Settings> of(
      MemberIndex members, Workspace workspace, CargoPackage member, OperatingSystem os) {
    BuildConfiguration configuration = new BuildConfiguration(os, Set.of(), false);
    FeatureGraph graph = members.alone(member, configuration);
    Optional<Dependency> dependency =
        PYO3.stream().flatMap(name -> graph.dependenciesOn(name).stream()).findFirst();
    return dependency
        .flatMap(entry -> Pyo3Version.of(workspace, entry))
        .map(
            version ->
                new Pyo3Settings(
                    version,
                    isOn(graph, ABI3),
                    switched(graph, ABI3)
                        .flatMap(each -> python(each.feature()).stream())
                        .min(Comparator.naturalOrder()),
                    isOn(graph, Pattern.compile("extension-module"))));
  }

  private static Optional<Version> python(String feature) {
    Matcher matcher = ABI3.matcher(feature);
    return matcher.matches() && matcher.group(1) != null
        ? Optional.of(new Version(3, Integer.parseInt(matcher.group(1)), 0))
        : Optional.empty();
  }

  private static Truth isOn(FeatureGraph graph, Pattern feature) {
    return switched(graph, feature)
        .map(each -> each.certain() ? Truth.TRUE : Truth.UNKNOWN)
        .reduce(Truth.FALSE, Truth::or);
  }

  /** What a {@code cargo build} asks for; tests may ask for more. */
  private static Stream<FeatureGraph.Switched> switched(FeatureGraph graph, Pattern feature) {
    return PYO3.stream()
        .flatMap(name -> graph.switchedOn(name).stream())
        .filter(each -> !each.onlyForTests() && feature.matcher(each.feature()).matches());
  }

  /** Whether all that this may be is that release of PyO3 or a later one. */
  Truth atLeast(Version version) {
    return pyo3.range().atLeast(version);
  }
}
