package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.files.CacheFolder;
import io.github.pyo3doctor.snapshot.BuildEnvironment;
import io.github.pyo3doctor.snapshot.BuiltModule;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * Collects what the loader and PyO3's build script would see of a machine. Of the machine this
 * program runs on, Pythons and tools are asked what they are; of another's disk, nothing is run.
 */
public final class MachineCollector {
  /** A Python starts in a twentieth of a second; one behind a slow disk in a few. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final OperatingSystem os;
  private final Map<String, String> environment;
  private final WindowsDisk disk;
  private final Path currentDirectory;
  private final Optional<Programs> programs;
  private final Programs unread;

  /**
   * A machine to look at, whose programs cannot be asked.
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
    this(os, environment, disk, currentDirectory, Optional.empty(), Programs.NONE);
  }

  /**
   * @param programs its Pythons and tools; empty where they cannot be asked
   * @param unread programs whose answers are neither kept nor decoded: each character is a byte
   */
  MachineCollector(
      OperatingSystem os,
      Map<String, String> environment,
      WindowsDisk disk,
      Path currentDirectory,
      Optional<Programs> programs,
      Programs unread) {
    this.os = os;
    this.environment = named(os, environment);
    this.disk = disk;
    this.currentDirectory = currentDirectory;
    this.programs = programs;
    this.unread = unread;
  }

  /**
   * Windows does not distinguish {@code Path} from {@code PATH}; the collectors ask for the latter.
   */
  private static Map<String, String> named(OperatingSystem os, Map<String, String> environment) {
    if (os != OperatingSystem.WINDOWS) return Map.copyOf(environment);
    Map<String, String> upperCase = new HashMap<>();
    environment.forEach((name, value) -> upperCase.put(name.toUpperCase(Locale.ROOT), value));
    return Map.copyOf(upperCase);
  }

  /**
   * The machine this program runs on.
   *
   * @param cache where what programs have said is kept
   */
  public static MachineCollector ofThisMachine(Optional<CacheFolder> cache) {
    return ofThisMachine(System.getenv(), cache);
  }

  /** The same, as a program that is started with these variables would see it. */
  static MachineCollector ofThisMachine(
      Map<String, String> environment, Optional<CacheFolder> cache) {
    LocalPrograms programs = new LocalPrograms(environment, PATIENCE);
    return new MachineCollector(
        family(System.getProperty("os.name", "")),
        environment,
        WindowsDisk.local(),
        Path.of("").toAbsolutePath(),
        Optional.of(new KeptPrograms(programs, cache, programs.variables())),
        new LocalPrograms(environment, PATIENCE, StandardCharsets.ISO_8859_1));
  }

  /**
   * The same, which already asks what hangs on no project, on a thread of its own: programs take as
   * long as reading one.
   *
   * @param folder the project folder
   */
  public MachineCollector asking(Path folder) {
    if (programs.isEmpty()) return this;
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", "/"));
    Programs once = new PyenvStandIns(new AskedOnce(programs.get()), environment, temporary);
    Programs unreadOnce = new AskedOnce(unread);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                new BuildEnvironmentCollector(os, environment, once, unreadOnce)
                    .collect(Optional.empty(), folder);
              } catch (RuntimeException e) {
                LoggerFactory.getLogger(MachineCollector.class).debug("not asked ahead", e);
              }
            });
    return new MachineCollector(
        os, environment, disk, currentDirectory, Optional.of(once), unreadOnce);
  }

  /**
   * Looks at the machine. A folder that is missing or cannot be read is recorded and never fatal.
   *
   * @param folder the project folder, whose built programs are looked at
   * @param project what was read of it, which may name a Python
   * @param progress told what is being looked at, a few words each
   */
  public Machine collect(
      Optional<Path> folder, Optional<Project> project, Consumer<String> progress) {
    Optional<WindowsLoaderCollector> windows =
        os == OperatingSystem.WINDOWS
            ? Optional.of(new WindowsLoaderCollector(environment, disk, progress))
            : Optional.empty();
    Optional<BuildEnvironment> tools =
        programs.map(
            asked -> {
              progress.accept("Pythons and tools");
              return new BuildEnvironmentCollector(os, environment, asked, unread)
                  .collect(project, folder.orElse(currentDirectory));
            });
    programs.ifPresent(Programs::keep);
    return new Machine(
        os,
        SteeringVariables.of(environment, os),
        windows.map(loader -> loader.collect(folder, currentDirectory)),
        tools,
        tools.map(there -> modules(project, there, progress)).orElse(List.of()));
  }

  /** Only where Pythons were asked: what lies on another machine's disk is none of theirs. */
  private List<BuiltModule> modules(
      Optional<Project> project, BuildEnvironment tools, Consumer<String> progress) {
    if (project.isEmpty()) return List.of();
    progress.accept("built modules");
    return new BuiltModules(os, Path.of(project.get().root()), environment, firstOnPath(tools))
        .of(project.get());
  }

  private static Optional<Path> firstOnPath(BuildEnvironment tools) {
    return tools.interpreters().stream()
        .filter(python -> python.foundBy().contains("PATH"))
        .flatMap(python -> python.build().stream())
        .map(build -> Path.of(build.executable()))
        .findFirst();
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
