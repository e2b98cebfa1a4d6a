package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.binary.Binaries;
import io.github.pyo3doctor.binary.LoadingWay;
import io.github.pyo3doctor.binary.MachOLoader;
import io.github.pyo3doctor.binary.MachOSlice;
import io.github.pyo3doctor.binary.MachOSurroundings;
import io.github.pyo3doctor.snapshot.Inspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is said of the Mac whose loader is to decide.
 *
 * @param way who loads the file; told from the file when empty
 * @param root the folder that stands for its {@code /}; this machine's own when empty and this is a
 *     Mac
 * @param libraryPath {@code DYLD_LIBRARY_PATH} there; this process's own when empty
 * @param currentFolder the folder the program is started in
 * @param python the interpreter that imports the file; the one whose folder it lies in when empty
 */
public record MacInspection(
    Optional<LoadingWay> way,
    Optional<Path> root,
    Optional<String> libraryPath,
    Optional<String> currentFolder,
    Optional<Path> python) {
  private static final String VARIABLE = "DYLD_LIBRARY_PATH";

  /** Nothing but the file is known. */
  public static MacInspection ofThisMachine() {
    return new MacInspection(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * What that machine's loader does with a file.
   *
   * @param binaries reads files
   */
  public Inspection inspect(Path file, Binaries binaries) throws IOException {
    boolean mac = System.getProperty("os.name", "").startsWith("Mac");
    boolean module =
        way.isPresent()
            ? way.get() == LoadingWay.PYTHON_IMPORT
            : binaries.machO(file).slices().stream().anyMatch(MachOSlice::isModule);
    String here = Path.of("").toAbsolutePath().toString();
    MachOSurroundings surroundings =
        new MachOSurroundings(
            root.or(() -> mac ? Optional.of(Path.of("/")) : Optional.empty()),
            currentFolder.orElse(root.isEmpty() && mac ? here : "/"),
            environment(mac),
            module,
            python.or(() -> module ? above(file, binaries) : Optional.empty()));
    return new MachOLoader(surroundings, binaries).inspect(file);
  }

  private Map<String, String> environment(boolean mac) {
    Map<String, String> own = root.isEmpty() && mac ? System.getenv() : Map.of();
    return libraryPath.map(list -> Map.of(VARIABLE, list)).orElse(own);
  }

  /** The {@code python3} of the environment or installation that a module lies in. */
  private static Optional<Path> above(Path file, Binaries binaries) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    while (folder != null) {
      Path python = folder.resolve("bin/python3");
      if (Files.isRegularFile(python) && isMachO(python, binaries)) {
        return Optional.of(python);
      }
      folder = folder.getParent();
    }
    return Optional.empty();
  }

  private static boolean isMachO(Path file, Binaries binaries) {
    try {
      return !binaries.machO(file).slices().isEmpty();
    } catch (IOException _) {
      return false; // another system's, or none
    }
  }
}
