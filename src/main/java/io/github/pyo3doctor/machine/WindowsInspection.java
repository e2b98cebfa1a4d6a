package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.binary.Binaries;
import io.github.pyo3doctor.binary.LoadingWay;
import io.github.pyo3doctor.binary.PeLoader;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is said of the Windows machine whose loader is to decide.
 *
 * @param way who loads the file; told from the file when empty
 * @param drives drives that are folders here
 * @param path PATH there, separated by {@code ;}
 * @param currentFolder the folder the program is started in: a Windows path, or one here
 * @param python the {@code python.exe} that imports
 * @param added folders given to {@code os.add_dll_directory}
 * @param recorded what a snapshot says of the machine
 */
public record WindowsInspection(
    Optional<LoadingWay> way,
    Map<Character, Path> drives,
    Optional<String> path,
    Optional<String> currentFolder,
    Optional<String> python,
    List<String> added,
    Optional<WindowsLoader> recorded) {
  /** The rest of this system, as Wine calls it. */
  private static final char THIS_SYSTEM = 'Z';

  /**
   * Nothing but a file is known; one in a Wine prefix lies on the drive that its folder stands for.
   */
  public static WindowsInspection of(Path file) {
    Map<Character, Path> drives = new TreeMap<>();
    for (Path above = file.toAbsolutePath(); above != null; above = above.getParent()) {
      if (above.endsWith("drive_c")) drives.put('C', above);
    }
    return new WindowsInspection(
        Optional.empty(),
        drives,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  /**
   * A loader of that machine, which is this one when this is Windows and no drive is named.
   *
   * @param binaries reads files
   */
  public PeLoader loader(Binaries binaries) {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    WindowsDisk disk = windows && drives.isEmpty() ? WindowsDisk.local() : mapped();
    Map<String, String> environment = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    if (windows && drives.isEmpty()) {
      environment.putAll(System.getenv());
    }
    Path here = Path.of("").toAbsolutePath();
    return new PeLoader(
        disk,
        settings(disk, environment, here),
        file -> there(disk, file),
        way,
        python.map(given -> written(disk, given)),
        added.stream().map(given -> written(disk, given)).toList(),
        binaries);
  }

  private WindowsDisk mapped() {
    Map<Character, Path> all = new TreeMap<>();
    for (Path root : Path.of("").toAbsolutePath().getFileSystem().getRootDirectories()) {
      all.putIfAbsent(THIS_SYSTEM, root);
    }
    all.putAll(drives);
    return WindowsDisk.mapped(all);
  }

  private WindowsLoader settings(WindowsDisk disk, Map<String, String> environment, Path here) {
    char first = drives.keySet().stream().min(Character::compare).orElse('C');
    String usual = (drives.containsKey('C') ? 'C' : first) + ":\\Windows";
    String windows =
        recorded
            .map(WindowsLoader::windowsDirectory)
            .orElse(environment.getOrDefault("SystemRoot", usual));
    String wow64 = WindowsPaths.child(windows, "SysWOW64");
    String current =
        currentFolder
            .map(given -> written(disk, given))
            .or(() -> recorded.map(WindowsLoader::currentDirectory))
            .orElseGet(() -> there(disk, here));
    return new WindowsLoader(
        recorded.map(WindowsLoader::safeSearch).orElse(true),
        WindowsPaths.child(windows, "System32"),
        disk.find(wow64).filter(Files::isDirectory).isPresent()
            ? Optional.of(wow64)
            : recorded.flatMap(WindowsLoader::wow64Directory),
        WindowsPaths.child(windows, "System"),
        windows,
        current,
        path.map(PathVariable::split)
            .or(() -> recorded.map(WindowsLoader::path))
            .orElseGet(() -> PathVariable.split(environment.getOrDefault("PATH", ""))),
        recorded.map(WindowsLoader::directories).orElse(List.of()),
        List.of(),
        List.of());
  }

  /** A path as it was given: one of Windows, or one of this system. */
  private static String written(WindowsDisk disk, String given) {
    return WindowsPaths.isFull(given) ? WindowsPaths.full(given, "") : there(disk, Path.of(given));
  }

  private static String there(WindowsDisk disk, Path file) {
    return disk.windowsPath(file)
        .orElseGet(() -> THIS_SYSTEM + ":" + file.toString().replace('/', '\\'));
  }
}
