package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.checks.WindowsSearchOrder;
import io.github.pyo3doctor.checks.WindowsSearchOrder.Place;
import io.github.pyo3doctor.snapshot.Architecture;
import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.PythonDllNames;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the Windows loader does with a program, or with an extension module that Python imports.
 * Nothing is loaded; other files are only looked at where the loader would look.
 */
public final class PeLoader implements FormatLoader {
  private final WindowsFiles files;
  private final WindowsLoader loader;
  private final Function<Path, String> windowsPath;
  private final Optional<LoadingWay> way;
  private final Optional<String> python;
  private final List<String> added;
  private final Binaries binaries;
  private final PeImages images;

  /**
   * A loader of that machine.
   *
   * @param windowsPath what a file here is called there
   * @param way empty when it is to be told from the file
   * @param python the {@code python.exe} that imports; empty when it is to be looked for
   * @param added the folders given to {@code os.add_dll_directory}
   * @param binaries reads files
   */
  public PeLoader(
      WindowsFiles files,
      WindowsLoader loader,
      Function<Path, String> windowsPath,
      Optional<LoadingWay> way,
      Optional<String> python,
      List<String> added,
      Binaries binaries) {
    this.files = files;
    this.loader = loader;
    this.windowsPath = windowsPath;
    this.way = way;
    this.python = python;
    this.added = List.copyOf(added);
    this.binaries = binaries;
    this.images = new PeImages(binaries);
  }

  @Override
  public Inspection inspect(Path file) throws IOException {
    PeFile image = binaries.pe(file);
    String path = windowsPath.apply(file);
    LoadingWay chosen =
        way.orElseGet(() -> isModule(path, image) ? LoadingWay.PYTHON_IMPORT : LoadingWay.EXE);
    Optional<Architecture> architecture = image.architecture();
    if (architecture.isEmpty()) {
      return new Inspection(
          file.toString(),
          "PE",
          "machine 0x%04x".formatted(image.machine()),
          chosen.word(),
          LoadOutcome.UNKNOWN,
          Optional.empty(),
          List.of(),
          List.of("Python is not shipped for this processor; its needs are not followed."));
    }
    PeProcess process = new PeProcess(new PeSearch(files, loader, images, architecture.get()));
    return switch (chosen) {
      case EXE -> started(file, path, image, architecture.get(), process);
      case PYTHON_IMPORT -> imported(file, path, image, architecture.get(), process);
    };
  }

  private static boolean isModule(String path, PeFile image) {
    return path.toLowerCase(Locale.ROOT).endsWith(".pyd")
        || image.exports().stream().anyMatch(export -> export.name().startsWith("PyInit_"));
  }

  private Inspection started(
      Path file, String path, PeFile image, Architecture architecture, PeProcess process) {
    List<Place> places =
        WindowsSearchOrder.ofProgram(loader, Optional.of(WindowsPaths.parent(path)), List.of());
    process.loaded(PeModule.of(WindowsPaths.name(path), path, image));
    process.link(WindowsPaths.name(path), image, places);
    List<String> remarks = new ArrayList<>();
    if (image.dll()) {
      remarks.add("The program that loads this library is taken to lie in the same folder.");
    }
    if (loader.path().isEmpty()) {
      remarks.add("No PATH is known, so none was searched.");
    }
    return result(
        file,
        image,
        architecture,
        LoadingWay.EXE,
        process,
        remarks,
        List.of(),
        Optional.of(places));
  }

