package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.checks.DllSearch.Rule;
import io.github.pyo3doctor.checks.DllSearch.Verdict;
import io.github.pyo3doctor.snapshot.BuiltBinary;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.PythonInstallation;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  public Outcome examine(Snapshot snapshot) {
    if (snapshot.machine().os() != OperatingSystem.WINDOWS) {
      return new Outcome.NotApplicable("the machine does not run Windows");
    }
    if (snapshot.machine().windows().isEmpty()) {
      return new Outcome.Unknown("the directories of this Windows machine were not looked at");
    }
    WindowsLoader loader = snapshot.machine().windows().get();
    return loader.binaries().isEmpty()
        ? new Outcome.NotApplicable("no program that needs a Python DLL was built here yet")
        : examine(loader);
  }

  /** A DLL that is taken although it should not be, and how bad that is. */
  private record Rival(String path, Severity severity, String consequence) {}

  private Outcome examine(WindowsLoader loader) {
    WindowsDllSearch search = new WindowsDllSearch(loader);
    Map<Rival, List<BuiltBinary>> rivals = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (BuiltBinary program : loader.binaries()) {
      for (String dll : program.pythonImports()) {
        DllSearch result = search.find(dll, program);
        switch (result.verdict()) {
          case Verdict.Loads loads ->
              rival(loader, program, loads)
                  .ifPresent(
                      rival -> rivals.computeIfAbsent(rival, _ -> new ArrayList<>()).add(program));
          case Verdict.Unknown(String reason) -> unknown.add(reason);
          case Verdict.NotFound _, Verdict.WrongArchitecture _ -> {}
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    rivals.forEach((rival, programs) -> findings.add(finding(loader, search, rival, programs)));
    return findings.isEmpty() && !unknown.isEmpty()
        ? new Outcome.Unknown(unknown.getFirst())
        : Outcome.of(findings);
  }

  private static Optional<Rival> rival(
      WindowsLoader loader, BuiltBinary program, Verdict.Loads loads) {
    List<String> missing = program.missingIn(loads.path());
    if (!missing.isEmpty()) {
      return Optional.of(
          new Rival(
              loads.path(),
              Severity.ERROR,
              "which lacks `%s` (STATUS_ENTRYPOINT_NOT_FOUND, 0xC0000139)"
                  .formatted(missing.getFirst())));
    }
    Optional<PythonInstallation> intended = intended(loader, program, loads);
    if (intended.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> standsFor = loads.dll().forwardsTo();
    boolean otherVersion =
        standsFor.isPresent()
            && intended.get().dll().isPresent()
            && !standsFor.get().equalsIgnoreCase(intended.get().dll().get());
    if (otherVersion) {
      return Optional.of(
          new Rival(
              loads.path(),
              Severity.WARNING,
              "which stands for `%s`; the Python it was built with has `%s`"
                  .formatted(standsFor.get(), intended.get().dll().get())));
    }
    // A copy beside the program was put there on purpose.
    return loads.step().rule() == Rule.PROGRAM
        ? Optional.empty()
        : Optional.of(
            new Rival(
                loads.path(),
                Severity.HINT,
                "so it sees the packages of that Python, not those of %s"
                    .formatted(intended.get().home())));
  }

  /**
   * The Python that PyO3's build script takes, if it has the DLL too and it is another one than the
   * loader's.
   */
  private static Optional<PythonInstallation> intended(
      WindowsLoader loader, BuiltBinary program, Verdict.Loads loads) {
    String current = loader.currentDirectory();
    String taken = WindowsPaths.full(loads.step().directory(), current);
    return loader.interpreters().stream()
        .limit(1)
        .filter(python -> !WindowsPaths.full(python.home(), current).equalsIgnoreCase(taken))
        .filter(
            python ->
                new PythonDllsSeen(loader)
                    .installationsWith(loads.dll().name(), program.architecture())
                    .contains(python))
        .findFirst();
  }

  private Finding finding(
      WindowsLoader loader, WindowsDllSearch search, Rival rival, List<BuiltBinary> programs) {
    BuiltBinary first = programs.getFirst();
    String dll = WindowsPaths.name(rival.path());
    DllSearch result = search.find(dll, first);
    PythonDllsSeen seen = new PythonDllsSeen(loader);
    List<String> evidence = new ArrayList<>(PythonDllsSeen.needs(programs, dll));
    evidence.addAll(result.lines());
    for (PythonInstallation python : seen.installationsWith(dll, first.architecture())) {
      evidence.add("%s also lies in %s".formatted(dll, PythonDllsSeen.describe(python)));
    }
    evidence.addAll(seen.onPath());
    return new Finding(
        id(),
        topic(),
        rival.severity(),
        "%s gets %s, %s"
            .formatted(PythonDllsSeen.name(programs), rival.path(), rival.consequence()),
        Optional.empty(),
        List.copyOf(evidence),
        Optional.of(new Fix(remedy(loader, result, dll), Fix.Grade.MANUAL, List.of())));
  }

  /** Only what comes before PATH needs moving away; on PATH the order decides. */
  private static String remedy(WindowsLoader loader, DllSearch result, String dll) {
    Optional<String> home =
        loader.interpreters().stream().findFirst().map(PythonInstallation::home);
    String rival =
        result.verdict() instanceof Verdict.Loads loads ? loads.path() : "the one found first";
    boolean onPath = result.steps().getLast().rule() == Rule.PATH;
    if (home.isEmpty()) {
      return "Put the folder of the Python you built for on PATH before %s and open a new terminal"
          .formatted(WindowsPaths.parent(rival));
    }
    return onPath
        ? "Put %s on PATH before %s and open a new terminal, or copy `%s` beside the program"
            .formatted(home.get(), WindowsPaths.parent(rival), dll)
        : "Take %s away (it comes before all of PATH), or copy the one of %s beside the program"
            .formatted(rival, home.get());
  }
}
