package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.ApiUse;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.MacroOption;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PyProject;
import io.github.pyo3doctor.snapshot.PythonItem;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A project that is built for free-threaded Python, with a module that does not declare that it
 * does without the lock: Python turns the lock on for the whole process when it is imported.
 */
final class ModuleTurnsGilOn implements Check {
  private static final String CRATE = "pyo3";
  private static final String OPTION = "gil_used";

  private final Version optionSince;
  private final Version unusedByDefaultSince;

  ModuleTurnsGilOn(Facts facts) {
    optionSince = version(facts, "free-threading.gil-used-option-since");
    unusedByDefaultSince = version(facts, "free-threading.gil-unused-by-default-since");
  }

  private static Version version(Facts facts, String key) {
    return Version.parse(facts.version(key)).orElseThrow();
  }

  @Override
  public String id() {
    return "module-turns-gil-on";
  }

  @Override
  public String topic() {
    return "gil-re-enabled";
  }

  @Override
  public String question() {
    return "Does free-threaded Python stay free of the GIL when it imports the module?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examineWithPyproject(snapshot, this::examine);
  }

  /**
   * That the project means its module for free-threaded Python.
   *
   * @param promised whether users are told so or get a wheel, rather than that it is tried
   */
  private record Intent(Located<String> at, boolean promised) {
    String words() {
      return promised ? "The project is made for" : "The project is built or tried with";
    }

    String evidence() {
      return place(at.location()) + ": " + at.value();
    }
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    List<Finding> findings = new ArrayList<>();
    for (CargoPackage cargo : workspace.members()) {
      List<ExtensionModule> wanted =
          project.extensionModules().stream()
              .filter(module -> module.cargoManifest().equals(cargo.manifest()))
              .toList();
      Optional<CargoTarget> library = cargo.library();
      Optional<Intent> intent = intent(project, cargo);
      Optional<Dependency> pyo3 = cargo.dependenciesOn(CRATE).findFirst();
      if (!wanted.isEmpty() && library.isPresent() && intent.isPresent() && pyo3.isPresent()) {
        Pyo3Version.of(workspace, pyo3.get())
            .flatMap(version -> examine(library.get(), wanted, intent.get(), version))
            .ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** What continuous integration tries counts where only one module can be meant. */
  private static Optional<Intent> intent(Project project, CargoPackage cargo) {
    Optional<Intent> promised =
        project.pyprojects().stream()
            .filter(each -> each.cargoManifest().equals(Optional.of(cargo.manifest())))
            .map(PyProject::freeThreading)
            .flatMap(List::stream)
            .findFirst()
            .map(at -> new Intent(at, true));
    boolean alone =
        project.extensionModules().stream().map(ExtensionModule::cargoManifest).distinct().count()
            == 1;
    return promised.or(
        () ->
            project.freeThreadedRuns().stream()
                .filter(_ -> alone)
                .findFirst()
                .map(at -> new Intent(at, false)));
  }

  private Optional<Finding> examine(
      CargoTarget library, List<ExtensionModule> wanted, Intent intent, Pyo3Version version) {
    if (version.range().atLeast(optionSince) == Truth.FALSE) {
      return Optional.of(tooOld(intent, version));
    }
    Optional<PythonItem> module = module(library, wanted);
    if (module.isEmpty() || declaresItself(library)) {
      return Optional.empty();
    }
    List<MacroOption> said =
        module.get().options().stream().filter(each -> each.name().equals(OPTION)).toList();
    if (said.size() > 1 || said.stream().anyMatch(MacroOption::conditional)) {
      return Optional.empty();
    }
    Optional<String> value = said.stream().flatMap(each -> each.value().stream()).findFirst();
    boolean declared = value.equals(Optional.of("true"));
    Truth unusedByDefault = version.range().atLeast(unusedByDefaultSince);
    boolean byDefault =
        value.isEmpty()
            && unusedByDefault == Truth.FALSE
            && version.range().atLeast(optionSince) == Truth.TRUE;
    return declared || byDefault
        ? Optional.of(turnsOn(module.get(), intent, version, declared))
        : Optional.empty();
  }

  /** The one that Python starts. */
  private static Optional<PythonItem> module(CargoTarget library, List<ExtensionModule> wanted) {
    Set<String> names =
        wanted.stream()
            .flatMap(each -> each.names().stream())
            .map(name -> name.substring(name.lastIndexOf('.') + 1).replace('-', '_'))
            .collect(Collectors.toSet());
    List<PythonItem> named =
        library.files().stream()
            .flatMap(file -> file.python().stream())
            .flatMap(PythonSources::items)
            .filter(item -> item.macroName().equals("pymodule"))
            .filter(item -> item.place() == PythonItem.Place.MODULE && item.conditions().isEmpty())
            .filter(item -> names.contains(item.values("name").findFirst().orElse(item.name())))
            .toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /** Whether the module is told by a method call. */
  private static boolean declaresItself(CargoTarget library) {
    return library.files().stream()
        .flatMap(file -> file.api().stream())
        .flatMap(code -> code.uses().stream())
        .anyMatch(
            use -> use.form() == ApiUse.Form.METHOD_WITH_BOOLEAN && use.name().equals(OPTION));
  }

  private Finding turnsOn(PythonItem module, Intent intent, Pyo3Version version, boolean declared) {
    List<String> evidence = new ArrayList<>();
    evidence.add(intent.evidence());
    evidence.add(
        declared
            ? place(module.macroAt()) + ": the module says `gil_used = true`"
            : place(module.macroAt())
                + ": the module says nothing, and before PyO3 "
                + unusedByDefaultSince.series()
                + " that means `gil_used = true`");
    evidence.add(version.evidence());
    return finding(
        intent,
        "%s free-threaded Python, but importing `%s` turns its GIL on"
            .formatted(intent.words(), module.values("name").findFirst().orElse(module.name())),
        module.macroAt(),
        evidence,
        "Write `#[pymodule(gil_used = false)]` once the `unsafe` parts are known to be safe"
            + " without the lock");
  }

  private Finding tooOld(Intent intent, Pyo3Version version) {
    return finding(
        intent,
        "%s free-threaded Python, but PyO3 builds for it since %s only"
            .formatted(intent.words(), optionSince.series()),
        intent.at().location(),
        List.of(intent.evidence(), version.evidence()),
        "Update PyO3 to " + unusedByDefaultSince.series() + " or newer");
  }

  private Finding finding(
      Intent intent, String message, Location at, List<String> evidence, String fix) {
    return new Finding(
        id(),
        topic(),
        intent.promised() ? Severity.WARNING : Severity.HINT,
        message,
        Optional.of(at),
        evidence,
        Optional.of(new Fix(fix, Fix.Grade.MANUAL, List.of())));
  }

  private static String place(Location at) {
    return at.file() + ":" + at.line();
  }
}
