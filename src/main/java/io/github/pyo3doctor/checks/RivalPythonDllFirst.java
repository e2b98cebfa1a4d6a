package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.checks.DllSearch.Rule;
import io.github.pyo3doctor.checks.DllSearch.Verdict;
import io.github.pyo3doctor.snapshot.BuiltBinary;
import io.github.pyo3doctor.snapshot.PythonInstallation;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A Windows program gets the Python DLL of another Python than the one it was built for. */
public final class RivalPythonDllFirst implements Check {
  @Override
  public String id() {
    return "rival-python-dll-first";
  }

  @Override
  public String topic() {
    return "windows-dll-not-found";
  }

  @Override
  public String question() {
    return "Does Windows take the right Python DLL?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.MACHINE, Part.BUILT);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return PythonDllsSeen.onWindows(
        snapshot,
        loader ->
            loader.binaries().isEmpty()
                ? new Outcome.NotApplicable("no program that needs a Python DLL is built here")
                : examine(loader, builtFor(snapshot, loader)));
  }

  /**
   * A configuration file or a cross build names a Python that is not looked for on this machine.
   */
  private static Optional<PythonInstallation> builtFor(Snapshot snapshot, WindowsLoader loader) {
    boolean elsewhere =
        snapshot.machine().variables().stream()
            .map(variable -> variable.name())
            .anyMatch(name -> name.equals("PYO3_CONFIG_FILE") || name.startsWith("PYO3_CROSS"));
    return elsewhere ? Optional.empty() : loader.interpreters().stream().findFirst();
  }

  private Outcome examine(WindowsLoader loader, Optional<PythonInstallation> built) {
    WindowsDllSearch search = new WindowsDllSearch(loader);
    Map<RivalPythonDll, List<BuiltBinary>> rivals = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (BuiltBinary program : loader.binaries()) {
      for (String dll : program.pythonImports()) {
        switch (search.find(dll, program).verdict()) {
          case Verdict.Loads loads ->
              RivalPythonDll.in(loader, built, program, loads)
                  .ifPresent(
                      rival -> rivals.computeIfAbsent(rival, _ -> new ArrayList<>()).add(program));
          case Verdict.Unknown(String reason) -> unknown.add(reason);
          case Verdict.NotFound _, Verdict.WrongArchitecture _ -> {}
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    rivals.forEach((rival, programs) -> findings.add(finding(loader, built, rival, programs)));
    return PythonDllsSeen.outcome(findings, unknown);
  }

  private Finding finding(
      WindowsLoader loader,
      Optional<PythonInstallation> built,
      RivalPythonDll rival,
      List<BuiltBinary> programs) {
    BuiltBinary first = programs.getFirst();
    String dll = WindowsPaths.name(rival.path());
    DllSearch search = new WindowsDllSearch(loader).find(dll, first);
    PythonDllsSeen seen = new PythonDllsSeen(loader);
    List<String> evidence = new ArrayList<>(PythonDllsSeen.needs(programs));
    evidence.addAll(search.lines());
    for (PythonInstallation python : seen.installationsWith(dll, first.architecture())) {
      evidence.add("%s also lies in %s".formatted(dll, PythonDllsSeen.describe(python)));
    }
    evidence.addAll(seen.onPath());
    boolean onPath = search.steps().getLast().rule() == Rule.PATH;
    return new Finding(
        id(),
        topic(),
        rival.severity(),
        "%s gets %s, %s"
            .formatted(PythonDllsSeen.name(programs), rival.path(), rival.consequence()),
        Optional.empty(),
        List.copyOf(evidence),
        Optional.of(new Fix(remedy(built, rival, onPath), Fix.Grade.MANUAL, List.of())));
  }

  /** On PATH the order decides; what comes before all of PATH has to go, or to be forestalled. */
  private static String remedy(
      Optional<PythonInstallation> built, RivalPythonDll rival, boolean onPath) {
    String home =
        built.map(PythonInstallation::home).orElse("the folder of the Python you build for");
    String dll = WindowsPaths.name(rival.path());
    return onPath
        ? "Put %s on PATH before %s and open a new terminal, or copy `%s` beside the program"
            .formatted(home, WindowsPaths.parent(rival.path()), dll)
        : "Take %s away (it comes before all of PATH), or copy the one of %s beside the program"
            .formatted(rival.path(), home);
  }
}
