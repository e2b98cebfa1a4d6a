package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.files.WrittenPath;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.PythonPrograms;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a system starts when a program is asked for by name. On Unix that is {@code execvp}: the
 * first file on {@code PATH} that can be started; what cannot, since it may not be run or what it
 * needs is not there, is passed over. On Windows it is the first {@code .exe}.
 */
final class ProgramSearch {
  /** What glibc's {@code execvp} searches when {@code PATH} is not set. */
  private static final String DEFAULT_PATH = "/bin:/usr/bin";

  private static final int LONGEST_SHEBANG = 256;

  private final OperatingSystem os;
  private final List<String> folders;

  /**
   * What was found.
   *
   * @param file what is started; empty when nothing is
   * @param passedOver what was there and could not be started, one line each
   */
  record Found(Optional<Path> file, List<String> passedOver) {}

  /**
   * @param path the value of {@code PATH}; empty when it is not set
   */
  ProgramSearch(OperatingSystem os, Optional<String> path) {
    this.os = os;
    this.folders =
        os == OperatingSystem.WINDOWS
            ? PathVariable.split(path.orElse(""))
            : List.of(path.orElse(DEFAULT_PATH).split(":", -1));
  }

  /** The folders of {@code PATH} in order, those that are no absolute path left out. */
  List<Path> folders() {
    return folders.stream().flatMap(folder -> WrittenPath.absolute(folder).stream()).toList();
  }

  /**
   * What is started for {@code program}: a name, which is looked for, or a path, which is taken as
   * it is. A relative path is not followed: which folder it is relative to depends on who starts
   * it.
   */
  Found find(String program) {
    List<String> passedOver = new ArrayList<>();
    if (PythonPrograms.isPath(os, program)) {
      Optional<Path> file = WrittenPath.absolute(program);
      if (file.isEmpty()) {
        passedOver.add(
            program + " is a relative path, looked for in the folder of PyO3's own package");
      }
      return new Found(
          file.map(this::withEnding).filter(each -> canStart(each, passedOver)), passedOver);
    }
    if (program.isEmpty()) return new Found(Optional.empty(), passedOver);
    for (Path folder : folders()) {
      Path file = withEnding(folder.resolve(program));
      if (canStart(file, passedOver)) return new Found(Optional.of(file), passedOver);
    }
    return new Found(Optional.empty(), passedOver);
  }

  private Path withEnding(Path file) {
    boolean bare = !file.getFileName().toString().contains(".");
    return os == OperatingSystem.WINDOWS && bare
        ? file.resolveSibling(file.getFileName() + ".exe")
        : file;
  }

  private boolean canStart(Path file, List<String> passedOver) {
    Optional<String> obstacle = obstacle(file);
    obstacle.ifPresent(reason -> passedOver.add(file + " " + reason));
    return obstacle.isEmpty() && Files.exists(file);
  }

  /** Why a file cannot be started; empty when it can, and when there is none. */
  private Optional<String> obstacle(Path file) {
    if (Files.isSymbolicLink(file) && !Files.exists(file)) {
      return Optional.of("is a link to " + target(file) + ", which is not there");
    }
    if (!Files.exists(file)) return Optional.empty();
    if (Files.isDirectory(file)) return Optional.of("is a folder");
    if (os == OperatingSystem.WINDOWS) return Optional.empty();
    if (!Files.isExecutable(file)) return Optional.of("may not be run");
    return shebang(file)
        .filter(interpreter -> !Files.exists(interpreter))
        .map(interpreter -> "is a script for " + interpreter + ", which is not there");
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "another file";
    }
  }

  /** Whether a program is text for another, which may start any other. */
  static boolean isScript(Path program) throws IOException {
    try (InputStream in = Files.newInputStream(program)) {
      return in.read() == '#';
    }
  }

  /** The program that a script names in its first line. */
  private static Optional<Path> shebang(Path file) {
    try (var input = Files.newInputStream(file)) {
      String start = new String(input.readNBytes(LONGEST_SHEBANG), StandardCharsets.ISO_8859_1);
      if (!start.startsWith("#!")) return Optional.empty();
      String line = start.substring(2).lines().findFirst().orElse("").strip();
      return line.isEmpty() ? Optional.empty() : WrittenPath.absolute(line.split("[ \t]", 2)[0]);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
