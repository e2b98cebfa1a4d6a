package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.binary.PeExport;
import io.github.pyo3doctor.binary.PeFile;
import io.github.pyo3doctor.binary.PeReader;
import io.github.pyo3doctor.snapshot.DllDirectory;
import io.github.pyo3doctor.snapshot.PythonDll;
import io.github.pyo3doctor.snapshot.PythonDllNames;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Directories that were looked into for Python DLLs, each once. */
final class DllDirectories {
  private final WindowsDisk disk;
  private final String currentDirectory;
  private final Map<String, DllDirectory> seen = new LinkedHashMap<>();
  private final Map<String, Set<String>> exports = new LinkedHashMap<>();

  DllDirectories(WindowsDisk disk, String currentDirectory) {
    this.disk = disk;
    this.currentDirectory = currentDirectory;
  }

  /** What a directory holds; a missing or unreadable one is recorded as such. */
  DllDirectory look(String written) {
    String path = WindowsPaths.full(written, currentDirectory);
    String key = path.toLowerCase(Locale.ROOT);
    DllDirectory known = seen.get(key);
    if (known != null) {
      return known;
    }
    DllDirectory directory = list(path);
    seen.put(key, directory);
    return directory;
  }

  /** Every directory looked into so far, in that order. */
  List<DllDirectory> all() {
    return List.copyOf(seen.values());
  }

  /** The names that each readable Python DLL seen so far exports, by its full path. */
  Map<String, Set<String>> exports() {
    return exports;
  }

  private DllDirectory list(String path) {
    if (!disk.hasDriveOf(path)) {
      return new DllDirectory(path, false, Optional.of("its drive is not mapped"), List.of());
    }
    Optional<Path> folder = disk.find(path).filter(Files::isDirectory);
    if (folder.isEmpty()) {
      return new DllDirectory(path, false, Optional.empty(), List.of());
    }
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(
            folder.get(), entry -> PythonDllNames.matches(entry.getFileName().toString()))) {
      List<PythonDll> dlls = new ArrayList<>();
      for (Path entry : entries) {
        if (!Files.isDirectory(entry)) {
          dlls.add(read(path, entry));
        }
      }
      dlls.sort(Comparator.comparing(PythonDll::name));
      return new DllDirectory(path, true, Optional.empty(), List.copyOf(dlls));
    } catch (AccessDeniedException e) {
      return new DllDirectory(path, true, Optional.of("permission denied"), List.of());
    } catch (IOException e) {
      return new DllDirectory(path, true, Optional.of(reason(e)), List.of());
    } catch (DirectoryIteratorException e) {
      return new DllDirectory(path, true, Optional.of(reason(e.getCause())), List.of());
    }
  }

  private PythonDll read(String folder, Path file) {
    String name = file.getFileName().toString();
    try {
      PeFile pe = new PeReader().read(file);
      if (!pe.dll()) {
        return new PythonDll(name, Optional.empty(), Optional.empty());
      }
      Set<String> names = new TreeSet<>();
      pe.exports().forEach(export -> names.add(export.name()));
      exports.put(WindowsPaths.child(folder, name), names);
      return new PythonDll(name, pe.architecture(), forwardsTo(pe.exports()));
    } catch (IOException e) {
      return new PythonDll(name, Optional.empty(), Optional.empty());
    }
  }

  private static Optional<String> forwardsTo(List<PeExport> exports) {
    return exports.stream()
        .flatMap(export -> export.forwardsTo().stream())
        .filter(PythonDllNames::matches)
        .findFirst();
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
