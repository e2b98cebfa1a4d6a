package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.files.WrittenPath;
import io.github.pyo3doctor.snapshot.RustPrograms.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks where cargo and rustc are; starts neither. */
final class RustSearch {
  /** Where installers put them, for when {@code PATH} does not lead there. */
  private static final List<String> USUAL =
      List.of("/usr/local/cargo/bin", "/opt/homebrew/bin", "/usr/local/bin", "/usr/bin");

  private final ProgramSearch search;
  private final Map<String, String> environment;
  private final Optional<Path> home;

  /**
   * @param home the user's home folder
   */
  RustSearch(ProgramSearch search, Map<String, String> environment, Optional<Path> home) {
    this.search = search;
    this.environment = environment;
    this.home = home;
  }

  /** cargo as it is started by name, and rustc as cargo starts it: {@code RUSTC} goes first. */
  List<Program> programs() {
    return List.of(
        program("cargo", "cargo"), program("rustc", environment.getOrDefault("RUSTC", "rustc")));
  }

  /**
   * @param started what is started in its place
   */
  private Program program(String name, String started) {
    Optional<Path> file = search.find(started).file();
    Optional<String> elsewhere =
        file.isPresent()
            ? Optional.empty()
            : folders().stream()
                .flatMap(folder -> search.find(folder.resolve(name).toString()).file().stream())
                .map(Path::toString)
                .findFirst();
    boolean rustup = file.filter(RustSearch::isRustup).isPresent();
    return new Program(name, file.map(Path::toString), rustup, elsewhere);
  }

  private List<Path> folders() {
    List<Path> folders = new ArrayList<>();
    WrittenPath.absolute(environment.getOrDefault("CARGO_HOME", ""))
        .ifPresent(cargo -> folders.add(cargo.resolve("bin")));
    home.ifPresent(user -> folders.add(user.resolve(".cargo").resolve("bin")));
    USUAL.forEach(each -> WrittenPath.absolute(each).ifPresent(folders::add));
    return folders;
  }

  /** rustup's own program under another name, by link or by copy. */
  static boolean isRustup(Path file) {
    try {
      Path real = file.toRealPath();
      if (real.getFileName().toString().matches("rustup(?:-init)?(?:\\.exe)?")) return true;
      String ending = file.getFileName().toString().endsWith(".exe") ? ".exe" : "";
      Path beside = file.resolveSibling("rustup" + ending);
      return Files.exists(beside) && Files.size(beside) == Files.size(file);
    } catch (IOException e) {
      return false;
    }
  }
}
