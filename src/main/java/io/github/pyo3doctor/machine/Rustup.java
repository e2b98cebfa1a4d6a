package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.files.Folders;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.WrittenPath;
import io.github.pyo3doctor.snapshot.RustToolchain;
import io.github.pyo3doctor.toml.Toml;
import io.github.pyo3doctor.toml.TomlException;
import io.github.pyo3doctor.toml.TomlTable;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which toolchain rustup would take in a folder, read from its files; rustup itself is not started,
 * since it may download the one that a project asks for. Source: the rustup book, "Overrides" and
 * "The toolchain file".
 */
final class Rustup {
  private static final int LONGEST_FILE = 1 << 20;

  private final Map<String, String> environment;
  private final Path home;
  private final Optional<TomlTable> settings;

  /**
   * What is asked for.
   *
   * @param targets what the file that asks for it wants besides
   */
  private record Choice(String name, String chosenBy, List<String> targets) {
    Choice(String name, String chosenBy) {
      this(name, chosenBy, List.of());
    }
  }

  private Rustup(Map<String, String> environment, Path home, Optional<TomlTable> settings) {
    this.environment = environment;
    this.home = home;
    this.settings = settings;
  }

  /**
   * rustup, if it is there.
   *
   * @param user the user's home folder
   * @param started whether a build starts it, be its folder there yet or not
   */
  static Optional<Rustup> of(
      Map<String, String> environment, Optional<Path> user, boolean started) {
    Optional<Path> home =
        Optional.ofNullable(environment.get("RUSTUP_HOME"))
            .filter(value -> !value.isEmpty())
            .flatMap(WrittenPath::absolute)
            .or(() -> user.map(folder -> folder.resolve(".rustup")));
    return home.filter(folder -> started || Files.isDirectory(folder.resolve("toolchains")))
        .map(
            folder ->
                new Rustup(
                    environment,
                    folder,
                    toml(TextFiles.beginning(folder.resolve("settings.toml"), LONGEST_FILE))));
  }

  /** The toolchain for a folder; empty when none is asked for. */
  Optional<RustToolchain> toolchain(Path folder) {
    List<String> installed = installed();
    return choice(folder)
        .map(
            choice ->
                new RustToolchain(
                    choice.name(),
                    choice.chosenBy(),
                    folderOf(choice.name(), installed).map(Path::toString),
                    installed,
                    Optional.of(autoInstalls()),
                    choice.targets()));
  }

  /**
   * Whether what is missing is got when it is needed; a variable that is not empty goes before the
   * setting.
   */
  private boolean autoInstalls() {
    String variable = environment.getOrDefault("RUSTUP_AUTO_INSTALL", "");
    return variable.isEmpty()
        ? setting("auto_install").filter("disable"::equals).isEmpty()
        : !variable.equals("0");
  }

  private Optional<Choice> choice(Path folder) {
    String variable = environment.getOrDefault("RUSTUP_TOOLCHAIN", "");
    if (!variable.isBlank()) return Optional.of(new Choice(variable.strip(), "RUSTUP_TOOLCHAIN"));
    Path start = folder.toAbsolutePath().normalize();
    return Stream.iterate(start, Objects::nonNull, Path::getParent)
        .flatMap(each -> override(each).or(() -> file(each)).stream())
        .findFirst()
        .or(() -> setting("default_toolchain").map(name -> new Choice(name, "rustup's default")));
  }

  private Optional<String> setting(String key) {
    return settings.flatMap(table -> table.text(key));
  }

  private Optional<Choice> override(Path folder) {
    return settings
        .flatMap(table -> table.table("overrides"))
        .flatMap(overrides -> overrides.text(folder.toString()))
        .map(name -> new Choice(name, "`rustup override` for " + folder));
  }

  /** The file without an ending goes before the other; only it may hold nothing but a name. */
  private static Optional<Choice> file(Path folder) {
    for (String name : List.of("rust-toolchain", "rust-toolchain.toml")) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        String text = TextFiles.beginning(file, LONGEST_FILE);
        List<String> lines = text.strip().lines().toList();
        if (name.equals("rust-toolchain") && lines.size() == 1 && !text.contains("[")) {
          return Optional.of(new Choice(lines.getFirst().strip(), file.toString()));
        }
        return toml(text)
            .flatMap(table -> table.table("toolchain"))
            .flatMap(toolchain -> choice(toolchain, file));
      }
    }
    return Optional.empty();
  }

  private static Optional<Choice> choice(TomlTable toolchain, Path file) {
    Path folder = file.resolveSibling("");
    return toolchain
        .text("channel")
        .or(() -> toolchain.text("path").flatMap(text -> path(folder, text)).map(Path::toString))
        .map(name -> new Choice(name, file.toString(), toolchain.texts("targets")));
  }

  private List<String> installed() {
    return Folders.in(home.resolve("toolchains"), Files::isDirectory).stream()
        .map(entry -> entry.getFileName().toString())
        .toList();
  }

  /** {@code 1.85} is installed as {@code 1.85-x86_64-unknown-linux-gnu}. */
  private Optional<Path> folderOf(String name, List<String> installed) {
    Optional<Path> direct = WrittenPath.absolute(name).filter(Files::isDirectory);
    if (direct.isPresent()) return direct;
    if (installed.contains(name)) return Optional.of(home.resolve("toolchains").resolve(name));
    return installed.stream()
        .filter(each -> each.startsWith(name + "-"))
        .filter(each -> isTarget(each.substring(name.length() + 1)))
        .findFirst()
        .map(each -> home.resolve("toolchains").resolve(each));
  }

  /** {@code nightly} is not {@code nightly-2025-01-01-x86_64-unknown-linux-gnu}. */
  private boolean isTarget(String rest) {
    String host = setting("default_host_triple").orElse("");
    return host.isEmpty() ? !Character.isDigit(rest.charAt(0)) : rest.equals(host);
  }

  private static Optional<Path> path(Path folder, String written) {
    try {
      return Optional.of(folder.resolve(written));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** Empty when it is no TOML; rustup does not go on then. */
  private static Optional<TomlTable> toml(String text) {
    try {
      return Optional.of(Toml.parse(text));
    } catch (TomlException e) {
      return Optional.empty();
    }
  }
}
