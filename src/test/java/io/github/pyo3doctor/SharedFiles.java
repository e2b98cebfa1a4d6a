package io.github.pyo3doctor;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Material that is not ours to keep in the repository: the official FAQ page, and labelled symptoms
 * from public threads. It lies in {@code ../shared}, or where {@code -Dshared=…} says; tests that
 * need it are skipped without it.
 */
public final class SharedFiles {
  private SharedFiles() {}

  /** The file of that name, or the test ends here. */
  public static Path file(String name) {
    Path file = Path.of(System.getProperty("shared", "../shared")).resolve(name);
    assumeTrue(Files.isRegularFile(file), "needs " + file);
    return file;
  }
}
