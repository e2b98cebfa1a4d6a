package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Architecture;
import io.github.pyo3doctor.snapshot.BuiltBinary;
import io.github.pyo3doctor.snapshot.DllDirectory;
import io.github.pyo3doctor.snapshot.PythonDll;
import io.github.pyo3doctor.snapshot.PythonInstallation;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the checks of the Windows loader say alike about the Python DLLs and programs of a machine.
 */
final class PythonDllsSeen {
  private final WindowsLoader loader;

  PythonDllsSeen(WindowsLoader loader) {
    this.loader = loader;
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
  static List<String> needs(List<BuiltBinary> programs, String dll) {
    List<String> lines = new ArrayList<>();
    for (BuiltBinary program : programs) {
      lines.add(
          "%s (%s) names %s in its import table"
              .formatted(program.path(), program.architecture().word(), dll));
    }
    return lines;
  }
}
