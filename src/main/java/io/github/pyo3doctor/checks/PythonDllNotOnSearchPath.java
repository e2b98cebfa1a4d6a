package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.checks.DllSearch.Verdict;
import io.github.pyo3doctor.checks.ProgramsThatStartPython.Sign;
import io.github.pyo3doctor.snapshot.Architecture;
import io.github.pyo3doctor.snapshot.BuiltBinary;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.PythonDll;
import io.github.pyo3doctor.snapshot.PythonInstallation;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Windows program that was built cannot start, since no directory the loader searches has the
 * Python DLL it needs.
 */
public final class PythonDllNotOnSearchPath implements Check {
  @Override
  public String id() {
    return "python-dll-not-on-search-path";
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
    return loader.binaries().isEmpty() ? fromSource(snapshot, loader) : fromPrograms(loader);
  }

  /** A DLL that cannot be had, and for whom. */
  private record Need(String dll, Architecture architecture) {}

  private Outcome fromPrograms(WindowsLoader loader) {
    WindowsDllSearch search = new WindowsDllSearch(loader);
    Map<Need, List<BuiltBinary>> unmet = new LinkedHashMap<>();
    List<String> unknown = new ArrayList<>();
    for (BuiltBinary program : loader.binaries()) {
      for (String dll : program.pythonImports()) {
        DllSearch last = follow(search, dll, program);
        switch (last.verdict()) {
          case Verdict.Loads _ -> {}
          case Verdict.NotFound _, Verdict.WrongArchitecture _ ->
              unmet
                  .computeIfAbsent(
                      new Need(last.dll(), program.architecture()), _ -> new ArrayList<>())
                  .add(program);
          case Verdict.Unknown(String reason) -> unknown.add(reason);
        }
      }
    }
    List<Finding> findings = new ArrayList<>();
    unmet.forEach((need, programs) -> findings.add(finding(loader, search, need, programs)));
    return findings.isEmpty() && !unknown.isEmpty()
        ? new Outcome.Unknown(unknown.getFirst())
        : Outcome.of(findings);
  }

  /**
   * The search for a DLL, or for the one it stands for: {@code python3.dll} only hands every call
   * on.
   */
  private static DllSearch follow(WindowsDllSearch search, String dll, BuiltBinary program) {
    DllSearch first = search.find(dll, program);
    return first.verdict() instanceof Verdict.Loads loads && loads.dll().forwardsTo().isPresent()
        ? search.find(loads.dll().forwardsTo().get(), program)
        : first;
  }

  private Finding finding(
      WindowsLoader loader, WindowsDllSearch search, Need need, List<BuiltBinary> programs) {
    BuiltBinary first = programs.getFirst();
    DllSearch failed = search.find(need.dll(), first);
    String who = PythonDllsSeen.name(programs);
    String message =
        failed.verdict() instanceof Verdict.WrongArchitecture
            ? "%s cannot start: every `%s` that Windows finds is for another processor than %s"
                .formatted(who, need.dll(), need.architecture().word())
            : "%s cannot start: no directory that Windows searches holds `%s`"
                .formatted(who, need.dll());
    List<PythonInstallation> homes =
        new PythonDllsSeen(loader).installationsWith(need.dll(), need.architecture());
    List<String> evidence = new ArrayList<>();
    for (BuiltBinary program : programs) {
      evidence.add(
          "%s (%s) needs %s"
              .formatted(
                  program.path(),
                  program.architecture().word(),
                  String.join(", ", program.pythonImports())));
    }
    evidence.addAll(failed.lines());
    evidence.add("Windows then stops the program with " + status(failed.verdict()));
    homes.forEach(
        home -> evidence.add("%s lies in %s".formatted(need.dll(), PythonDllsSeen.describe(home))));
    return new Finding(
        id(),
        topic(),
        Severity.ERROR,
        message,
        Optional.empty(),
        List.copyOf(evidence),
        Optional.of(new Fix(remedy(need, homes), Fix.Grade.MANUAL, List.of())));
  }

  private static String status(Verdict verdict) {
    return verdict instanceof Verdict.WrongArchitecture
        ? "STATUS_INVALID_IMAGE_FORMAT (0xC000007B)"
        : "STATUS_DLL_NOT_FOUND (0xC0000135)";
  }

  /**
   * Before anything is built: whether the Python that PyO3 will build for can be found at run time.
   */
  private Outcome fromSource(Snapshot snapshot, WindowsLoader loader) {
    List<Sign> signs = snapshot.project().map(ProgramsThatStartPython::in).orElse(List.of());
    if (signs.isEmpty()) {
      return new Outcome.NotApplicable("no program that needs a Python DLL is built here");
    }
    Optional<PythonInstallation> python = loader.interpreters().stream().findFirst();
    Optional<PythonDll> dll =
        python.flatMap(
            it -> it.dll().flatMap(name -> loader.directory(it.home()).flatMap(d -> d.dll(name))));
    if (python.isEmpty() || dll.isEmpty() || dll.get().architecture().isEmpty()) {
      return new Outcome.Unknown("no Python with a readable DLL was found on this machine");
    }
    Need need = new Need(dll.get().name(), dll.get().architecture().get());
    DllSearch search =
        new WindowsDllSearch(loader).find(need.dll(), Optional.empty(), need.architecture());
    return switch (search.verdict()) {
      case Verdict.Loads _ -> new Outcome.Passed();
      case Verdict.Unknown(String reason) -> new Outcome.Unknown(reason);
      case Verdict.NotFound _, Verdict.WrongArchitecture _ ->
          Outcome.of(signs.stream().map(sign -> hint(sign, need, python.get(), search)).toList());
    };
  }

  private Finding hint(Sign sign, Need need, PythonInstallation python, DllSearch search) {
    List<String> evidence = new ArrayList<>(search.lines());
    evidence.add("%s lies in %s".formatted(need.dll(), PythonDllsSeen.describe(python)));
    return new Finding(
        id(),
        topic(),
        Severity.HINT,
        "Once built, %s will find `%s` only if it lies beside it: no directory on PATH holds it"
            .formatted(sign.what(), need.dll()),
        Optional.of(sign.at()),
        List.copyOf(evidence),
        Optional.of(new Fix(remedy(need, List.of(python)), Fix.Grade.MANUAL, List.of())));
  }

  private static String remedy(Need need, List<PythonInstallation> homes) {
    return homes.isEmpty()
        ? "Install the Python (%s) that brings `%s`, add its folder to PATH and open a new terminal"
            .formatted(need.architecture().word(), need.dll())
        : "Add %s to PATH and open a new terminal, or copy `%s` from there beside the program"
            .formatted(homes.getFirst().home(), need.dll());
  }
}
