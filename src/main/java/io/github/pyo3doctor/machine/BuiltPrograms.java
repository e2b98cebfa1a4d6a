package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.binary.PeFile;
import io.github.pyo3doctor.binary.PeImport;
import io.github.pyo3doctor.binary.PeReader;
import io.github.pyo3doctor.files.Folders;
import io.github.pyo3doctor.snapshot.BuiltBinary;
import io.github.pyo3doctor.snapshot.MissingSymbols;
import io.github.pyo3doctor.snapshot.PythonDllNames;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The Windows programs that Cargo has built in a target folder and that need Python. */
final class BuiltPrograms {
  private static final List<String> PROFILES = List.of("debug", "release");
  private static final List<String> FOLDERS = List.of("", "examples", "deps");

  /** Each rebuild leaves its test programs behind; older ones say nothing about now. */
  private static final int NEWEST_PER_NAME = 1;

  private static final int MOST_PER_FOLDER = 100;
  private static final int MOST_SYMBOLS = 20;

  private final WindowsDisk disk;
  private final DllDirectories directories;

  BuiltPrograms(WindowsDisk disk, DllDirectories directories) {
    this.disk = disk;
    this.directories = directories;
  }

  /** The programs below {@code target}, also those built for a target of their own. */
  List<BuiltBinary> in(Path target) {
    List<Path> roots = new ArrayList<>();
    roots.add(target);
    roots.addAll(Folders.in(target, Files::isDirectory));
    List<BuiltBinary> binaries = new ArrayList<>();
    for (Path root : roots) {
      for (String profile : PROFILES) {
        for (String folder : FOLDERS) {
          for (Path program : newest(root.resolve(profile).resolve(folder))) {
            Optional<BuiltBinary> binary = read(program);
            if (binary.isPresent()) {
              binaries.add(binary.get());
              lookWhereCargoPoints(root.resolve(profile));
            }
          }
        }
      }
    }
    return List.copyOf(binaries);
  }

  private static List<Path> newest(Path folder) {
    List<Path> programs =
        Folders.in(
            folder,
            file -> file.getFileName().toString().endsWith(".exe") && Files.isRegularFile(file));
    List<Path> kept = new ArrayList<>();
    Map<String, Integer> perName = new HashMap<>();
    programs.stream()
        .sorted(
            Comparator.comparingLong(BuiltPrograms::modified)
                .reversed()
                .thenComparing(Path::toString))
        .forEach(
            program -> {
              String name = withoutHash(program.getFileName().toString());
              if (perName.merge(name, 1, Integer::sum) <= NEWEST_PER_NAME
                  && kept.size() < MOST_PER_FOLDER) {
                kept.add(program);
              }
            });
    kept.sort(Comparator.naturalOrder());
    return kept;
  }

  /** Cargo calls a test program {@code name-0123456789abcdef.exe}. */
  private static String withoutHash(String name) {
    return name.replaceFirst("-[0-9a-f]{16}\\.exe$", ".exe");
  }

  private static long modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  private Optional<BuiltBinary> read(Path program) {
    Optional<String> path = disk.windowsPath(program);
    PeFile pe;
    try {
      pe = new PeReader().read(program);
    } catch (IOException e) {
      return Optional.empty();
    }
    List<PeImport> python =
        pe.imports().stream().filter(one -> PythonDllNames.matches(one.library())).toList();
    if (path.isEmpty() || python.isEmpty() || pe.architecture().isEmpty()) {
      return Optional.empty();
    }
    String folder = WindowsPaths.parent(path.get());
    directories.look(folder);
    return Optional.of(
        new BuiltBinary(
            path.get(),
            folder,
            pe.architecture().get(),
            python.stream().map(PeImport::library).toList(),
            missing(python)));
  }

  /** {@code cargo run} and {@code cargo test} put these in front of PATH. */
  private void lookWhereCargoPoints(Path output) {
    disk.windowsPath(output).ifPresent(directories::look);
    disk.windowsPath(output.resolve("deps")).ifPresent(directories::look);
  }

  private List<MissingSymbols> missing(List<PeImport> needed) {
    List<MissingSymbols> missing = new ArrayList<>();
    for (Map.Entry<String, Set<String>> copy : directories.exports().entrySet()) {
      for (PeImport library : needed) {
        if (WindowsPaths.name(copy.getKey()).equalsIgnoreCase(library.library())) {
          List<String> symbols =
              library.symbols().stream()
                  .filter(symbol -> !copy.getValue().contains(symbol))
                  .limit(MOST_SYMBOLS)
                  .toList();
          if (!symbols.isEmpty()) {
            missing.add(new MissingSymbols(copy.getKey(), symbols));
          }
        }
      }
    }
    return List.copyOf(missing);
  }
}
