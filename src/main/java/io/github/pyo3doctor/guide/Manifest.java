package io.github.pyo3doctor.guide;

import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.files.TextFiles;
import io.github.pyo3doctor.files.UnreadableFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** A TOML file of Cargo's, as far as it can be read. */
final class Manifest {
  static final String NAME = "Cargo.toml";

  private Manifest() {}

  /** The table in a file; empty when there is no such file, or it is no TOML. */
  static Optional<TomlTable> read(Path file) {
    try {
      TomlParseResult table = Toml.parse(TextFiles.read(file));
      return table.hasErrors() ? Optional.empty() : Optional.of(table);
    } catch (UnreadableFileException e) {
      return Optional.empty();
    }
  }

  /** The table under a key of another; empty when there is none. */
  static Optional<TomlTable> table(TomlTable within, String key) {
    return within.get(List.of(key)) instanceof TomlTable found
        ? Optional.of(found)
        : Optional.empty();
  }

  /** The text under a key; empty when there is none. */
  static Optional<String> text(TomlTable within, String key) {
    return within.get(List.of(key)) instanceof String found ? Optional.of(found) : Optional.empty();
  }

  /** The version of the {@code pyo3} package in a folder, its own or its workspace's. */
  static Optional<Pyo3Release> release(Path crate) {
    Optional<TomlTable> manifest = read(crate.resolve(NAME));
    Optional<TomlTable> own = manifest.flatMap(root -> table(root, "package"));
    if (own.flatMap(its -> text(its, "name")).filter("pyo3"::equals).isEmpty()) {
      return Optional.empty();
    }
    return own.flatMap(its -> text(its, "version"))
        .or(
            () ->
                manifest
                    .flatMap(root -> table(root, "workspace"))
                    .flatMap(its -> table(its, "package"))
                    .flatMap(its -> text(its, "version")))
        .map(Pyo3Release::new);
  }
}
