package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The {@code python.exe} whose process imports a module: that of the installation or virtual
 * environment it lies in, else the first on PATH. The one in a virtual environment starts the one
 * that its {@code pyvenv.cfg} names as {@code home}.
 */
final class ImportingPython {
  private static final int LONGEST_SETTINGS = 1 << 16;

  private final WindowsFiles files;
  private final WindowsLoader loader;

  ImportingPython(WindowsFiles files, WindowsLoader loader) {
    this.files = files;
    this.loader = loader;
  }

  Optional<String> of(String module) {
    String folder = WindowsPaths.parent(module);
    while (true) {
      Optional<String> here = in(folder);
      String above = WindowsPaths.parent(folder);
      if (here.isPresent()) {
        return here;
      }
      if (above.equals(folder)) {
        break;
      }
      folder = above;
    }
    return loader.path().stream()
        .map(entry -> WindowsPaths.full(entry, loader.currentDirectory()))
        .flatMap(entry -> in(entry).stream())
        .findFirst();
  }

  private Optional<String> in(String folder) {
    return home(folder)
        .or(
            () ->
                folder.toLowerCase(java.util.Locale.ROOT).endsWith("\\scripts")
                    ? home(WindowsPaths.parent(folder))
                    : Optional.empty())
        .or(() -> Optional.of(folder))
        .map(place -> WindowsPaths.child(place, "python.exe"))
        .filter(program -> files.find(program).filter(Files::isRegularFile).isPresent());
  }

  private Optional<String> home(String folder) {
    return files.find(WindowsPaths.child(folder, "pyvenv.cfg")).flatMap(ImportingPython::home);
  }

  private static Optional<String> home(Path settings) {
    try {
      if (Files.size(settings) > LONGEST_SETTINGS) {
        return Optional.empty();
      }
      try (BufferedReader lines = Files.newBufferedReader(settings, StandardCharsets.UTF_8)) {
        return lines
            .lines()
            .filter(line -> line.matches("home\\s*=.*"))
            .map(line -> line.substring(line.indexOf('=') + 1).strip())
            .findFirst();
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
