package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Architecture;
import io.github.pyo3doctor.snapshot.BuiltBinary;
import io.github.pyo3doctor.snapshot.DllDirectory;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.MissingSymbols;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PythonDll;
import io.github.pyo3doctor.snapshot.PythonInstallation;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Windows machine put together for a test: 64-bit, safe search on, no Python, started in {@code
 * C:\proj}.
 */
final class WindowsMachine {
  static final String DEBUG = "C:\\proj\\target\\debug";

  private final Map<String, DllDirectory> directories = new LinkedHashMap<>();
  private final List<String> path = new ArrayList<>();
  private final List<PythonInstallation> interpreters = new ArrayList<>();
  private final List<BuiltBinary> binaries = new ArrayList<>();
  private boolean safeSearch = true;

  WindowsMachine() {
    for (String folder :
        List.of(
            DEBUG,
            "C:\\Windows\\System32",
            "C:\\Windows\\SysWOW64",
            "C:\\Windows\\System",
            "C:\\Windows",
            "C:\\proj")) {
      folder(folder);
    }
  }

  static PythonDll dll(String name, Architecture architecture) {
    return new PythonDll(name, Optional.of(architecture), Optional.empty());
  }

  static PythonDll stable(String standsFor) {
    return new PythonDll("python3.dll", Optional.of(Architecture.X64), Optional.of(standsFor));
  }

  /** A folder that exists, with these DLLs. */
  WindowsMachine folder(String folder, PythonDll... dlls) {
    directories.put(folder, new DllDirectory(folder, true, Optional.empty(), List.of(dlls)));
    return this;
  }

  WindowsMachine missing(String folder) {
    directories.put(folder, new DllDirectory(folder, false, Optional.empty(), List.of()));
    return this;
  }

  WindowsMachine unreadable(String folder) {
    directories.put(
        folder, new DllDirectory(folder, true, Optional.of("permission denied"), List.of()));
    return this;
  }

  WindowsMachine path(String... entries) {
    path.addAll(List.of(entries));
    return this;
  }

  WindowsMachine unsafeSearch() {
    safeSearch = false;
    return this;
  }

  WindowsMachine python(String home, String foundBy, String dll) {
    interpreters.add(
        new PythonInstallation(
            WindowsPaths.child(home, "python.exe"), foundBy, home, Optional.of(dll)));
    return this;
  }

  WindowsMachine program(String name, Architecture architecture, String... imports) {
    return program(name, architecture, List.of(), imports);
  }

  WindowsMachine program(
      String name, Architecture architecture, List<MissingSymbols> missing, String... imports) {
    binaries.add(
        new BuiltBinary(
            WindowsPaths.child(DEBUG, name), DEBUG, architecture, List.of(imports), missing));
    return this;
  }

  WindowsLoader loader() {
    return new WindowsLoader(
        safeSearch,
        "C:\\Windows\\System32",
        Optional.of("C:\\Windows\\SysWOW64"),
        "C:\\Windows\\System",
        "C:\\Windows",
        "C:\\proj",
        List.copyOf(path),
        List.copyOf(directories.values()),
        List.copyOf(interpreters),
        List.copyOf(binaries));
  }

  Snapshot snapshot() {
    return snapshot(Optional.empty());
  }

  Snapshot snapshot(Optional<Project> project) {
    return new Snapshot(
        Snapshot.SCHEMA_VERSION,
        "0.1.0",
        project,
        new Machine(OperatingSystem.WINDOWS, List.of(), Optional.of(loader())));
  }
}
