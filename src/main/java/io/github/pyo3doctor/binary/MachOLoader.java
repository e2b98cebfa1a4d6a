package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What dyld would do with a program, library or bundle on a Mac, told from the files alone: which
 * slice fits the process, each need looked for as dyld(1) and dyld's sources say, then names.
 */
public final class MachOLoader {
  /** What a program runs as where there is a choice: a Mac with a processor of Apple's. */
  private static final List<String> PREFERRED =
      List.of("arm64", "arm64e", "x86_64h", "x86_64", "i386");

  /** Where programs lie that System Integrity Protection guards (Apple, "About SIP"). */
  private static final List<String> GUARDED =
      List.of("/usr/bin/", "/bin/", "/sbin/", "/usr/sbin/", "/usr/libexec/", "/System/");

  private final MachOSurroundings surroundings;
  private final Binaries binaries;

  /**
   * @param surroundings what counts beside the file
   * @param binaries reads files
   */
  public MachOLoader(MachOSurroundings surroundings, Binaries binaries) {
    this.surroundings = surroundings;
    this.binaries = binaries;
  }

  /** A file and where it lies. */
  private record Given(String name, Path path, MachOFile file) {}

  /**
   * Follows dyld.
   *
   * @throws MalformedBinaryException if it is no Mach-O file or contradicts itself
   * @throws IOException if it cannot be read
   */
  public Inspection inspect(Path path) throws IOException {
    MachOFile file = binaries.machO(path);
    if (file.slices().isEmpty()) {
      throw new MalformedBinaryException("a fat file without a slice", 4);
    }
    Path folder = path.toAbsolutePath().normalize().getParent();
    MachODisk disk =
        new MachODisk(
            surroundings.root(),
            folder,
            surroundings.root().map(MachOCache::of).orElseGet(MachOCache::none));
    Given given = new Given(disk.nameOf(path), path, file);
    Optional<Given> python = python(disk);
    Given first = python.orElse(given);
    List<MachOSlice> ways = ordered(first.file());
    List<MachOSlice> fitting = ways.stream().filter(way -> slice(file, way).isPresent()).toList();
    if (fitting.isEmpty()) {
      return otherThanPython(path, file, first);
    }
    MachOVerdict.Decision decision = decide(disk, given, python, fitting.getFirst());
    List<String> remarks = new ArrayList<>(decision.remarks());
    python
        .filter(_ -> !ways.getFirst().equals(fitting.getFirst()))
        .ifPresent(
            program ->
                remarks.add(
                    "%s runs as %s where it can, and the file is only for %s."
                        .formatted(
                            program.name(),
                            ways.getFirst().architecture().name(),
                            String.join(", ", file.architectures()))));
    for (MachOSlice other : fitting.subList(1, fitting.size())) {
      MachOVerdict.Decision otherwise = decide(disk, given, python, other);
      if (otherwise.outcome() != decision.outcome()) {
        remarks.add(
            "In a process for %s it is otherwise: %s%s."
                .formatted(
                    other.architecture().name(),
                    otherwise.outcome().word().replace('-', ' '),
                    otherwise.status().map(status -> " (" + status + ")").orElse("")));
      }
    }
    return new Inspection(
        path.toString(),
        "Mach-O",
        String.join(", ", file.architectures()),
        surroundings.pythonImport() ? "python-import" : "exe",
        decision.outcome(),
        decision.status(),
        decision.needs(),
        List.copyOf(remarks));
  }

  private static List<MachOSlice> ordered(MachOFile file) {
    return file.slices().stream()
        .sorted(
            Comparator.comparingInt(
                slice -> {
                  int place = PREFERRED.indexOf(slice.architecture().name());
                  return place < 0 ? PREFERRED.size() : place;
                }))
        .toList();
  }

  private static Optional<MachOSlice> slice(MachOFile file, MachOSlice process) {
    return file.slices().stream()
        .filter(slice -> process.architecture().takes(slice.architecture()))
        .findFirst();
  }

