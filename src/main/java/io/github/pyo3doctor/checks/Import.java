package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.DependencyKind;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.TargetKind;
import java.util.ArrayList;
import java.util.List;

/**
 * A target whose source names the crate of a workspace's library.
 *
 * @param importer the target
 * @param crate the name it uses, where it first does
 * @param built whether Cargo builds the target, and with that library, when nobody asks for further
 *     features
 */
record Import(Executable importer, Located<String> crate, boolean built) {
  /**
   * The targets of a package that import its own library, unless a dependency has taken the name.
   */
  static List<Import> ofOwnLibrary(MemberIndex members, CargoPackage cargo, CargoTarget library) {
    boolean taken =
        cargo.dependencies().stream()
            .filter(dependency -> dependency.kind() != DependencyKind.BUILD)
            .anyMatch(dependency -> externName(dependency, members).equals(library.name()));
    return taken ? List.of() : of(members, cargo, library.name(), true, true);
  }

  /** The targets of another member that import the library of a package. */
  static List<Import> ofLibrary(
      MemberIndex members, CargoPackage member, CargoPackage cargo, CargoTarget library) {
    List<Import> imports = new ArrayList<>();
    for (Dependency dependency : member.dependencies()) {
      if (dependency.kind() != DependencyKind.BUILD
          && members.memberOf(dependency).filter(cargo::equals).isPresent()) {
        boolean normal = dependency.kind() == DependencyKind.NORMAL;
        boolean used = members.alone(member).dependenciesOn(cargo.name()).contains(dependency);
        imports.addAll(of(members, member, externName(dependency, members), normal, used));
      }
    }
    return imports;
  }

  String evidence() {
    return "%s:%d: `%s` is named as a crate"
        .formatted(crate.location().file(), crate.location().line(), crate.value());
  }

  private static List<Import> of(
      MemberIndex members, CargoPackage cargo, String crate, boolean binaries, boolean used) {
    List<Import> imports = new ArrayList<>();
    for (CargoTarget target : cargo.targets()) {
      if (target.kind() != TargetKind.BIN || binaries) {
        boolean built =
            used && members.alone(cargo).features(cargo).containsAll(target.requiredFeatures());
        Executable importer = new Executable(cargo, target, List.of());
        importer.importOf(crate).ifPresent(at -> imports.add(new Import(importer, at, built)));
      }
    }
    return imports;
  }

  /** What the source calls a dependency: the name it was given, else the name of the library. */
  private static String externName(Dependency dependency, MemberIndex members) {
    boolean renamed = !dependency.name().equals(dependency.packageName());
    String key = dependency.name().replace('-', '_');
    return renamed
        ? key
        : members
            .memberOf(dependency)
            .flatMap(CargoPackage::library)
            .map(CargoTarget::name)
            .orElse(key);
  }
}
