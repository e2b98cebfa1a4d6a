package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A feature is asked of PyO3 that the release in use does not have: gone, not there yet, or
 * misspelt. Cargo then finds no version at all, whoever asks for it and for whichever target.
 */
final class UnknownPyo3Feature implements Check {
  private static final List<String> PACKAGES = List.of("pyo3", "pyo3-ffi", "pyo3-build-config");

  private final Pyo3Features features;

  UnknownPyo3Feature(Facts facts) {
    features = new Pyo3Features(facts);
  }

  @Override
  public String id() {
    return "unknown-pyo3-feature";
  }

  @Override
  public String topic() {
    return "api-removed";
  }

  @Override
  public String question() {
    return "Does the PyO3 in use have the features that are asked of it?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examineWithPyproject(snapshot, this::examine);
  }

  /** A feature asked of a dependency, where that is written. */
  private record Asked(Dependency dependency, String feature, Located<String> entry) {}

  private List<Finding> examine(Project project, Workspace workspace) {
    Map<Location, Finding> found = new LinkedHashMap<>();
    for (CargoPackage member : workspace.members()) {
      List<Dependency> pyo3 =
          PACKAGES.stream()
              .flatMap(member::dependenciesOn)
              .filter(each -> each.git().isEmpty() && each.path().isEmpty())
              .toList();
      if (!pyo3.isEmpty()) {
        asked(project, member, pyo3)
            .forEach(
                each ->
                    finding(project, workspace, member, each)
                        .ifPresent(finding -> found.putIfAbsent(at(each), finding)));
      }
    }
    return List.copyOf(found.values());
  }

  private static Location at(Asked asked) {
    return asked.entry().location();
  }

  private static Stream<Asked> asked(Project project, CargoPackage member, List<Dependency> pyo3) {
    Stream<Asked> direct =
        pyo3.stream()
            .flatMap(
                each ->
                    each.features().stream()
                        .map(feature -> new Asked(each, feature.value(), feature)));
    Stream<Located<String>> own =
        member.features().stream().flatMap(feature -> feature.enables().stream());
    Stream<Located<String>> maturin =
        WheelFeatures.pyprojects(project, member)
            .flatMap(pyproject -> pyproject.maturinFeatures().stream());
    Stream<Located<String>> setuptools =
        project.extensionModules().stream()
            .filter(module -> module.cargoManifest().equals(member.manifest()))
            .flatMap(module -> Stream.concat(module.features().stream(), ofTag(module).stream()));
    return Stream.concat(
        direct,
        Stream.of(own, maturin, setuptools)
            .flatMap(each -> each)
            .flatMap(entry -> through(entry, pyo3)));
  }

  /** setuptools-rust asks for the feature of the wheel's tag, unless the module says otherwise. */
  private static Optional<Located<String>> ofTag(ExtensionModule module) {
    return module
        .stableAbi()
        .filter(told -> !told.open())
        .filter(told -> told.extension().map(Located::value).orElse("auto").equals("auto"))
        .flatMap(ExtensionModule.StableAbi::wheel)
        .map(tag -> new Located<>("pyo3/" + Abi3Features.ofTag(tag.value()), tag.location()));
  }

  /** {@code pyo3/abi3} and {@code pyo3?/abi3} ask a feature of a dependency. */
  private static Stream<Asked> through(Located<String> entry, List<Dependency> pyo3) {
    int slash = entry.value().indexOf('/');
    if (slash < 0) {
      return Stream.empty();
    }
    String name = entry.value().substring(0, slash).replaceFirst("\\?$", "");
    return pyo3.stream()
        .filter(each -> each.name().equals(name))
        .map(each -> new Asked(each, entry.value().substring(slash + 1), entry));
  }

  private Optional<Finding> finding(
      Project project, Workspace workspace, CargoPackage member, Asked asked) {
    String name = asked.dependency().packageName();
    return Pyo3Version.of(workspace, asked.dependency())
        .flatMap(
            version ->
                features
                    .lack(name, version.range(), asked.feature())
                    .map(lack -> finding(project, member, asked, version, lack)));
  }

  private Finding finding(
      Project project,
      CargoPackage member,
      Asked asked,
      Pyo3Version version,
      Pyo3Features.Lack lack) {
    Location at = at(asked);
    String line =
        project
            .manifest(at.file())
            .map(file -> file.line(at.line()).strip())
            .orElse(asked.entry().value());
    return new Finding(
        id(),
        topic(),
        Severity.ERROR,
        "Cargo finds no %s for `%s`: it has no feature `%s`"
            .formatted(asked.dependency().packageName(), member.name(), asked.feature()),
        Optional.of(at),
        List.of(
            at.file() + ":" + at.line() + ": " + line,
            version.evidence(),
            "`" + asked.feature() + "`: " + lack.why()),
        Optional.of(
            new Fix(
                lack.instead()
                    .map(other -> "Ask for `" + other + "` instead")
                    .orElse("Ask for a feature that this release has, or for none"),
                Fix.Grade.MANUAL,
                List.of())));
  }
}
