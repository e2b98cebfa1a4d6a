package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Toolchain;
import io.github.pyo3doctor.snapshot.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Reads the files that tell rustup which Rust to take, from the folders of a project's packages up
 * to the project's own.
 */
final class ToolchainReader {
  /** The first one wins, and may also hold nothing but the name. */
  private static final List<String> NAMES = List.of("rust-toolchain", "rust-toolchain.toml");

  private final ProjectFiles files;
  private final Manifests manifests;

  ToolchainReader(ProjectFiles files, Manifests manifests) {
    this.files = files;
    this.manifests = manifests;
  }

  List<Toolchain> read(List<Workspace> workspaces) {
    return files.upwards(workspaces).stream().flatMap(folder -> read(folder).stream()).toList();
  }

  private Optional<Toolchain> read(Path folder) {
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        return name.endsWith(".toml") ? ofToml(file) : ofPlainOrToml(file);
      }
    }
    return Optional.empty();
  }

  private Optional<Toolchain> ofPlainOrToml(Path file) {
    Optional<String> text = files.read(file, Manifests.LIMIT_BYTES);
    Optional<String> name = text.map(String::strip).filter(plain -> plain.matches("\\S+"));
    if (name.isEmpty()) {
      return text.flatMap(_ -> ofToml(file));
    }
    String path = files.relative(file);
    return Optional.of(new Toolchain(path, new Located<>(name.get(), new Location(path, 1, 1))));
  }

  /** One that names a folder of its own Rust says nothing about the version. */
  private Optional<Toolchain> ofToml(Path file) {
    return manifests
        .load(file)
        .flatMap(read -> read.root().sectionIfAny("toolchain"))
        .flatMap(
            table ->
                table.plainString("channel").map(name -> new Located<>(name, table.at("channel"))))
        .map(channel -> new Toolchain(files.relative(file), channel));
  }
}
