package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.binary.Binaries;
import io.github.pyo3doctor.binary.ElfSymbol;
import io.github.pyo3doctor.binary.Inspector;
import io.github.pyo3doctor.binary.LoadingWay;
import io.github.pyo3doctor.binary.PeExport;
import io.github.pyo3doctor.files.Folders;
import io.github.pyo3doctor.snapshot.BuiltModule;
import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The extension modules of a project that were built already and lie where a Python would import
 * them from: beside its Python sources, as {@code maturin develop} and {@code setup.py develop} put
 * them, and in its virtual environments. They are read, never loaded.
 */
final class BuiltModules {
  private static final Pattern INIT = Pattern.compile("Py(Init|ModExport)_.+");
  private static final int MOST_FOLDERS = 200;
  private static final int MOST_MODULES = 50;

  private final OperatingSystem os;
  private final Path root;
  private final List<Path> environments;
  private final Optional<Path> python;
  private final Binaries binaries = new Binaries();

  /**
   * The modules of a project on this machine.
   *
   * @param os of its family, whose modules alone are looked at
   * @param variables {@code VIRTUAL_ENV} counts as one of the project's environments
   * @param python imports what lies in no environment
   */
  BuiltModules(
      OperatingSystem os, Path root, Map<String, String> variables, Optional<Path> python) {
    this.os = os;
    this.python = python;
    this.root = root.toAbsolutePath().normalize();
    this.environments =
        Stream.concat(
                InterpreterPlaces.ENVIRONMENTS.stream().map(this.root::resolve),
                Optional.ofNullable(variables.get("VIRTUAL_ENV")).stream().flatMap(this::path))
            .filter(folder -> Files.isRegularFile(folder.resolve("pyvenv.cfg")))
            .distinct()
            .toList();
  }

  private Stream<Path> path(String written) {
    try {
      return Stream.of(root.resolve(written));
    } catch (InvalidPathException e) {
      return Stream.of();
    }
  }

  /** Those that are there, in the order of their paths. */
  List<BuiltModule> of(Project project) {
    TreeSet<Path> files = new TreeSet<>();
    for (ExtensionModule module : project.extensionModules()) {
      for (Path folder : importedFrom(module)) {
        module.names().stream().flatMap(name -> files(folder, name).stream()).forEach(files::add);
      }
    }
    return files.stream().limit(MOST_MODULES).flatMap(file -> read(file).stream()).toList();
  }

  /** The folder of the settings, those in it, where Python sources lie, and site-packages. */
  private List<Path> importedFrom(ExtensionModule module) {
    List<Path> folders = new ArrayList<>();
    path(module.location().file())
        .map(file -> file.resolveSibling("").normalize())
        .filter(folder -> folder.startsWith(root))
        .forEach(
            folder -> {
              folders.add(folder);
              folders.addAll(visibleFolders(folder));
            });
    for (Path environment : environments) {
      folders.add(environment.resolve("Lib").resolve("site-packages"));
      visibleFolders(environment.resolve("lib")).stream()
          .map(version -> version.resolve("site-packages"))
          .forEach(folders::add);
    }
    return folders;
  }

  private static List<Path> visibleFolders(Path folder) {
    return Folders.in(folder).stream()
        .filter(entry -> !entry.getFileName().toString().startsWith("."))
        .filter(Files::isDirectory)
        .limit(MOST_FOLDERS)
        .toList();
  }

  /** {@code my_ext._core} is {@code my_ext/_core.abi3.so}, with or without a tag. */
  private List<Path> files(Path folder, String name) {
    List<String> parts = Arrays.asList(name.split("\\."));
    String last = parts.getLast();
    Path place = folder;
    for (String part : parts.subList(0, parts.size() - 1)) place = place.resolve(part);
    String suffix = os == OperatingSystem.WINDOWS ? ".pyd" : ".so";
    return Folders.in(place).stream()
        .filter(
            file -> {
              String entry = file.getFileName().toString();
              return entry.startsWith(last + ".") && entry.endsWith(suffix);
            })
        .filter(Files::isRegularFile)
        .toList();
  }

  /** Empty for a file that is no library of this system. */
  private Optional<BuiltModule> read(Path file) {
    try {
      Optional<List<String>> symbols = symbols(file);
      if (symbols.isEmpty()) return Optional.empty();
      String name = file.getFileName().toString();
      return Optional.of(
          new BuiltModule(
              file.startsWith(root) ? root.relativize(file).toString() : file.toString(),
              name.substring(0, name.indexOf('.')),
              symbols.get().stream().filter(INIT.asMatchPredicate()).sorted().toList(),
              inspect(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<List<String>> symbols(Path file) throws IOException {
    return switch (os) {
      case LINUX ->
          Optional.of(binaries.elf(file).defined().stream().map(ElfSymbol::name).toList());
      case MACOS ->
          Optional.of(
              binaries.machO(file).slices().stream()
                  .map(slice -> slice.defined())
                  .flatMap(Collection::stream)
                  .distinct()
                  .toList());
      case WINDOWS ->
          Optional.of(binaries.pe(file).exports().stream().map(PeExport::name).toList());
      case OTHER -> Optional.empty();
    };
  }

  /** The Python of the environment it lies in, of the project's first one, or the first on PATH. */
  private Optional<Path> importing(Path file) {
    return Stream.concat(
            environments.stream().filter(file::startsWith), environments.stream().limit(1))
        .map(environment -> environment.resolve("bin").resolve("python"))
        .filter(Files::exists)
        .findFirst()
        .or(() -> python);
  }

  private Inspection inspect(Path file) throws IOException {
    Optional<Path> importing = importing(file);
    Optional<LoadingWay> way = Optional.of(LoadingWay.PYTHON_IMPORT);
    LinuxInspection linux =
        new LinuxInspection(
            way, Optional.empty(), Optional.empty(), Optional.of(root.toString()), importing);
    MacInspection mac =
        new MacInspection(
            way, Optional.empty(), Optional.empty(), Optional.of(root.toString()), importing);
    return new Inspector(
            WindowsInspection.of(file).loader(binaries),
            elf -> linux.inspect(elf, binaries),
            machO -> mac.inspect(machO, binaries))
        .inspect(file);
  }
}
