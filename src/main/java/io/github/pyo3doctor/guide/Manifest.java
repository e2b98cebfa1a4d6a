package io.github.pyo3doctor.guide;

import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import io.github.pyo3doctor.toml.Toml;
import io.github.pyo3doctor.toml.TomlException;
import io.github.pyo3doctor.toml.TomlTable;
import java.nio.file.Path;
import java.util.Optional;

/** A TOML file of Cargo's, as far as it can be read. */
final class Manifest {
  static final String NAME = "Cargo.toml";

  private Manifest() {}

  /** The table in a file; empty when there is no such file, or it is no TOML. */
  static Optional<TomlTable> read(Path file) {
    try {
      return Optional.of(Toml.parse(TextFiles.read(file)));
    } catch (UnreadableFileException | TomlException e) {
      return Optional.empty();
    }
  }

  /** The version of the {@code pyo3} package in a folder, its own or its workspace's. */
  static Optional<Pyo3Release> release(Path crate) {
    Optional<TomlTable> manifest = read(crate.resolve(NAME));
    Optional<TomlTable> own = manifest.flatMap(root -> root.table("package"));
    if (own.flatMap(its -> its.text("name")).filter("pyo3"::equals).isEmpty()) {
      return Optional.empty();
    }
    return own.flatMap(its -> its.text("version"))
        .or(
            () ->
                manifest
                    .flatMap(root -> root.table("workspace"))
                    .flatMap(its -> its.table("package"))
                    .flatMap(its -> its.text("version")))
        .map(Pyo3Release::new);
  }
}
