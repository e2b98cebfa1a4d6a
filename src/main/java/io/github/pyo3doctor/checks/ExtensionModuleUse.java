package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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
 *     same PyO3; asked for only when there are none of its own
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
      if (at.equals(owner.location())) {
        continue; // a feature that the command asks for, which no line of the manifest does
      }
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
  static List<ExtensionModuleUse> in(Workspace workspace, MemberIndex index) {
    Members members = Members.of(workspace, index);
    Map<Location, ExtensionModuleUse> uses = new LinkedHashMap<>();
    for (Pyo3Member member : members.all()) {
      for (FeatureGraph.Switched switched : member.always()) {
        uses.computeIfAbsent(place(switched), _ -> of(workspace, members, switched, true));
      }
    }
    for (Pyo3Member member : members.all()) {
      // Where a member's own entry has it on, `--no-default-features` would not help.
      for (FeatureGraph.Switched switched :
          hasItAlways(member) ? List.<FeatureGraph.Switched>of() : member.byDefault()) {
        uses.computeIfAbsent(place(switched), _ -> of(workspace, members, switched, false));
      }
    }
    return List.copyOf(uses.values());
  }

  private static boolean hasItAlways(Pyo3Member member) {
    return member.always().stream()
        .anyMatch(use -> member.cargo().dependencies().contains(use.dependency()));
  }

  /**
   * The members of a workspace.
   *
   * @param switchedAt by place, the members in which an entry there switches the feature on
   * @param sharing the executables of all members that share PyO3
   * @param owners the member that each entry of a dependency table belongs to
   */
  private record Members(
      List<Pyo3Member> all,
      Map<Location, List<Pyo3Member>> switchedAt,
      List<Executable> sharing,
      IdentityHashMap<Dependency, CargoPackage> owners) {
    static Members of(Workspace workspace, MemberIndex index) {
      List<Pyo3Member> all = Pyo3Member.of(workspace, index);
      Map<Location, List<Pyo3Member>> switchedAt = new HashMap<>();
      List<Executable> sharing = new ArrayList<>();
      IdentityHashMap<Dependency, CargoPackage> owners = new IdentityHashMap<>();
      for (Pyo3Member member : all) {
        member.byDefault().stream()
            .map(ExtensionModuleUse::place)
            .distinct()
            .forEach(
                place -> switchedAt.computeIfAbsent(place, _ -> new ArrayList<>()).add(member));
        member.cargo().dependencies().forEach(entry -> owners.put(entry, member.cargo()));
        if (member.sharesPyo3()) {
          sharing.addAll(member.executables());
        }
      }
      return new Members(all, switchedAt, List.copyOf(sharing), owners);
    }

    CargoPackage owner(FeatureGraph.Switched switched) {
      return Objects.requireNonNull(owners.get(switched.dependency()));
    }
  }

  private static ExtensionModuleUse of(
      Workspace workspace, Members members, FeatureGraph.Switched switched, boolean always) {
    Location place = place(switched);
    List<Pyo3Member> here = members.switchedAt().getOrDefault(place, List.of());
    List<Executable> own =
        here.stream().flatMap(member -> member.executablesFor(place).stream()).toList();
    List<Executable> others = own.isEmpty() ? others(members, here) : List.of();
    return new ExtensionModuleUse(
        workspace, members.owner(switched), switched, always, own, others);
  }

  private static List<Executable> others(Members members, List<Pyo3Member> here) {
    if (here.stream().allMatch(member -> member.executables().isEmpty())) {
      return members.sharing();
    }
    Set<CargoPackage> switched = Collections.newSetFromMap(new IdentityHashMap<>());
    here.forEach(member -> switched.add(member.cargo()));
    return members.sharing().stream()
        .filter(executable -> !switched.contains(executable.cargo()))
        .toList();
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
