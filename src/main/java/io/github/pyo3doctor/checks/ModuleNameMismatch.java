package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.MacroOption;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PythonCode;
import io.github.pyo3doctor.snapshot.PythonItem;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.TargetKind;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Python asks the file {@code my_ext.so} for {@code PyInit_my_ext}. The build tool names the file,
 * the {@code #[pymodule]} names the function, and where the two differ the import fails.
 */
final class ModuleNameMismatch implements Check {
  private static final List<String> EXPORTS = List.of("PyInit_", "PyModExport_");

  private final Version nameIgnoredSince;

  ModuleNameMismatch(Facts facts) {
    nameIgnoredSince =
        Version.parse(facts.version("maturin-metadata.name-ignored-since")).orElseThrow();
  }

  @Override
  public String id() {
    return "module-name-mismatch";
  }

  @Override
  public String topic() {
    return "module-init-missing";
  }

  @Override
  public String question() {
    return "Does the `#[pymodule]` have the name that Python looks for?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    List<String> open = new ArrayList<>();
    Outcome outcome =
        EachWorkspace.examineWithPyproject(
            snapshot, (project, workspace) -> examine(project, workspace, open));
    return outcome instanceof Outcome.Passed && !open.isEmpty()
        ? new Outcome.Unknown(open.getFirst())
        : outcome;
  }

  private List<Finding> examine(Project project, Workspace workspace, List<String> open) {
    List<Finding> findings = new ArrayList<>();
    for (ExtensionModule wanted : project.extensionModules()) {
      for (CargoPackage cargo : workspace.members()) {
        Optional<CargoTarget> library = cargo.library().filter(target -> isBuilt(target, cargo));
        boolean usesPyo3 = cargo.dependenciesOn("pyo3").findAny().isPresent();
        if (cargo.manifest().equals(wanted.cargoManifest()) && library.isPresent() && usesPyo3) {
          examine(project, workspace, cargo, library.get(), wanted, open).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  /** The tools ask Cargo for a cdylib whatever the manifest says, unless a program may be meant. */
  private static boolean isBuilt(CargoTarget library, CargoPackage cargo) {
    return library.crateTypes().contains("cdylib")
        || cargo.targets().stream().noneMatch(target -> target.kind() == TargetKind.BIN);
  }

  private Optional<Finding> examine(
      Project project,
      Workspace workspace,
      CargoPackage cargo,
      CargoTarget library,
      ExtensionModule wanted,
      List<String> open) {
    Set<String> names = new LinkedHashSet<>();
    for (String name : wanted.names()) {
      names.add(lastPart(name));
    }
    if (!names.stream().allMatch(name -> name.matches("\\w+"))) {
      return Optional.empty();
    }
    List<PythonItem> modules = modules(library).toList();
    boolean exported =
        exports(library, names)
            || linked(workspace, cargo).stream()
                .flatMap(other -> other.library().stream())
                .anyMatch(target -> exports(target, names));
    if (exported) {
      return Optional.empty();
    }
    boolean none = modules.isEmpty();
    if (none && items(library).noneMatch(ModuleNameMismatch::isForModule)) {
      open.add("no `#[pymodule]` was found in " + library.path());
      return Optional.empty();
    }
    Optional<String> hidden = hidden(project, cargo, library);
    if (hidden.isPresent()) {
      open.add(hidden.get());
      return Optional.empty();
    }
    String name = names.iterator().next();
    Finding finding = finding(modules, library, name, wanted);
    Optional<Located<String>> old =
        MaturinMetadata.of(project, cargo)
            .name()
            .filter(given -> exports(library, Set.of(lastPart(given.value()))));
    return old.isEmpty()
        ? Optional.of(finding)
        : maturin(project, wanted)
            .flatMap(maturin -> forOldMaturin(finding, name, old.get(), maturin));
  }

  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('.') + 1).replace('-', '_');
  }

  /** The maturin that {@code pyproject.toml} asks for. */
  private static Optional<Located<String>> maturin(Project project, ExtensionModule wanted) {
    return project.pyprojects().stream()
        .filter(each -> each.cargoManifest().filter(wanted.cargoManifest()::equals).isPresent())
        .map(WheelBuilder::maturin)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The name is right for a maturin that reads it from the manifest; pip takes a newer one. */
  private Optional<Finding> forOldMaturin(
      Finding finding, String name, Located<String> old, Located<String> maturin) {
    if (!WheelBuilder.takes(maturin, nameIgnoredSince)) {
      return Optional.empty();
    }
    List<String> evidence = new ArrayList<>(finding.evidence());
    evidence.add(
        "%s: `%s` is read by maturin before %s only, and `%s` admits newer ones"
            .formatted(
                place(old.location()), old.value(), nameIgnoredSince.series(), maturin.value()));
    Fix fix =
        new Fix(
            "Write `module-name = \"%s\"` below `[tool.maturin]` in %s"
                .formatted(old.value(), maturin.location().file()),
            Fix.Grade.MANUAL,
            List.of());
    return Optional.of(
        new Finding(
            finding.check(),
            finding.topic(),
            Severity.WARNING,
            "maturin calls the module `%s` since %s, and its `#[pymodule]` is called `%s`: Python cannot import it"
                .formatted(name, nameIgnoredSince.series(), lastPart(old.value())),
            Optional.of(old.location()),
            evidence,
            Optional.of(fix)));
  }

  private Finding finding(
      List<PythonItem> modules, CargoTarget library, String name, ExtensionModule wanted) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        place(wanted.location())
            + ": "
            + wanted.setting()
            + " is `"
            + wanted.names().getFirst()
            + "`, so Python asks for `PyInit_"
            + name
            + "`");
    for (PythonItem module : modules) {
      evidence.add(
          place(module.location())
              + ": this `#[pymodule]` becomes `PyInit_"
              + names(module).getFirst()
              + "`");
    }
    String found =
        modules.isEmpty()
            ? "there is no `#[pymodule]` in `" + library.path() + "` or its modules"
            : modules.size() == 1
                ? "its `#[pymodule]` is called `" + names(modules.getFirst()).getFirst() + "`"
                : "none of its " + modules.size() + " `#[pymodule]`s is called so";
    Fix fix =
        new Fix(
            modules.isEmpty()
                ? "Add a `#[pymodule]` called `" + name + "`"
                : "Call the `#[pymodule]` `"
                    + name
                    + "`, or write `#[pyo3(name = \""
                    + name
                    + "\")]` below it",
            Fix.Grade.MANUAL,
            List.of());
    return new Finding(
        id(),
        topic(),
        Severity.ERROR,
        "Python cannot import the module as `%s`: %s".formatted(name, found),
        Optional.of(modules.isEmpty() ? wanted.location() : modules.getFirst().location()),
        evidence,
        Optional.of(fix));
  }

  private static String place(Location at) {
    return at.file() + ":" + at.line();
  }

  private static Stream<PythonItem> items(CargoTarget library) {
    return library.files().stream()
        .flatMap(file -> file.python().stream())
        .flatMap(code -> code.items().stream())
        .filter(item -> !item.conditions().contains("test"));
  }

  /** Those for which PyO3 exports a function that starts them. */
  private static Stream<PythonItem> modules(CargoTarget library) {
    return items(library)
        .filter(item -> item.macroName().equals("pymodule"))
        .filter(item -> item.place() == PythonItem.Place.MODULE)
        .filter(item -> !item.has("submodule"));
  }

  /** Whether an item makes sense only in a module of this library or of one that uses it. */
  private static boolean isForModule(PythonItem item) {
    return item.macroName().equals("pyfunction") && item.place() == PythonItem.Place.MODULE;
  }

  /** The name it surely has, or every one that some configuration gives it. */
  private static List<String> names(PythonItem module) {
    List<String> sure =
        module.options().stream()
            .filter(option -> !option.conditional())
            .flatMap(option -> given(option).stream())
            .toList();
    return sure.isEmpty()
        ? Stream.concat(Stream.of(module.name()), module.values("name")).toList()
        : sure;
  }

  /** {@code name = "…"}; or, until 0.15, {@code #[pymodule(name)]}. */
  private static Optional<String> given(MacroOption option) {
    if (option.name().equals("name")) {
      return option.value();
    }
    boolean alone = option.value().isEmpty() && !option.name().equals("submodule");
    return alone ? Optional.of(option.name()) : Optional.empty();
  }

  private static boolean exports(CargoTarget library, Set<String> names) {
    return modules(library).anyMatch(module -> names(module).stream().anyMatch(names::contains))
        || library.files().stream()
            .flatMap(file -> file.functions().stream())
            .anyMatch(
                function ->
                    EXPORTS.stream()
                        .anyMatch(
                            export ->
                                function.name().startsWith(export)
                                    && names.contains(function.name().substring(export.length()))));
  }

  /** The other members that become part of the library. */
  private static Collection<CargoPackage> linked(Workspace workspace, CargoPackage cargo) {
    Map<String, CargoPackage> found = new LinkedHashMap<>();
    Deque<CargoPackage> waiting = new ArrayDeque<>(List.of(cargo));
    while (!waiting.isEmpty()) {
      for (Dependency dependency : waiting.removeFirst().dependencies()) {
        workspace
            .memberOf(dependency)
            .filter(member -> found.putIfAbsent(member.manifest(), member) == null)
            .ifPresent(waiting::add);
      }
    }
    return found.values();
  }

  /** What may hold a module that cannot be seen. */
  private static Optional<String> hidden(Project project, CargoPackage cargo, CargoTarget library) {
    Optional<String> generated =
        modules(library)
            .filter(module -> names(module).stream().anyMatch(name -> name.contains("$")))
            .map(module -> place(module.location()) + ": a macro names the module")
            .findFirst();
    Optional<String> generator =
        library.files().stream()
            .flatMap(file -> file.python().stream())
            .map(PythonCode::generators)
            .flatMap(List::stream)
            .map(call -> place(call.location()) + ": `" + call.value() + "!` may hold the module")
            .findFirst();
    Optional<String> unread =
        project.notExamined().stream()
            .filter(missed -> missed.kind() == NotExamined.Kind.FILE)
            .filter(missed -> missed.path().endsWith(".rs"))
            .filter(missed -> missed.path().startsWith(cargo.folder()))
            .map(NotExamined::toString)
            .findFirst();
    return generated.or(() -> generator).or(() -> unread);
  }
}
