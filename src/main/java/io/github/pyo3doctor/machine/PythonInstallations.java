package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.snapshot.DllDirectory;
import io.github.pyo3doctor.snapshot.PythonDll;
import io.github.pyo3doctor.snapshot.PythonDllNames;
import io.github.pyo3doctor.snapshot.PythonInstallation;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Pythons that PyO3's build script could take, in its order ({@code find_interpreter} of
 * pyo3-build-config): {@code PYO3_PYTHON}; {@code VIRTUAL_ENV} or {@code CONDA_PREFIX}, neither
 * when both are set; {@code PATH}. None is run.
 */
final class PythonInstallations {
  private static final int LONGEST_CONFIG = 1 << 16;

  private final WindowsDisk disk;
  private final DllDirectories directories;
  private final Map<String, String> environment;
  private final List<String> path;
  private final String currentDirectory;

  /**
   * @param environment variables by name in upper case
   * @param path the entries of {@code PATH}
   */
  PythonInstallations(
      WindowsDisk disk,
      DllDirectories directories,
      Map<String, String> environment,
      List<String> path,
      String currentDirectory) {
    this.disk = disk;
    this.directories = directories;
    this.environment = environment;
    this.path = path;
    this.currentDirectory = currentDirectory;
  }

  /** Those that exist, each once, the one that is taken first. */
  List<PythonInstallation> find() {
    Map<String, String> found = new LinkedHashMap<>();
    String chosen = environment.getOrDefault("PYO3_PYTHON", "");
    if (!chosen.isBlank()) {
      located(chosen).forEach(executable -> found.putIfAbsent(executable, "PYO3_PYTHON"));
    }
    String venv = environment.getOrDefault("VIRTUAL_ENV", "");
    String conda = environment.getOrDefault("CONDA_PREFIX", "");
    if (!venv.isEmpty() && conda.isEmpty()) {
      keep(found, WindowsPaths.child(venv, "Scripts\\python.exe"), "VIRTUAL_ENV");
    } else if (venv.isEmpty() && !conda.isEmpty()) {
      keep(found, WindowsPaths.child(conda, "python.exe"), "CONDA_PREFIX");
    }
    for (String command : List.of("python.exe", "python3.exe")) {
      for (String executable : located(command)) {
        found.putIfAbsent(executable, "PATH");
      }
    }
    List<PythonInstallation> installations = new ArrayList<>();
    found.forEach((executable, foundBy) -> installations.add(describe(executable, foundBy)));
    return List.copyOf(installations);
  }

  /** A path as it is; a bare command wherever PATH has it. */
  private List<String> located(String command) {
    Map<String, String> found = new LinkedHashMap<>();
    boolean isPath = command.contains("\\") || command.contains("/");
    String name = WindowsPaths.name(command.replace('/', '\\'));
    String file = name.contains(".") ? command : command + ".exe";
    if (isPath) {
      keep(found, file, command);
    } else {
      path.forEach(folder -> keep(found, WindowsPaths.child(folder, file), command));
    }
    return List.copyOf(found.keySet());
  }

  private void keep(Map<String, String> found, String written, String foundBy) {
    String executable = WindowsPaths.full(written, currentDirectory);
    boolean known = found.keySet().stream().anyMatch(executable::equalsIgnoreCase);
    if (!known && disk.find(executable).filter(PythonInstallations::isProgram).isPresent()) {
      found.put(executable, foundBy);
    }
  }

  /** The shop's python.exe, which only opens a window, has no length. */
  private static boolean isProgram(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) > 0;
    } catch (IOException e) {
      return false;
    }
  }

  private PythonInstallation describe(String executable, String foundBy) {
    String folder = WindowsPaths.parent(executable);
    String home = baseOf(folder).or(() -> baseOf(WindowsPaths.parent(folder))).orElse(folder);
    return new PythonInstallation(executable, foundBy, home, dllOf(directories.look(home)));
  }

  /**
   * The {@code home} of a {@code pyvenv.cfg} in that folder: where the base Python's executable and
   * DLLs lie.
   */
  private Optional<String> baseOf(String folder) {
    return disk.find(WindowsPaths.child(folder, "pyvenv.cfg")).stream()
        .flatMap(config -> TextFiles.beginning(config, LONGEST_CONFIG).lines())
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2 && pair[0].strip().equalsIgnoreCase("home"))
        .map(pair -> WindowsPaths.full(pair[1].strip(), folder))
        .findFirst();
  }

  private static Optional<String> dllOf(DllDirectory home) {
    List<PythonDll> versioned =
        home.dlls().stream().filter(dll -> PythonDllNames.isVersioned(dll.name())).toList();
    if (versioned.size() == 1) {
      return Optional.of(versioned.getFirst().name());
    }
    return home.dlls().stream()
        .filter(dll -> PythonDllNames.isStable(dll.name()))
        .flatMap(dll -> dll.forwardsTo().stream())
        .filter(name -> home.dll(name).isPresent())
        .findFirst();
  }
}
