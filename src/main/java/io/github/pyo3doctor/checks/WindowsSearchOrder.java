package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.checks.DllSearch.Rule;
import io.github.pyo3doctor.snapshot.Architecture;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the Windows loader looks for a DLL, in order, by Microsoft's "Dynamic-link library search
 * order" for unpackaged apps.
 */
public final class WindowsSearchOrder {
  private WindowsSearchOrder() {}

  /**
   * A place and why it is searched.
   *
   * @param directory as the loader names it
   */
  public record Place(String directory, Rule rule) {}

  /**
   * The places for a program and for everything it links.
   *
   * @param programFolder empty for a program not built yet
   * @param cargoFolders what Cargo puts in front of PATH
   */
  public static List<Place> ofProgram(
      WindowsLoader loader, Optional<String> programFolder, List<String> cargoFolders) {
    List<Place> places = new ArrayList<>();
    programFolder.ifPresent(folder -> places.add(new Place(folder, Rule.PROGRAM)));
    if (!loader.safeSearch()) {
      places.add(new Place(loader.currentDirectory(), Rule.CURRENT));
    }
    places.add(new Place(loader.systemDirectory(), Rule.SYSTEM));
    places.add(new Place(loader.system16Directory(), Rule.SYSTEM_16));
    places.add(new Place(loader.windowsDirectory(), Rule.WINDOWS));
    if (loader.safeSearch()) {
      places.add(new Place(loader.currentDirectory(), Rule.CURRENT));
    }
    cargoFolders.forEach(folder -> places.add(new Place(folder, Rule.CARGO)));
    loader.path().forEach(entry -> places.add(new Place(entry, Rule.PATH)));
    return List.copyOf(places);
  }

  /**
   * The places for what a Python module links. Python 3.8 and later load modules with {@code
   * LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_DEFAULT_DIRS}, and so neither PATH nor
   * the current folder is searched (its "What's new", under {@code ctypes} and {@code os}).
   *
   * @param moduleFolder the folder of the module itself; that of a DLL it brings is not added
   * @param applicationFolder the folder of {@code python.exe}, if it is known
   * @param added what {@code os.add_dll_directory} was given; their order is not specified
   */
  public static List<Place> ofPythonModule(
      WindowsLoader loader,
      String moduleFolder,
      Optional<String> applicationFolder,
      List<String> added) {
    List<Place> places = new ArrayList<>();
    places.add(new Place(moduleFolder, Rule.MODULE));
    applicationFolder.ifPresent(folder -> places.add(new Place(folder, Rule.PROGRAM)));
    added.forEach(folder -> places.add(new Place(folder, Rule.ADDED)));
    places.add(new Place(loader.systemDirectory(), Rule.SYSTEM));
    return List.copyOf(places);
  }

  /** 64-bit Windows shows 32-bit programs another folder wherever they name the system folder. */
  public static String redirected(
      WindowsLoader loader, String directory, Architecture architecture) {
    boolean isSystem =
        WindowsPaths.full(directory, loader.currentDirectory())
            .equalsIgnoreCase(WindowsPaths.full(loader.systemDirectory(), ""));
    return isSystem && architecture == Architecture.X86
        ? loader.wow64Directory().orElse(directory)
        : directory;
  }
}
