package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A library whose crate types are all for other languages, {@code cdylib} and {@code staticlib},
 * holds nothing that Rust could import: its tests, benches, examples and binaries, and other
 * members, do not find the crate.
 */
final class LibraryIsOnlyCdylib implements Check {
  private static final Set<String> IMPORTABLE = Set.of("lib", "rlib", "dylib", "proc-macro");

  private final OncePer<Workspace, MemberIndex> indexes;

  LibraryIsOnlyCdylib(OncePer<Workspace, MemberIndex> indexes) {
    this.indexes = indexes;
  }

  @Override
  public String id() {
    return "library-is-only-cdylib";
  }

  @Override
  public String topic() {
    return "crate-not-found-in-tests";
  }

  @Override
  public String question() {
    return "Can tests and other crates import the library?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(snapshot, this::examine);
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    MemberIndex members = indexes.of(workspace);
    List<Finding> findings = new ArrayList<>();
    for (CargoPackage cargo : workspace.members()) {
      cargo
          .library()
          .filter(LibraryIsOnlyCdylib::isForOtherLanguages)
          .flatMap(library -> examine(project, members, cargo, library))
          .ifPresent(findings::add);
    }
    return findings;
  }

  private static boolean isForOtherLanguages(CargoTarget library) {
    return library.crateTypes().contains("cdylib")
        && Collections.disjoint(library.crateTypes(), IMPORTABLE);
  }

  private Optional<Finding> examine(
      Project project, MemberIndex members, CargoPackage cargo, CargoTarget library) {
    List<Import> imports = new ArrayList<>(Import.ofOwnLibrary(members, cargo, library));
    for (CargoPackage dependent : members.dependents(cargo)) {
      imports.addAll(Import.ofLibrary(members, dependent, cargo, library));
    }
    if (imports.isEmpty()) {
      return Optional.empty();
    }
    boolean now = imports.stream().anyMatch(Import::built);
    String message =
        "%s cannot import the library `%s`: its only crate %s"
            .formatted(
                Executable.describe(imports.stream().map(Import::importer).toList()),
                library.name(),
                crateTypes(library));
    return Optional.of(
        new Finding(
            id(),
            topic(),
            now ? Severity.ERROR : Severity.WARNING,
            message,
            library.crateTypeAt(),
            imports.stream().map(Import::evidence).toList(),
            library.crateTypeAt().map(at -> fix(project, library, at))));
  }

  private static String crateTypes(CargoTarget library) {
    List<String> types = library.crateTypes().stream().map(type -> "`" + type + "`").toList();
    return types.size() == 1
        ? "type is " + types.getFirst()
        : "types are " + String.join(" and ", types);
  }

  private static Fix fix(Project project, CargoTarget library, Location at) {
    String title = "Add `rlib` to the crate types of `" + library.name() + "`";
    return project
        .manifest(at.file())
        .flatMap(manifest -> ManifestEdit.appendString(manifest, at, "rlib"))
        .map(edit -> new Fix(title, Fix.Grade.SAFE, List.of(edit)))
        .orElseGet(() -> new Fix(title, Fix.Grade.MANUAL, List.of()));
  }
}
