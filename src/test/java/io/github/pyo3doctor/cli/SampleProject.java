package io.github.pyo3doctor.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small projects on disk. */
record SampleProject(Path folder) {
  private static final String LIBRARY =
      """
      use pyo3::prelude::*;

      #[pyfunction]
      pub fn double(number: i64) -> i64 {
          number * 2
      }
      """;

  /** A library whose tests cannot import it: an error. */
  static SampleProject broken(Path folder) {
    return new SampleProject(folder)
        .with("Cargo.toml", manifest("doubler", "\"cdylib\""))
        .with("src/lib.rs", LIBRARY)
        .with("tests/doubles.rs", "use doubler::double;\n\n#[test]\nfn two() {}\n");
  }

  /** A library that is as it should be. */
  static SampleProject sound(Path folder) {
    return new SampleProject(folder)
        .with("Cargo.toml", manifest("doubler", "\"cdylib\", \"rlib\""))
        .with("src/lib.rs", LIBRARY);
  }

  static String manifest(String name, String crateTypes) {
    return """
    [package]
    name = "%s"
    version = "0.1.0"
    edition = "2021"

    [lib]
    crate-type = [%s]

    [dependencies]
    pyo3 = "0.28"
    """
        .formatted(name, crateTypes);
  }

  SampleProject with(String name, String text) {
    return with(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  SampleProject with(String name, byte[] content) {
    try {
      Files.createDirectories(file(name).resolveSibling(""));
      Files.write(file(name), content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SampleProject withSparse(String name, long size) {
    with(name, "");
    try (RandomAccessFile out = new RandomAccessFile(file(name).toFile(), "rw")) {
      out.setLength(size);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  String path() {
    return folder.toString();
  }
}
