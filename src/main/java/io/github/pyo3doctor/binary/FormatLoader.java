package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.Inspection;
import java.io.IOException;
import java.nio.file.Path;

/** The decision of the loader that one format of binary files has. */
@FunctionalInterface
public interface FormatLoader {
  /**
   * Decides without loading anything.
   *
   * @throws MalformedBinaryException if the file contradicts itself
   * @throws IOException if it cannot be read
   */
  Inspection inspect(Path file) throws IOException;
}
