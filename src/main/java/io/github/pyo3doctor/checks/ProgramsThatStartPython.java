package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.DependencyKind;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.RustFunction;
import io.github.pyo3doctor.snapshot.TargetKind;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs that will need a Python DLL once built, by what the source says. */
final class ProgramsThatStartPython {
  /**
   * A sign of one.
   *
   * @param what how people would call it
   * @param at the line that says so
   */
  record Sign(String what, Location at) {}

  private ProgramsThatStartPython() {}

  /**
   * Binaries whose {@code main} starts Python, and PyO3's {@code auto-initialize} outside
   * dev-dependencies.
   */
  static List<Sign> in(Project project) {
    return project.workspaces().stream()
        .map(Workspace::members)
        .flatMap(List::stream)
        .flatMap(member -> in(member).stream())
        .toList();
  }

  /** Where a binary shows it itself, the feature says nothing new. */
  private static List<Sign> in(CargoPackage member) {
    List<Sign> signs = new ArrayList<>();
    for (CargoTarget target : member.targets()) {
      if (target.kind() == TargetKind.BIN) {
        mains(target).forEach(at -> signs.add(new Sign(target.describe(), at)));
      }
    }
    if (!signs.isEmpty()) return signs;
    String user = "a program that uses package `" + member.name() + "`";
    return member
        .dependenciesOn("pyo3")
        .filter(dependency -> dependency.kind() == DependencyKind.NORMAL)
        .flatMap(ProgramsThatStartPython::autoInitialize)
        .map(at -> new Sign(user, at))
        .toList();
  }

  private static List<Location> mains(CargoTarget target) {
    List<Location> mains = new ArrayList<>();
    for (RustFile file : target.files()) {
      if (file.path().equals(target.path())) {
        for (RustFunction function : file.functions()) {
          if (function.name().equals("main")) {
            function.python().map(Located::location).ifPresent(mains::add);
          }
        }
      }
    }
    return mains;
  }

  private static Stream<Location> autoInitialize(Dependency pyo3) {
    return pyo3.features().stream()
        .filter(feature -> feature.value().equals("auto-initialize"))
        .map(Located::location);
  }
}
