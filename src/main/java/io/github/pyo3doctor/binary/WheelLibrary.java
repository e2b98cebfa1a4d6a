package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.Architecture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library in a wheel, as far as the tags of the wheel speak of it.
 *
 * @param name its path in the wheel
 * @param format {@code PE}, {@code ELF} or {@code Mach-O}
 * @param processors as the platform tags of the format call them
 * @param leastMacos for each processor the oldest macOS it is made for, in the same order
 * @param newestGlibc the newest version of glibc's that it asks for: {@code 2.17}
 * @param needed the libraries it needs
 * @param modules the modules that it offers to Python
 */
record WheelLibrary(
    String name,
    String format,
    List<String> processors,
    List<String> leastMacos,
    Optional<String> newestGlibc,
    List<String> needed,
    List<String> modules) {
  private static final Pattern GLIBC = Pattern.compile("GLIBC_(\\d{1,4}(\\.\\d{1,4}){1,3})");
  private static final Pattern MODULE =
      Pattern.compile(
          "([^./]+)(\\.(cpython-[^./]+|abi3t?|cp\\d+t?-[^./]+|pypy[^./]+|graalpy[^./]+))?"
              + "\\.(so|pyd)");

  static WheelLibrary read(String name, Path file) throws IOException {
    return switch (Inspector.format(file)) {
      case PE -> of(name, new PeReader().read(file));
      case ELF -> of(name, new ElfReader().read(file));
      case MACH_O -> of(name, new MachOReader().read(file));
    };
  }

  private static WheelLibrary of(String name, PeFile file) {
    List<String> processor =
        file.architecture()
            .map(
                known ->
                    switch (known) {
                      case Architecture.X86 -> "win32";
                      case Architecture.X64 -> "win_amd64";
                      case Architecture.ARM64 -> "win_arm64";
                    })
            .map(List::of)
            .orElse(List.of());
    List<String> needed = file.imports().stream().map(PeImport::library).toList();
    List<String> exports = file.exports().stream().map(PeExport::name).toList();
    return new WheelLibrary(
        name, "PE", processor, List.of(), Optional.empty(), needed, modules(exports));
  }

  private static WheelLibrary of(String name, ElfFile file) {
    Optional<String> newest =
        file.versionNeeds().stream()
            .flatMap(need -> need.versions().stream())
            .map(GLIBC::matcher)
            .filter(Matcher::matches)
            .map(match -> match.group(1))
            .max(Comparator.comparing(Release::of));
    return new WheelLibrary(
        name,
        "ELF",
        List.of(ElfPlatform.of(file.machine(), file.wide()).name()),
        List.of(),
        newest,
        file.needed(),
        modules(file.defined().stream().map(ElfSymbol::name).toList()));
  }

  private static WheelLibrary of(String name, MachOFile file) {
    List<String> least = new ArrayList<>();
    List<String> needed = new ArrayList<>();
    List<String> offered = new ArrayList<>();
    for (MachOSlice slice : file.slices()) {
      least.add(slice.leastVersion().orElse("0.0"));
      slice.needed().forEach(one -> needed.add(one.name()));
      offered.addAll(slice.defined());
    }
    return new WheelLibrary(
        name,
        "Mach-O",
        file.architectures(),
        List.copyOf(least),
        Optional.empty(),
        needed.stream().distinct().toList(),
        modules(offered));
  }

  private static List<String> modules(List<String> offered) {
    return offered.stream()
        .filter(name -> name.startsWith("PyInit_") || name.startsWith("PyModExport_"))
        .map(name -> name.substring(name.indexOf('_') + 1))
        .distinct()
        .toList();
  }

  /** Whether Python is to import it, by its name or by what it offers. */
  boolean isModule() {
    return !modules.isEmpty() || suffix().isPresent();
  }

  /** The module's name that its file name stands for; empty for other names. */
  Optional<String> moduleName() {
    Matcher match = MODULE.matcher(leaf());
    return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
  }

  /** {@code cpython-312-darwin}, {@code abi3}: what only extension modules have in their names. */
  Optional<String> suffix() {
    Matcher match = MODULE.matcher(leaf());
    return match.matches() ? Optional.ofNullable(match.group(3)) : Optional.empty();
  }

  private String leaf() {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** The DLL of a Python that it is linked with, {@code python312.dll}. */
  Optional<String> pythonDll() {
    return needed.stream()
        .map(each -> each.toLowerCase(Locale.ROOT))
        .filter(each -> each.matches("python3\\d*t?(_d)?\\.dll"))
        .findFirst();
  }
}
