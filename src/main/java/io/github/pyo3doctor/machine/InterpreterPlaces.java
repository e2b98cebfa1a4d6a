package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.files.Folders;
import io.github.pyo3doctor.files.WrittenPath;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.WindowsPythons.Registered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where Pythons lie that nobody has to be asked for: on {@code PATH}, in virtual environments, and
 * where pyenv, uv, conda, the installers of the systems and the registry of Windows have them.
 * Lists folders; starts nothing.
 */
final class InterpreterPlaces {
  private static final Pattern PROGRAM =
      Pattern.compile("(?:python(?:\\d(?:\\.\\d+)?t?)?|pypy\\d?(?:\\.\\d+)?|graalpy)(?:\\.exe)?");

  /** What people call the virtual environment of a project. */
  static final List<String> ENVIRONMENTS = List.of(".venv", "venv", ".env", "env");

  /** Where Unix systems and their package managers put them, for when {@code PATH} does not. */
  private static final List<String> USUAL =
      List.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/local/bin");

  private static final List<String> CONDAS =
      List.of("miniconda3", "anaconda3", "miniforge3", "mambaforge", "micromamba");

  /** What Apple's own {@code /usr/bin/python3} leads to; without them it offers to install them. */
  private static final List<String> APPLE =
      List.of(
          "/Applications/Xcode.app/Contents/Developer/Library/Frameworks/Python3.framework",
          "/Library/Developer/CommandLineTools/Library/Frameworks/Python3.framework");

  private final OperatingSystem os;
  private final Map<String, String> environment;
  private final List<Path> path;
  private final Map<String, Place> found = new LinkedHashMap<>();

  /**
   * A file that starts a Python.
   *
   * @param foundBy where it was seen
   * @param environment the virtual environment that it belongs to
   */
  record Place(Path file, Set<String> foundBy, Optional<Path> environment) {}

  /**
   * @param path the folders of {@code PATH}
   */
  InterpreterPlaces(OperatingSystem os, Map<String, String> environment, List<Path> path) {
    this.os = os;
    this.environment = environment;
    this.path = path;
  }

  /**
   * Every Python found, each once though several names lead to it, in the order of looking.
   *
   * @param named what the environment and the project name, by what names it
   * @param project the project's folder, where a virtual environment may lie
   * @param registered what the registry of Windows names
   */
  List<Place> find(Map<Path, String> named, Optional<Path> project, List<Registered> registered) {
    named.forEach(this::add);
    path.forEach(folder -> addFrom(folder, "PATH"));
    project.ifPresent(
        folder -> ENVIRONMENTS.forEach(name -> addEnvironment(folder.resolve(name), name)));
    home(".pyenv", "PYENV_ROOT")
        .ifPresent(
            root -> {
              addEach(root.resolve("versions"), "pyenv");
              addEach(root.resolve("pyenv-win").resolve("versions"), "pyenv");
            });
    uvFolders().forEach(folder -> addEach(folder, "uv"));
    addCondas();
    if (os != OperatingSystem.WINDOWS) {
      USUAL.forEach(folder -> addFrom(Path.of(folder), folder));
    }
    if (os == OperatingSystem.MACOS) addFrameworks();
    for (Registered each : registered) {
      WrittenPath.absolute(each.executable())
          .filter(file -> PROGRAM.matcher(name(file)).matches())
          .ifPresent(file -> addIfThere(file, "registry"));
    }
    return List.copyOf(found.values());
  }

  private void addCondas() {
    for (String name :
        List.of("CONDA_PREFIX", "CONDA_PREFIX_1", "CONDA_ROOT", "MAMBA_ROOT_PREFIX")) {
      variable(name).ifPresent(this::addConda);
    }
    home().ifPresent(home -> CONDAS.forEach(name -> addConda(home.resolve(name))));
    if (os != OperatingSystem.WINDOWS) {
      CONDAS.forEach(name -> addConda(Path.of("/opt", name)));
      addConda(Path.of("/opt/conda"));
    }
    home().ifPresent(home -> condaEnvironments(home).forEach(folder -> addIn(folder, "conda")));
  }

