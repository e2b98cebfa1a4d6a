package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.binary.Binaries;
import io.github.pyo3doctor.binary.ElfFile;
import io.github.pyo3doctor.binary.ElfLoader;
import io.github.pyo3doctor.binary.ElfSurroundings;
import io.github.pyo3doctor.binary.LoadingWay;
import io.github.pyo3doctor.binary.MalformedBinaryException;
import io.github.pyo3doctor.snapshot.Inspection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is said of the Linux machine whose loader is to decide.
 *
 * @param way who loads the file; told from the file when empty
 * @param root the folder that stands for its {@code /}; this machine's own when empty
 * @param libraryPath {@code LD_LIBRARY_PATH} there; this process's own when empty
 * @param currentFolder the folder the program is started in
 * @param python the interpreter that imports the file
 */
public record LinuxInspection(
    Optional<LoadingWay> way,
    Optional<Path> root,
    Optional<String> libraryPath,
    Optional<String> currentFolder,
    Optional<Path> python) {
  private static final Path CPUINFO = Path.of("/proc/cpuinfo");
  private static final String VARIABLE = "LD_LIBRARY_PATH";

  /**
   * The flags of {@code /proc/cpuinfo} that a level of the x86-64 psABI asks for beyond the last.
   */
  private static final List<Level> LEVELS =
      List.of(
          new Level("x86-64-v2", Set.of("cx16", "lahf_lm", "popcnt", "sse4_1", "sse4_2", "ssse3")),
          new Level(
              "x86-64-v3", Set.of("avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe")),
          new Level(
              "x86-64-v4", Set.of("avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl")));

  private record Level(String name, Set<String> flags) {}

  /** Nothing but the file is known. */
  public static LinuxInspection ofThisMachine() {
    return new LinuxInspection(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * What that machine's loader does with a file.
   *
   * @param binaries reads files
   */
  public Inspection inspect(Path file, Binaries binaries) throws IOException {
    if (root.isEmpty() && !System.getProperty("os.name", "").equals("Linux")) {
      throw new MalformedBinaryException(
          "an ELF file is loaded by Linux, and this is another system; name the folder that stands"
              + " for Linux's / with --root");
    }
    boolean module =
        way.isPresent() ? way.get() == LoadingWay.PYTHON_IMPORT : isModule(binaries.elf(file));
    String here = Path.of("").toAbsolutePath().toString();
    ElfSurroundings surroundings =
        new ElfSurroundings(
            root.orElse(Path.of("/")),
            currentFolder.orElse(root.isPresent() ? "/" : here),
            environment(),
            root.isPresent() ? List.of() : processorLevels(),
            module,
            python);
    return new ElfLoader(surroundings, binaries).inspect(file);
  }

  /** A program that exports the like is a Python with modules built in. */
  private static boolean isModule(ElfFile file) {
    return file.interpreter().isEmpty()
        && file.defined().stream()
            .anyMatch(
                symbol ->
                    symbol.name().startsWith("PyInit_")
                        || symbol.name().startsWith("PyModExport_"));
  }

  private Map<String, String> environment() {
    Optional<String> own =
        root.isPresent() ? Optional.empty() : Optional.ofNullable(System.getenv(VARIABLE));
    return libraryPath.or(() -> own).map(list -> Map.of(VARIABLE, list)).orElse(Map.of());
  }

  private static List<String> processorLevels() throws IOException {
    if (!Files.isReadable(CPUINFO)) return List.of();
    Set<String> flags =
        Files.readAllLines(CPUINFO).stream()
            .filter(line -> line.startsWith("flags"))
            .findFirst()
            .map(line -> Set.of(line.substring(line.indexOf(':') + 1).strip().split("\\s+")))
            .orElse(Set.of());
    List<String> levels = new ArrayList<>();
    for (Level level : LEVELS) {
      if (!flags.containsAll(level.flags())) break;
      levels.addFirst(level.name());
    }
    return List.copyOf(levels);
  }
}
