package io.github.pyo3doctor.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * This program's folders among those that the system keeps for a user: the XDG Base Directories,
 * else AppData, else what is usual below the user's home.
 *
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG Base Directory
 *     Specification</a>
 */
public enum UserFolder {
  /** What can be made anew. */
  CACHE("XDG_CACHE_HOME", "LOCALAPPDATA", "Caches", ".cache"),
  /** What was done. */
  STATE("XDG_STATE_HOME", "LOCALAPPDATA", "Application Support", ".local/state"),
  /** What was chosen. */
  CONFIG("XDG_CONFIG_HOME", "APPDATA", "Application Support", ".config");

  private static final String PROGRAM = "pyo3-doctor";

  private final String xdg;
  private final String windows;
  private final String mac;
  private final String usual;

  UserFolder(String xdg, String windows, String mac, String usual) {
    this.xdg = xdg;
    this.windows = windows;
    this.mac = mac;
    this.usual = usual;
  }

  /**
   * The folder, which need not exist. A variable that holds no absolute path counts as not set, as
   * the specification wants it.
   *
   * @param home the user's home folder
   */
  public Path in(Map<String, String> environment, Path home) {
    return absolute(environment, xdg)
        .or(() -> absolute(environment, windows))
        .orElseGet(() -> below(home))
        .resolve(PROGRAM);
  }

  private static Optional<Path> absolute(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable)).flatMap(WrittenPath::absolute);
  }

  private Path below(Path home) {
    Path library = home.resolve("Library").resolve(mac);
    return Files.isDirectory(library) ? library : home.resolve(usual);
  }
}
