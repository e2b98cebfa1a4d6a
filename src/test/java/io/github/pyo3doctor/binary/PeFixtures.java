package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The small PE files under {@code src/test/resources/pe}; {@code build.sh} there makes them. */
public final class PeFixtures {
  static final Path FOLDER = Path.of("src/test/resources/pe");

  private PeFixtures() {}

  public static Path file(String name) {
    return FOLDER.resolve(name);
  }

  static List<Path> all() throws IOException {
    return below(FOLDER);
  }

  static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches("(?i).*\\.(dll|exe|pyd)"))
          .sorted()
          .toList();
    }
  }
}
