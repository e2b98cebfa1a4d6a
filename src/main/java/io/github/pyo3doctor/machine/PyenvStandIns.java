package io.github.pyo3doctor.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks the Python behind a stand-in of pyenv's itself, where it is plain which one that is: the
 * stand-in starts forty programs to find it. Where it is not plain, the stand-in is asked.
 *
 * @see <a href="https://github.com/pyenv/pyenv#understanding-python-version-selection">How pyenv
 *     chooses the version</a>
 */
final class PyenvStandIns implements Programs {
  private final Programs programs;
  private final Map<String, String> environment;
  private final Path startFolder;

  /**
   * @param environment the variables that programs are started with
   * @param startFolder the folder above the ones they are started in
   */
  PyenvStandIns(Programs programs, Map<String, String> environment, Path startFolder) {
    this.programs = programs;
    this.environment = environment;
    this.startFolder = startFolder;
  }

  @Override
  public ProgramAnswer ask(Path program, List<String> arguments) {
    return programs.ask(behind(program).orElse(program), arguments);
  }

  @Override
  public void keep() {
    programs.keep();
  }

  /** Whether a program is one of pyenv's stand-ins. */
  static boolean is(Path program) {
    Path folder = program.getParent();
    return folder != null
        && folder.endsWith("shims")
        && Files.isDirectory(folder.resolveSibling("versions"));
  }

  private Optional<Path> behind(Path program) {
    if (!is(program) || isChosenElsewhere()) {
      return Optional.empty();
    }
    Path root = program.resolveSibling("..").normalize();
    return version(root)
        .map(version -> root.resolve("versions").resolve(version).resolve("bin"))
        .map(folder -> folder.resolve(program.getFileName()))
        .filter(Files::isExecutable);
  }

  private boolean isChosenElsewhere() {
    if (environment.containsKey("PYENV_VERSION") || environment.containsKey("PYENV_DIR")) {
      return true;
    }
    for (Path folder = startFolder; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve(".python-version"))) {
        return true;
      }
    }
    return false;
  }

  /** What the file {@code version} names, if it is one installed version and no prefix of one. */
  private static Optional<String> version(Path root) {
    try {
      String named = Files.readString(root.resolve("version")).strip();
      return named.matches("[\\w.+-]+") ? Optional.of(named) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
