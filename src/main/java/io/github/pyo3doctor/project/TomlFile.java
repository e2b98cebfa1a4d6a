package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Position;
import io.github.pyo3doctor.toml.Toml;
import io.github.pyo3doctor.toml.TomlException;
import io.github.pyo3doctor.toml.TomlPosition;
import io.github.pyo3doctor.toml.TomlTable;
import java.util.Optional;

/** A sound TOML file of the project, which knows where everything is written. */
final class TomlFile {
  private final String path;
  private final TomlTable root;
  private final ProjectFiles files;

  private TomlFile(String path, TomlTable root, ProjectFiles files) {
    this.path = path;
    this.root = root;
    this.files = files;
  }

  /**
   * Reads a file; when it is not sound, that is noted at its place.
   *
   * @param path relative to the project
   * @param text the whole text; a byte order mark counts as the first column of the first line
   * @param missing what is missing when it is not sound
   */
  static Optional<TomlFile> read(
      String path, String text, NotExamined.Kind missing, ProjectFiles files) {
    try {
      return Optional.of(new TomlFile(path, Toml.parse(text), files));
    } catch (TomlException e) {
      String reason = "is not valid TOML: " + e.reason();
      files.note(missing, path, position(e.at()), reason);
      return Optional.empty();
    }
  }

  String path() {
    return path;
  }

  TomlSection root() {
    return new TomlSection(this, root, new Location(path, 1, 1));
  }

  Location location(TomlPosition position) {
    return Location.in(path, position(position));
  }

  /** Says that a value is not what Cargo would take there. */
  void complain(Location at, String reason) {
    files.note(NotExamined.Kind.VALUE, at, reason);
  }

  private static Position position(TomlPosition position) {
    return new Position(position.line(), position.column());
  }
}
