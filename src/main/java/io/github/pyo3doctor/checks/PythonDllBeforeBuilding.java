package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.checks.DllSearch.Verdict;
import io.github.pyo3doctor.checks.ProgramsThatStartPython.Sign;
import io.github.pyo3doctor.snapshot.Architecture;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PythonDll;
import io.github.pyo3doctor.snapshot.PythonInstallation;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Before anything is built: whether the Python that PyO3 will build for could be found at run time.
 */
final class PythonDllBeforeBuilding {
  private final Check check;
  private final WindowsLoader loader;

  PythonDllBeforeBuilding(Check check, WindowsLoader loader) {
    this.check = check;
    this.loader = loader;
  }

  /** At most hints: without a program nobody knows which DLL it will ask for. */
  Outcome examine(Optional<Project> project) {
    List<Sign> signs = project.map(ProgramsThatStartPython::in).orElse(List.of());
    if (signs.isEmpty()) {
      return new Outcome.NotApplicable("no program that needs a Python DLL is built here");
    }
    Optional<PythonInstallation> python = loader.interpreters().stream().findFirst();
    Optional<PythonDll> dll = python.flatMap(this::dllOf);
    Optional<Architecture> architecture = dll.flatMap(PythonDll::architecture);
    if (architecture.isEmpty()) {
      return new Outcome.Unknown("no Python with a readable DLL was found on this machine");
    }
    DllSearch search =
        new WindowsDllSearch(loader).find(dll.get().name(), Optional.empty(), architecture.get());
    return switch (search.verdict()) {
      case Verdict.Loads _ -> new Outcome.Passed();
      case Verdict.Unknown(String reason) -> new Outcome.Unknown(reason);
      case Verdict.NotFound _, Verdict.WrongArchitecture _ ->
          Outcome.of(signs.stream().map(sign -> hint(sign, python.get(), search)).toList());
    };
  }

  private Optional<PythonDll> dllOf(PythonInstallation python) {
    return python
        .dll()
        .flatMap(name -> loader.directory(python.home()).flatMap(home -> home.dll(name)));
  }

  private Finding hint(Sign sign, PythonInstallation python, DllSearch search) {
    List<String> evidence = new ArrayList<>(search.lines());
    evidence.add("%s lies in %s".formatted(search.dll(), PythonDllsSeen.describe(python)));
    String remedy =
        PythonDllNotOnSearchPath.remedy(search.dll(), search.architecture(), List.of(python));
    return new Finding(
        check.id(),
        check.topic(),
        Severity.HINT,
        "Once built, %s will find `%s` only beside itself: no directory on PATH holds it"
            .formatted(sign.what(), search.dll()),
        Optional.of(sign.at()),
        List.copyOf(evidence),
        Optional.of(new Fix(remedy, Fix.Grade.MANUAL, List.of())));
  }
}
