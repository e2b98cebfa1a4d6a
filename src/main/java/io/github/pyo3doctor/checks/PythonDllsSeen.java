package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Architecture;
import io.github.pyo3doctor.snapshot.BuiltBinary;
import io.github.pyo3doctor.snapshot.DllDirectory;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.PythonDll;
import io.github.pyo3doctor.snapshot.PythonInstallation;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What the checks of the Windows loader say alike about the Python DLLs and programs of a machine.
 */
final class PythonDllsSeen {
  private final WindowsLoader loader;

  PythonDllsSeen(WindowsLoader loader) {
    this.loader = loader;
  }

  /** Asks a question that only arises on Windows. */
  static Outcome onWindows(Snapshot snapshot, Function<WindowsLoader, Outcome> question) {
    if (snapshot.machine().os() != OperatingSystem.WINDOWS) {
      return new Outcome.NotApplicable("the machine does not run Windows");
    }
    return snapshot
        .machine()
        .windows()
        .map(question)
        .orElseGet(
            () ->
                new Outcome.Unknown("the directories of this Windows machine were not looked at"));
  }

  /** What was found; if nothing, whether something could not be seen. */
  static Outcome outcome(List<Finding> findings, List<String> unknown) {
    return findings.isEmpty() && !unknown.isEmpty()
        ? new Outcome.Unknown(unknown.getFirst())
        : Outcome.of(findings);
  }

  /** The Pythons that hold a DLL of that name for that architecture. */
  List<PythonInstallation> installationsWith(String dll, Architecture architecture) {
    return loader.interpreters().stream()
        .filter(
            python ->
                loader
                    .directory(python.home())
                    .flatMap(home -> home.dll(dll))
                    .flatMap(PythonDll::architecture)
                    .filter(architecture::equals)
                    .isPresent())
        .toList();
  }

  /** Every Python DLL on PATH, in order, one line each. */
  List<String> onPath() {
    Set<String> lines = new LinkedHashSet<>();
    for (String entry : loader.path()) {
      List<PythonDll> dlls = loader.directory(entry).map(DllDirectory::dlls).orElse(List.of());
      for (PythonDll dll : dlls) {
        lines.add("on PATH: " + describe(WindowsPaths.child(entry, dll.name()), dll));
      }
    }
    return List.copyOf(lines);
  }

  /** A DLL with what is known of it. */
  static String describe(String path, PythonDll dll) {
    String architecture =
        dll.architecture().map(Architecture::word).orElse("not readable as a DLL");
    return dll.forwardsTo()
        .map(target -> "%s (%s, stands for %s)".formatted(path, architecture, target))
        .orElseGet(() -> "%s (%s)".formatted(path, architecture));
  }

  /** Where a Python is and why it counts. */
  static String describe(PythonInstallation python) {
    return "%s (%s, found by %s)".formatted(python.home(), python.executable(), python.foundBy());
  }

  /** The first program by name, and how many others. */
  static String name(List<BuiltBinary> programs) {
    String first = "`%s`".formatted(WindowsPaths.name(programs.getFirst().path()));
    return switch (programs.size()) {
      case 1 -> first;
      case 2 -> first + " and another program";
      default -> "%s and %d other programs".formatted(first, programs.size() - 1);
    };
  }

  /** One line on each program: what it asks for. */
  static List<String> needs(List<BuiltBinary> programs) {
    List<String> lines = new ArrayList<>();
    for (BuiltBinary program : programs) {
      lines.add(
          "%s (%s) needs %s"
              .formatted(
                  program.path(),
                  program.architecture().word(),
                  String.join(", ", program.pythonImports())));
    }
    return lines;
  }
}
