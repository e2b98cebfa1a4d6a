package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.Architecture;
import io.github.pyo3doctor.snapshot.Need;
import io.github.pyo3doctor.snapshot.PythonDllNames;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which place decided, which would have been right, and what to change. */
final class PeRemarks {
  private static final int MOST_SYMBOLS = 3;

  private final WindowsFiles files;
  private final WindowsLoader loader;
  private final PeImages images;
  private final Architecture architecture;

  PeRemarks(WindowsFiles files, WindowsLoader loader, PeImages images, Architecture architecture) {
    this.files = files;
    this.loader = loader;
    this.images = images;
    this.architecture = architecture;
  }

  /** What decided, and what to change. */
  List<String> of(PeProcess.Problem problem, Need need, LoadingWay way, List<String> notSearched) {
    return switch (problem.outcome()) {
      case NOT_FOUND -> missing(need, way, notSearched);
      case WRONG_ARCHITECTURE ->
          List.of(
              "Every %s that %s finds is for another processor: a %s one is needed in one of the places searched."
                  .formatted(need.name(), need.neededBy(), architecture.word()));
      case MISSING_SYMBOL -> List.of(lacks(need));
      case UNKNOWN ->
          List.of(
              "Where %s comes from cannot be told: a place that is searched could not be looked at: no folder here stands for its drive."
                  .formatted(need.name()));
      case LOADS -> List.of();
    };
  }

  private static String lacks(Need need) {
    List<String> missing = need.missingSymbols();
    String some = String.join(", ", missing.subList(0, Math.min(MOST_SYMBOLS, missing.size())));
    String more =
        missing.size() > MOST_SYMBOLS
            ? " and %d more".formatted(missing.size() - MOST_SYMBOLS)
            : "";
    return "%s lacks %s%s, which %s asks for: it is another version than the one linked with; put the right one into a place that is searched before %s."
        .formatted(
            need.found().orElse(need.name()),
            some,
            more,
            need.neededBy(),
            need.found().map(WindowsPaths::parent).orElse("it"));
  }

  private List<String> missing(Need need, LoadingWay way, List<String> notSearched) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s, which %s needs, is in none of the %d places that are searched."
            .formatted(need.name(), need.neededBy(), need.searched().size()));
    Optional<String> right =
        notSearched.stream()
            .map(folder -> WindowsPaths.full(folder, loader.currentDirectory()))
            .filter(folder -> fits(WindowsPaths.child(folder, need.name())))
            .findFirst();
    boolean python = way == LoadingWay.PYTHON_IMPORT;
    if (right.isPresent()) {
      lines.add(
          "%s holds a fitting %s, but Python 3.8 and later search neither PATH nor the current folder for what a module links: call os.add_dll_directory(r\"%s\") before the import, or put the DLL beside the module."
              .formatted(right.get(), need.name(), right.get()));
    } else if (python && PythonDllNames.matches(need.name())) {
      lines.add(
          "The module was built for a Python that has %s (%s): import it with that one, or build it for this one."
              .formatted(need.name(), PythonDllNames.whose(need.name()).orElse("not known")));
    } else if (python) {
      lines.add(
          "Put a %s %s beside the module, or its folder into os.add_dll_directory before the import."
              .formatted(architecture.word(), need.name()));
    } else {
      lines.add(
          "Put the folder of a %s %s on PATH, or the DLL beside the program."
              .formatted(architecture.word(), need.name()));
    }
    return List.copyOf(lines);
  }

  /**
   * What becomes of a library that is loaded by the first call into it. The helper that linkers put
   * into the program calls {@code LoadLibrary} with the bare name, so the order of a program
   * counts, for a Python module too (Microsoft's "Linker support for delay-loaded DLLs").
   *
   * @param search how it would be looked for; empty when the program is not known
   */
  static String whenCalled(String library, Optional<PeSearch.Search> search) {
    String start =
        "%s is loaded only at the first call into it, not when the file is loaded"
            .formatted(library);
    return start
        + search
            .map(
                found ->
                    switch (found.answer()) {
                      case PeSearch.Answer.Found(PeModule module) ->
                          ": then %s is taken.".formatted(module.path());
                      case PeSearch.Answer.NotFound _ ->
                          "; none of the %d places that are searched then has it: that call fails unless it is loaded by then."
                              .formatted(found.steps().size());
                      case PeSearch.Answer.WrongArchitecture _ ->
                          "; each one in the places that are searched then is for another"
                              + " processor: that call fails unless it is loaded by then.";
                      case PeSearch.Answer.Unknown _ ->
                          "; where it would come from cannot be told.";
                    })
            .orElse(".");
  }

  private boolean fits(String path) {
    return files
        .find(path)
        .filter(Files::isRegularFile)
        .flatMap(this::read)
        .flatMap(PeFile::architecture)
        .equals(Optional.of(architecture));
  }

  private Optional<PeFile> read(Path file) {
    return images.at(file) instanceof PeImages.Image.Read(PeFile image)
        ? Optional.of(image)
        : Optional.empty();
  }

  /** Every Python DLL on PATH, in its order, when the file needs one. */
  List<String> pythonsOnPath(List<Need> needs) {
    List<String> lines = new ArrayList<>();
    if (needs.stream().noneMatch(need -> PythonDllNames.matches(need.name()))) {
      return lines;
    }
    for (int i = 0; i < loader.path().size(); i++) {
      String folder = WindowsPaths.full(loader.path().get(i), loader.currentDirectory());
      Optional<Path> here = files.find(folder).filter(Files::isDirectory);
      if (here.isPresent()) {
        for (Path dll : pythons(here.get())) {
          lines.add(
              "PATH, entry %d: %s (%s)"
                  .formatted(
                      i + 1,
                      WindowsPaths.child(folder, dll.getFileName().toString()),
                      describe(dll)));
        }
      }
    }
    return List.copyOf(lines);
  }

  private static List<Path> pythons(Path folder) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(
            folder, entry -> PythonDllNames.matches(entry.getFileName().toString()))) {
      entries.forEach(found::add);
    } catch (IOException | DirectoryIteratorException e) {
      return List.of();
    }
    return found.stream().sorted().toList();
  }

  private String describe(Path dll) {
    return read(dll)
        .map(
            image ->
                image.architecture().map(Architecture::word).orElse("another processor")
                    + image.version().map(version -> ", version " + version).orElse(""))
        .orElse("no readable library");
  }
}
