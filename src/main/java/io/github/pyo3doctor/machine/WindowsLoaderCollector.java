package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.snapshot.BuiltBinary;
import io.github.pyo3doctor.snapshot.PythonInstallation;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Lists the Python DLLs wherever the Windows loader would look for them. */
final class WindowsLoaderCollector {
  private final Map<String, String> environment = new TreeMap<>();
  private final WindowsDisk disk;
  private final Consumer<String> progress;

  WindowsLoaderCollector(
      Map<String, String> environment, WindowsDisk disk, Consumer<String> progress) {
    environment.forEach(
        (name, value) -> this.environment.put(name.toUpperCase(Locale.ROOT), value));
    this.disk = disk;
    this.progress = progress;
  }

  WindowsLoader collect(Optional<Path> project, Path startedIn) {
    String windows = environment.getOrDefault("SYSTEMROOT", "C:\\Windows");
    String system = WindowsPaths.child(windows, "System32");
    String system16 = WindowsPaths.child(windows, "System");
    String wow64 = WindowsPaths.child(windows, "SysWOW64");
    String current = disk.windowsPath(project.orElse(startedIn)).orElse(windows);
    List<String> path = PathVariable.split(environment.getOrDefault("PATH", ""));
    DllDirectories directories = new DllDirectories(disk, current);
    progress.accept("system folders");
    List.of(system, system16, windows).forEach(directories::look);
    boolean hasWow64 = directories.look(wow64).exists();
    progress.accept("PATH");
    directories.look(current);
    path.forEach(directories::look);
    progress.accept("Python installations");
    List<PythonInstallation> interpreters =
        new PythonInstallations(disk, directories, environment, path, current).find();
    progress.accept("built programs");
    List<BuiltBinary> binaries =
        project
            .flatMap(this::targetFolder)
            .map(target -> new BuiltPrograms(disk, directories).in(target))
            .orElse(List.of());
    return new WindowsLoader(
        true,
        system,
        hasWow64 ? Optional.of(wow64) : Optional.empty(),
        system16,
        windows,
        current,
        path,
        directories.all(),
        interpreters,
        binaries);
  }

  private Optional<Path> targetFolder(Path project) {
    String elsewhere = environment.getOrDefault("CARGO_TARGET_DIR", "");
    if (elsewhere.isBlank()) {
      return Optional.of(project.resolve("target")).filter(Files::isDirectory);
    }
    return disk.windowsPath(project)
        .map(root -> WindowsPaths.full(elsewhere, root))
        .flatMap(disk::find)
        .filter(Files::isDirectory);
  }
}
