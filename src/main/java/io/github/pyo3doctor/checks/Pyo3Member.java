package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.TargetKind;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How PyO3 takes part when one member of a workspace is built by itself, on some Unix.
 *
 * @param cargo the member
 * @param always what switches {@code extension-module} on even with {@code --no-default-features}
 * @param byDefault what switches it on when the member's default features are on
 * @param dependency an entry through which the member is linked with PyO3; empty when it is not
 * @param sharesPyo3 whether it is linked with PyO3 when the whole workspace is built, be it only
 *     because another member asks for that
 * @param executables everything Cargo links from it
 */
record Pyo3Member(
    CargoPackage cargo,
    List<FeatureGraph.Switched> always,
    List<FeatureGraph.Switched> byDefault,
    Optional<Dependency> dependency,
    boolean sharesPyo3,
    List<Executable> executables) {
  private static final List<String> PYO3 = List.of("pyo3", "pyo3-ffi");

  /** Every member of a workspace. */
  static List<Pyo3Member> of(Workspace workspace, MemberIndex members) {
    FeatureGraph whole =
        FeatureGraph.resolve(members, workspace.members(), true, BuildConfiguration.UNIX);
    return workspace.members().stream().map(member -> of(members, whole, member)).toList();
  }

  private static Pyo3Member of(MemberIndex members, FeatureGraph whole, CargoPackage cargo) {
    FeatureGraph plain = members.alone(cargo);
    List<CargoTarget> askedFor = links(plain) ? List.of() : askedFor(members, cargo, plain);
    List<Located<String>> asked =
        askedFor.stream().flatMap(target -> required(cargo, target).stream()).distinct().toList();
    FeatureGraph usual = members.alone(cargo, true, asked, BuildConfiguration.UNIX);
    List<FeatureGraph.Switched> byDefault = switched(usual, "extension-module");
    List<Executable> executables =
        PythonReach.executables(cargo, usual.features(cargo), OperatingSystem.OTHER).stream()
            .filter(each -> askedFor.isEmpty() || askedFor.contains(each.target()))
            .toList();
    return new Pyo3Member(
        cargo,
        byDefault.isEmpty() ? List.of() : nearest(cargo, withoutDefaults(members, cargo, asked)),
        nearest(cargo, byDefault),
        PYO3.stream().flatMap(name -> usual.dependenciesOn(name).stream()).findFirst(),
        PYO3.stream().anyMatch(name -> whole.links(cargo, name)),
        withRegistrations(cargo, executables, switched(usual, "multiple-pymethods")));
  }

  private static boolean links(FeatureGraph graph) {
    return PYO3.stream().anyMatch(name -> !graph.dependenciesOn(name).isEmpty());
  }

  /** The targets that meet a PyO3 which is optional, by the features that they require. */
  private static List<CargoTarget> askedFor(
      MemberIndex members, CargoPackage cargo, FeatureGraph plain) {
    return cargo.targets().stream()
        .filter(target -> !plain.features(cargo).containsAll(target.requiredFeatures()))
        .filter(
            target ->
                links(members.alone(cargo, true, required(cargo, target), BuildConfiguration.UNIX)))
        .toList();
  }

  private static List<Located<String>> required(CargoPackage cargo, CargoTarget target) {
    return target.requiredFeatures().stream()
        .map(feature -> new Located<>(feature, cargo.location()))
        .toList();
  }

  private static List<FeatureGraph.Switched> withoutDefaults(
      MemberIndex members, CargoPackage cargo, List<Located<String>> asked) {
    return switched(
        members.alone(cargo, false, asked, BuildConfiguration.UNIX), "extension-module");
  }

  /** Where a member's own entry switches the feature on, those further away say nothing new. */
  private static List<FeatureGraph.Switched> nearest(
      CargoPackage cargo, List<FeatureGraph.Switched> switched) {
    List<FeatureGraph.Switched> own =
        switched.stream().filter(use -> cargo.dependencies().contains(use.dependency())).toList();
    return own.isEmpty() ? switched : own;
  }

  /** The executables that a use of the feature at that place takes part in. */
  List<Executable> executablesFor(Location place) {
    boolean onlyForTests =
        byDefault.stream()
            .filter(use -> ExtensionModuleUse.place(use).equals(place))
            .allMatch(FeatureGraph.Switched::onlyForTests);
    return executables.stream()
        .filter(executable -> !onlyForTests || executable.target().kind() != TargetKind.BIN)
        .toList();
  }

  private static List<FeatureGraph.Switched> switched(FeatureGraph graph, String feature) {
    return PYO3.stream()
        .flatMap(name -> graph.switchedOn(name).stream())
        .filter(switched -> switched.feature().equals(feature))
        .toList();
  }

  /**
   * With {@code multiple-pymethods} every {@code #[pymethods]} block registers itself when a
   * program starts, so a program with the library in it needs Python's symbols whatever it calls:
   * even the one that {@code cargo test} makes of a library without tests (decision 35).
   */
  private static List<Executable> withRegistrations(
      CargoPackage cargo, List<Executable> executables, List<FeatureGraph.Switched> registration) {
    if (registration.isEmpty()) {
      return executables;
    }
    Located<String> entry = registration.getFirst().because().getLast();
    String step =
        entry.location().file()
            + ":"
            + entry.location().line()
            + ": with `multiple-pymethods` every `#[pymethods]` block is part of the program";
    List<Executable> reaching = new ArrayList<>();
    for (Executable executable : executables) {
      reaching.add(
          executable.reachesPython() || !executable.containsLibrary()
              ? executable
              : new Executable(executable.cargo(), executable.target(), List.of(step)));
    }
    cargo.library().stream()
        .filter(library -> library.tested() && registers(library))
        .filter(library -> executables.stream().noneMatch(each -> each.target().equals(library)))
        .forEach(library -> reaching.add(new Executable(cargo, library, List.of(step))));
    return List.copyOf(reaching);
  }

  private static boolean registers(CargoTarget library) {
    return library.files().stream()
        .flatMap(file -> file.python().stream())
        .flatMap(code -> code.items().stream())
        .filter(item -> item.conditions().isEmpty() && item.macroConditions().isEmpty())
        .anyMatch(item -> item.macroName().equals("pymethods"));
  }
}
