package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.snapshot.PythonConfigFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the files that {@code PYO3_CONFIG_FILE} names: a key and its value on each line. Source:
 * {@code InterpreterConfig::from_reader} in {@code pyo3-build-config/src/impl_.rs}.
 */
final class PythonConfigFiles {
  private static final int LONGEST = 1 << 16;

  private PythonConfigFiles() {}

  static PythonConfigFile read(String path) {
    Path file;
    try {
      file = Path.of(path);
    } catch (InvalidPathException e) {
      return broken(path, "is no path");
    }
    if (!file.isAbsolute()) return broken(path, "is not an absolute path");
    if (!Files.exists(file)) return broken(path, "is not there");
    String text;
    try (var input = Files.newInputStream(file)) {
      text = new String(input.readNBytes(LONGEST), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return broken(path, "cannot be read");
    }
    return parse(path, text);
  }

  private static PythonConfigFile parse(String path, String text) {
    Map<String, String> values = new HashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      int equals = line.indexOf('=');
      if (equals < 0) return broken(path, "has no key=value pair on line " + number);
      values.put(line.substring(0, equals), line.substring(equals + 1).strip());
    }
    Optional<String> version = Optional.ofNullable(values.get("version"));
    return new PythonConfigFile(
        path,
        Optional.of(values.getOrDefault("implementation", "CPython")),
        version,
        version.isPresent() ? Optional.empty() : Optional.of("does not say the version"));
  }

  private static PythonConfigFile broken(String path, String trouble) {
    return new PythonConfigFile(path, Optional.empty(), Optional.empty(), Optional.of(trouble));
  }
}