  private Inspection imported(
      Path file, String path, PeFile image, Architecture architecture, PeProcess process) {
    Optional<String> interpreter = python.or(() -> new ImportingPython(files, loader).of(path));
    Optional<PeFile> program = interpreter.flatMap(files::find).flatMap(found -> read(found));
    List<String> remarks = new ArrayList<>();
    Optional<List<Place>> ofProgram = Optional.empty();
    if (program.isPresent()) {
      Optional<Architecture> pythons = program.get().architecture();
      if (!pythons.equals(Optional.of(architecture))) {
        return new Inspection(
            file.toString(),
            "PE",
            architecture.word(),
            LoadingWay.PYTHON_IMPORT.word(),
            LoadOutcome.WRONG_ARCHITECTURE,
            Optional.of("STATUS_INVALID_IMAGE_FORMAT"),
            List.of(),
            List.of(
                "The module is %s, and %s is %s: build the module for that Python, or import it with a %s one."
                    .formatted(
                        architecture.word(),
                        interpreter.orElse("python.exe"),
                        pythons.map(Architecture::word).orElse("for another processor"),
                        architecture.word())));
      }
      String name = WindowsPaths.name(interpreter.orElse("python.exe"));
      List<Place> places =
          WindowsSearchOrder.ofProgram(loader, interpreter.map(WindowsPaths::parent), List.of());
      process.loaded(PeModule.of(name, interpreter.orElse(name), program.get()));
      process.link(name, program.get(), places);
      process.forgetHow();
      ofProgram = Optional.of(places);
      remarks.add("It is imported by %s.".formatted(interpreter.orElse(name)));
    } else {
      remarks.add("Which python.exe imports it is not known; say so with --python.");
    }
    List<Place> places =
        WindowsSearchOrder.ofPythonModule(
            loader,
            WindowsPaths.parent(path),
            program.isPresent() ? interpreter.map(WindowsPaths::parent) : Optional.empty(),
            added);
    process.loaded(PeModule.of(WindowsPaths.name(path), path, image));
    process.link(WindowsPaths.name(path), image, places);
    List<String> elsewhere = new ArrayList<>(loader.path());
    elsewhere.add(loader.currentDirectory());
    Inspection result =
        result(
            file,
            image,
            architecture,
            LoadingWay.PYTHON_IMPORT,
            process,
            remarks,
            elsewhere,
            ofProgram);
    return program.isPresent() ? result : withoutPython(result, process);
  }

  /** The Python that imports a module has its own library loaded, whichever that is. */
  private static Inspection withoutPython(Inspection result, PeProcess process) {
    boolean missesPython =
        process
            .problem()
            .filter(problem -> problem.outcome() == LoadOutcome.NOT_FOUND)
            .map(problem -> PythonDllNames.matches(result.needs().get(problem.need()).name()))
            .orElse(false);
    return missesPython
        ? new Inspection(
            result.file(),
            result.format(),
            result.architecture(),
            result.loader(),
            LoadOutcome.UNKNOWN,
            Optional.empty(),
            result.needs(),
            result.remarks())
        : result;
  }

  private Optional<PeFile> read(Path file) {
    return images.at(file) instanceof PeImages.Image.Read(PeFile image)
        ? Optional.of(image)
        : Optional.empty();
  }

  private Inspection result(
      Path file,
      PeFile image,
      Architecture architecture,
      LoadingWay chosen,
      PeProcess process,
      List<String> first,
      List<String> notSearched,
      Optional<List<Place>> whileRunning) {
    PeRemarks remarks = new PeRemarks(files, loader, images, architecture);
    List<String> all = new ArrayList<>();
    process
        .problem()
        .ifPresent(
            problem ->
                all.addAll(
                    remarks.of(problem, process.needs().get(problem.need()), chosen, notSearched)));
    all.addAll(first);
    all.addAll(remarks.pythonsOnPath(process.needs()));
    for (PeImport delayed : image.delayImports()) {
      all.add(
          PeRemarks.whenCalled(
              delayed.library(),
              whileRunning.map(places -> process.later(delayed.library(), places))));
    }
    Optional<PeProcess.Problem> problem = process.problem();
    return new Inspection(
        file.toString(),
        "PE",
        architecture.word(),
        chosen.word(),
        problem.map(PeProcess.Problem::outcome).orElse(LoadOutcome.LOADS),
        problem.map(PeProcess.Problem::status).filter(status -> !status.isEmpty()),
        process.needs(),
        List.copyOf(all));
  }
}