  private void addConda(Path folder) {
    addIn(folder, "conda");
    addEach(folder.resolve("envs"), "conda");
  }

  /** conda writes down where it made environments. */
  private static List<Path> condaEnvironments(Path home) {
    try {
      List<Path> folders = new ArrayList<>();
      for (String line : Files.readAllLines(home.resolve(".conda/environments.txt"))) {
        WrittenPath.absolute(line.strip()).ifPresent(folders::add);
      }
      return folders;
    } catch (IOException e) {
      return List.of();
    }
  }

  private List<Path> uvFolders() {
    List<Path> folders = new ArrayList<>();
    variable("UV_PYTHON_INSTALL_DIR").ifPresent(folders::add);
    if (os == OperatingSystem.WINDOWS) {
      variable("APPDATA")
          .ifPresent(
              data -> {
                folders.add(data.resolve("uv").resolve("python"));
                folders.add(data.resolve("uv").resolve("data").resolve("python"));
              });
    } else {
      variable("XDG_DATA_HOME")
          .or(() -> home().map(home -> home.resolve(".local/share")))
          .ifPresent(data -> folders.add(data.resolve("uv/python")));
    }
    return folders;
  }

  private void addFrameworks() {
    addEach(Path.of("/Library/Frameworks/Python.framework/Versions"), "framework");
    APPLE.forEach(folder -> addEach(Path.of(folder, "Versions"), "Xcode"));
  }

  /** Each folder of a folder is an installation. */
  private void addEach(Path folder, String foundBy) {
    Folders.in(folder, Files::isDirectory).forEach(each -> addIn(each, foundBy));
  }

  /** An installation, or an environment made of one. */
  private void addIn(Path folder, String foundBy) {
    if (os == OperatingSystem.WINDOWS) {
      addIfThere(folder.resolve("python.exe"), foundBy);
      addIfThere(folder.resolve("Scripts").resolve("python.exe"), foundBy);
    } else {
      addFrom(folder.resolve("bin"), foundBy);
    }
  }

  private void addEnvironment(Path folder, String foundBy) {
    if (Files.exists(folder.resolve("pyvenv.cfg"))) addIn(folder, foundBy);
  }

  private void addFrom(Path folder, String foundBy) {
    for (Path file : Folders.in(folder, file -> PROGRAM.matcher(name(file)).matches())) {
      addIfThere(file, foundBy);
    }
  }

  private void addIfThere(Path file, String foundBy) {
    if (Files.isRegularFile(file) && Files.isExecutable(file) && !isStandIn(file)) {
      add(file, foundBy);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  /**
   * pyenv's, asdf's and mise's scripts lead to Pythons that are listed by themselves, and Apple's
   * opens a window where there is none.
   */
  private boolean isStandIn(Path file) {
    Path folder = file.getParent();
    boolean shim = folder != null && folder.endsWith("shims");
    return shim || (os == OperatingSystem.MACOS && file.equals(Path.of("/usr/bin/python3")));
  }

  /**
   * Names of one file are one Python, but a virtual environment's is its own though it is a link to
   * another's.
   */
  private void add(Path file, String foundBy) {
    Optional<Path> environment = environmentOf(file);
    Path installed = environment.orElseGet(() -> real(file));
    String key = installed.toString();
    found
        .computeIfAbsent(key, _ -> new Place(file, new LinkedHashSet<>(), environment))
        .foundBy()
        .add(foundBy);
  }

  private static Optional<Path> environmentOf(Path file) {
    return Optional.ofNullable(file.getParent())
        .map(Path::getParent)
        .filter(folder -> Files.isRegularFile(folder.resolve("pyvenv.cfg")));
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file;
    }
  }

  private Optional<Path> home(String folder, String variable) {
    return variable(variable).or(() -> home().map(home -> home.resolve(folder)));
  }

  private Optional<Path> home() {
    return variable(os == OperatingSystem.WINDOWS ? "USERPROFILE" : "HOME");
  }

  private Optional<Path> variable(String name) {
    return Optional.ofNullable(environment.get(name)).flatMap(WrittenPath::absolute);
  }
}
