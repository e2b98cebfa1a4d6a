package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.WrittenPath;
import io.github.pyo3doctor.snapshot.WindowsPythons.Launcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The launcher {@code py} of Windows, and which Python it is told to start when it is not told a
 * version: by {@code PY_PYTHON}, else by {@code [defaults] python} of the {@code py.ini} in the
 * user's {@code %LOCALAPPDATA%}, else by the one beside the launcher. A {@code 3} alone is then
 * looked up in the same way as {@code PY_PYTHON3}, {@code python3}. Source: "Python Launcher for
 * Windows" in CPython's documentation. The launcher itself is not started.
 */
final class PyLauncher {
  private static final int LONGEST_INI = 1 << 16;

  private final ProgramSearch search;
  private final Map<String, String> environment;

  /**
   * @param environment variables by name in upper case
   */
  PyLauncher(ProgramSearch search, Map<String, String> environment) {
    this.search = search;
    this.environment = environment;
  }

  /** What is asked for, and by what. */
  private record Asked(String version, String by) {}

  /** The launcher that {@code PATH} leads to. */
  Optional<Launcher> find() {
    return search.find("py").file().map(this::launcher);
  }

  private Launcher launcher(Path program) {
    Optional<Asked> first = asked(program, "python");
    Optional<Asked> asked =
        first
            .filter(each -> each.version().matches("[23]"))
            .flatMap(each -> asked(program, "python" + each.version()))
            .or(() -> first);
    return new Launcher(program.toString(), asked.map(Asked::version), asked.map(Asked::by));
  }

  private Optional<Asked> asked(Path program, String name) {
    String variable = "PY_" + name.toUpperCase(Locale.ROOT);
    String value = environment.getOrDefault(variable, "").strip();
    if (!value.isEmpty()) return Optional.of(new Asked(value, variable));
    return files(program).stream()
        .flatMap(file -> value(file, name).map(each -> new Asked(each, file.toString())).stream())
        .findFirst();
  }

  private List<Path> files(Path program) {
    List<Path> files = new ArrayList<>();
    String user = environment.getOrDefault("LOCALAPPDATA", "");
    if (!user.isEmpty())
      WrittenPath.absolute(user).ifPresent(each -> files.add(each.resolve("py.ini")));
    files.add(program.resolveSibling("py.ini"));
    return files;
  }

  /** What {@code [defaults]} says of a name. */
  private static Optional<String> value(Path ini, String name) {
    boolean inDefaults = false;
    for (String line : TextFiles.beginning(ini, LONGEST_INI).lines().map(String::strip).toList()) {
      if (line.startsWith("[")) inDefaults = line.equalsIgnoreCase("[defaults]");
      String[] pair = line.split("=", 2);
      if (inDefaults && pair.length == 2 && pair[0].strip().equalsIgnoreCase(name)) {
        return Optional.of(pair[1].strip()).filter(value -> !value.isEmpty());
      }
    }
    return Optional.empty();
  }
}
