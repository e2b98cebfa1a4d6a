package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.BuildScript;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.DependencyKind;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A build script with a {@code pyo3-build-config} that asks the build script of PyO3 which Python
 * it is, beside a PyO3 that does not say so yet: it panics.
 */
final class BuildConfigOfNewerPyo3 {
  private static final String CRATE = "pyo3-build-config";
  private static final String PYO3 = "pyo3";

  private final Version since;
  private final Set<String> asking;

  BuildConfigOfNewerPyo3(Facts facts) {
    since = Version.parse(facts.version("build-config.asks-pyo3-since")).orElseThrow();
    asking = Set.copyOf(facts.list("build-config.asking"));
  }

  /** One for each member whose build script panics. */
  List<Finding> findings(String check, String topic, Workspace workspace) {
    List<Finding> findings = new ArrayList<>();
    for (CargoPackage cargo : workspace.members()) {
      Optional<Located<String>> asks = cargo.buildScript().flatMap(this::asks);
      Optional<Dependency> newer =
          cargo
              .dependenciesOn(CRATE)
              .filter(each -> each.kind() == DependencyKind.BUILD)
              .filter(this::isNewer)
              .findFirst();
      Optional<Pyo3Version> older =
          cargo
              .dependenciesOn(PYO3)
              .filter(each -> each.git().isEmpty() && each.path().isEmpty())
              .flatMap(each -> Pyo3Version.of(workspace, each).stream())
              .filter(version -> version.range().atLeast(since) == Truth.FALSE)
              .findFirst();
      if (asks.isPresent() && newer.isPresent() && older.isPresent()) {
        findings.add(finding(check, topic, newer.get(), older.get(), asks.get()));
      }
    }
    return findings;
  }

  private Optional<Located<String>> asks(BuildScript script) {
    return script.helpers().stream().filter(each -> asking.contains(each.value())).findFirst();
  }

  private boolean isNewer(Dependency dependency) {
    return dependency.git().isEmpty()
        && dependency.path().isEmpty()
        && dependency
            .requirement()
            .flatMap(VersionRange::ofCargo)
            .filter(range -> range.atLeast(since) == Truth.TRUE)
            .isPresent();
  }

  private Finding finding(
      String check, String topic, Dependency newer, Pyo3Version older, Located<String> asks) {
    return new Finding(
        check,
        topic,
        Severity.ERROR,
        "the build script panics: `%s` %s asks PyO3 which Python it is, which PyO3 tells since %s only"
            .formatted(CRATE, newer.requirement().orElse(""), since.series()),
        Optional.of(newer.location()),
        List.of(
            older.evidence(),
            "%s:%d: `%s` asks"
                .formatted(asks.location().file(), asks.location().line(), asks.value()),
            "its message speaks of a direct dependency on `pyo3`, which is there"),
        Optional.of(
            new Fix(
                "Take the `pyo3-build-config` of the same series as `pyo3`",
                Fix.Grade.MANUAL,
                List.of())));
  }
}