  /**
   * The program whose process imports. The {@code python3} of a framework only starts the one in
   * {@code Python.app} (CPython's {@code Mac/Tools/pythonw.c}).
   */
  private Optional<Given> python(MachODisk disk) throws IOException {
    if (!surroundings.pythonImport() || surroundings.python().isEmpty()) {
      return Optional.empty();
    }
    Path named = surroundings.python().get();
    Path real = disk.real(disk.nameOf(named), false).orElse(named);
    Optional<Path> framework =
        Optional.ofNullable(real.getParent())
            .map(Path::getParent)
            .map(version -> version.resolve("Resources/Python.app/Contents/MacOS/Python"))
            .filter(Files::isRegularFile);
    Path program = framework.orElse(real);
    return Optional.of(new Given(disk.nameOf(program), program, binaries.machO(program)));
  }

  private MachOVerdict.Decision decide(
      MachODisk disk, Given given, Optional<Given> python, MachOSlice way) {
    MachOSlice slice = slice(given.file(), way).orElseThrow();
    MachOImage image = new MachOImage(given.name(), Optional.of(slice));
    Optional<MachOImage> program =
        python
            .map(one -> new MachOImage(one.name(), Optional.of(way)))
            .or(() -> slice.kind() == MachOSlice.PROGRAM ? Optional.of(image) : Optional.empty());
    Map<String, String> variables = variables();
    Optional<String> ignoring = program.flatMap(MachOLoader::ignoringVariables);
    MachOSearch search =
        new MachOSearch(
            disk,
            way.architecture(),
            program,
            ignoring.isPresent() ? Map.of() : variables,
            surroundings.workingDirectory(),
            binaries);
    MachOProcess process = new MachOProcess(search);
    Optional<MachOImage.Chain> importing =
        python.flatMap(one -> program.map(p -> process.start(p, one.path(), Optional.empty())));
    int before = process.needs().size();
    process.start(image, given.path(), importing);
    MachOVerdict.Decision decision =
        new MachOVerdict(process, image, slice, surroundings.pythonImport(), python.isPresent())
            .decide(before);
    if (ignoring.isEmpty() || variables.isEmpty()) {
      return decision;
    }
    List<String> remarks = new ArrayList<>(decision.remarks());
    remarks.add(
        "%s ignores %s: %s."
            .formatted(
                program.map(MachOImage::path).orElse(""),
                String.join(", ", variables.keySet().stream().sorted().toList()),
                ignoring.get()));
    return new MachOVerdict.Decision(
        decision.outcome(), decision.status(), decision.needs(), List.copyOf(remarks));
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    surroundings
        .environment()
        .forEach(
            (name, value) -> {
              if (name.startsWith("DYLD_") && name.endsWith("_PATH") && !value.isEmpty()) {
                variables.put(name, value);
              }
            });
    return variables;
  }

  private static Optional<String> ignoringVariables(MachOImage program) {
    if (GUARDED.stream().anyMatch(program.path()::startsWith)) {
      return Optional.of("it is one of the programs that System Integrity Protection guards");
    }
    return program.slice().flatMap(slice -> slice.security().ignoringVariables());
  }

  private Inspection otherThanPython(Path path, MachOFile file, Given program) {
    String have = String.join(",", file.architectures());
    String need = String.join(",", program.file().architectures());
    String status =
        file.slices().size() > 1
            ? "fat file, but missing compatible architecture (have '%s', need '%s')"
            : "mach-o file, but is an incompatible architecture (have '%s', need '%s')";
    return new Inspection(
        path.toString(),
        "Mach-O",
        String.join(", ", file.architectures()),
        "python-import",
        LoadOutcome.WRONG_ARCHITECTURE,
        Optional.of(path + ": " + status.formatted(have, need)),
        List.of(),
        List.of(
            "The interpreter %s is for %s, the file for %s."
                .formatted(
                    program.name(),
                    String.join(", ", program.file().architectures()),
                    String.join(", ", file.architectures()))));
  }
}
