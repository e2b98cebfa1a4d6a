package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.checks.DllSearch.Verdict;
import io.github.pyo3doctor.snapshot.Architecture;
import io.github.pyo3doctor.snapshot.BuiltBinary;
import io.github.pyo3doctor.snapshot.PythonInstallation;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  public String question() {
    return "Will Windows find the Python DLL?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.PROJECT, Part.MACHINE, Part.BUILT);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return PythonDllsSeen.onWindows(
        snapshot,
        loader ->
            loader.binaries().isEmpty()
                ? new PythonDllBeforeBuilding(this, loader).examine(snapshot.project())
                : examine(loader));
  }

  /** A DLL that cannot be had, and for whom. */
  private record Need(String dll, Architecture architecture) {}

  private Outcome examine(WindowsLoader loader) {
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
    return PythonDllsSeen.outcome(findings, unknown);
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
    List<String> evidence = new ArrayList<>(PythonDllsSeen.needs(programs));
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
        Optional.of(
            new Fix(remedy(need.dll(), need.architecture(), homes), Fix.Grade.MANUAL, List.of())));
  }

  private static String status(Verdict verdict) {
    return verdict instanceof Verdict.WrongArchitecture
        ? "STATUS_INVALID_IMAGE_FORMAT (0xC000007B)"
        : "STATUS_DLL_NOT_FOUND (0xC0000135)";
  }

  static String remedy(String dll, Architecture architecture, List<PythonInstallation> homes) {
    return homes.isEmpty()
        ? "Install the Python (%s) that brings `%s`, add its folder to PATH and open a new terminal"
            .formatted(architecture.word(), dll)
        : "Add %s to PATH and open a new terminal, or copy `%s` from there beside the program"
            .formatted(homes.getFirst().home(), dll);
  }
}
