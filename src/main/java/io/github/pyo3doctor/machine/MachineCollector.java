package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects what the loader and PyO3's build script would see of a machine. Runs nothing. */
public final class MachineCollector {
  private final OperatingSystem os;
  private final Map<String, String> environment;
  private final WindowsDisk disk;
  private final Path currentDirectory;

  /**
   * A machine to look at.
   *
   * @param os its family
   * @param environment its environment variables; only those that steer PyO3, maturin or the loader
   *     are used
   * @param disk its drives, when it is a Windows machine
   * @param currentDirectory the folder programs are started in when there is no project
   */
  public MachineCollector(
      OperatingSystem os,
      Map<String, String> environment,
      WindowsDisk disk,
      Path currentDirectory) {
    this.os = os;
    this.environment = Map.copyOf(environment);
    this.disk = disk;
    this.currentDirectory = currentDirectory;
  }

  /** The machine this program runs on. */
  public static MachineCollector ofThisMachine() {
    return new MachineCollector(
        family(System.getProperty("os.name", "")),
        System.getenv(),
        WindowsDisk.local(),
        Path.of("").toAbsolutePath());
  }

  /**
   * Looks at the machine. A folder that is missing or cannot be read is recorded and never fatal.
   *
   * @param project the project folder, whose built programs are looked at
   * @param progress told what is being looked at, a few words each
   */
  public Machine collect(Optional<Path> project, Consumer<String> progress) {
    Optional<WindowsLoaderCollector> windows =
        os == OperatingSystem.WINDOWS
            ? Optional.of(new WindowsLoaderCollector(environment, disk, progress))
            : Optional.empty();
    return new Machine(
        os,
        SteeringVariables.of(environment, os),
        windows.map(loader -> loader.collect(project, currentDirectory)));
  }

  static OperatingSystem family(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return OperatingSystem.WINDOWS;
    }
    if (name.startsWith("linux")) {
      return OperatingSystem.LINUX;
    }
    return name.startsWith("mac") ? OperatingSystem.MACOS : OperatingSystem.OTHER;
  }
}
