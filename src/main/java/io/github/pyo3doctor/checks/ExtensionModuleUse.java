package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place in a manifest that switches on PyO3's {@code extension-module} feature without anyone
 * asking for it on the command line.
 *
 * @param workspace the workspace it belongs to
 * @param owner the member that depends on PyO3
 * @param switched how the feature comes to be on
 * @param always whether {@code --no-default-features} leaves it on
 * @param own the executables that are linked without libpython because of it
 * @param others executables of other members that {@code cargo test --workspace} makes share the
 *     same PyO3
 */
record ExtensionModuleUse(
    Workspace workspace,
    CargoPackage owner,
    FeatureGraph.Switched switched,
    boolean always,
    List<Executable> own,
    List<Executable> others) {
  /** The entry to change. */
  Located<String> entry() {
    return entry(switched);
  }

  /** Whether no program that Cargo builds could miss libpython. */
  boolean breaksNothing() {
    return own.isEmpty() && others.isEmpty();
  }

  /** The lines that switch the feature on, and which PyO3 it is. */
  List<String> evidence(Project project) {
    List<String> evidence = new ArrayList<>();
    for (Located<String> step : switched.because()) {
      Location at = step.location();
      String line =
          project
              .manifest(at.file())
              .map(file -> file.line(at.line()).strip())
              .orElse(step.value());
      evidence.add(at.file() + ":" + at.line() + ": " + line);
    }
    Pyo3Version.of(workspace, switched.dependency())
        .ifPresent(version -> evidence.add(version.evidence()));
    return evidence;
  }

  /** Every use in a workspace, one for a place in a file. */
  static List<ExtensionModuleUse> in(Workspace workspace) {
    List<Pyo3Member> members = Pyo3Member.of(workspace);
    Map<Location, ExtensionModuleUse> uses = new LinkedHashMap<>();
    for (Pyo3Member member : members) {
      for (FeatureGraph.Switched switched : member.always()) {
        uses.putIfAbsent(place(switched), of(workspace, members, switched, true));
      }
    }
    for (Pyo3Member member : members) {
      for (FeatureGraph.Switched switched : member.byDefault()) {
        uses.putIfAbsent(place(switched), of(workspace, members, switched, false));
      }
    }
    return List.copyOf(uses.values());
  }

  private static ExtensionModuleUse of(
      Workspace workspace,
      List<Pyo3Member> members,
      FeatureGraph.Switched switched,
      boolean always) {
    Location place = place(switched);
    List<Executable> own = new ArrayList<>();
    List<Executable> others = new ArrayList<>();
    for (Pyo3Member member : members) {
      if (member.isSwitchedBy(place)) {
        own.addAll(member.executablesFor(place));
      } else if (member.sharesPyo3()) {
        others.addAll(member.executables());
      }
    }
    return new ExtensionModuleUse(
        workspace,
        owner(workspace, switched),
        switched,
        always,
        List.copyOf(own),
        List.copyOf(others));
  }

  private static CargoPackage owner(Workspace workspace, FeatureGraph.Switched switched) {
    return workspace.members().stream()
        .filter(member -> member.dependencies().contains(switched.dependency()))
        .findFirst()
        .orElseThrow();
  }

  static Location place(FeatureGraph.Switched switched) {
    return entry(switched).location();
  }

  /**
   * The dependency's own entry when it asks for the feature; else the one that asks for a feature
   * of that name, or for one that has it among others.
   */
  private static Located<String> entry(FeatureGraph.Switched switched) {
    List<Located<String>> because = switched.because();
    if (switched.dependency().features().contains(because.getLast())) {
      return because.getLast();
    }
    return because.stream()
        .limit(because.size() - 1)
        .filter(ExtensionModuleUse::namesTheFeature)
        .findFirst()
        .orElse(because.getFirst());
  }

  /** Whether an entry asks for nothing but {@code extension-module}, here or of a dependency. */
  static boolean namesTheFeature(Located<String> entry) {
    String value = entry.value();
    return value.substring(value.lastIndexOf('/') + 1).equals("extension-module");
  }
}
