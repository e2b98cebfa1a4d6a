package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.Position;
import java.util.List;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/** A parsed TOML file that knows where everything is written, in UTF-16 columns. */
final class TomlFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final String path;
  private final boolean marked;
  private final List<String> lines;
  private final TomlParseResult result;
  private final ProjectFiles files;

  /**
   * @param path relative to the project
   * @param text the whole text; a byte order mark counts as the first column of the first line
   */
  TomlFile(String path, String text, ProjectFiles files) {
    this.path = path;
    this.files = files;
    marked = text.startsWith(BYTE_ORDER_MARK);
    String content = marked ? text.substring(1) : text;
    lines = List.of(content.split("\n", -1));
    result = Toml.parse(content);
  }

  String path() {
    return path;
  }

  /** Whether it is sound; notes every error, at its place, where it is not. */
  boolean isSound() {
    for (TomlParseError error : result.errors()) {
      String message = String.valueOf(error.getMessage()).strip().replaceAll("\\s+", " ");
      Position at = position(error.position());
      files.note(NotExamined.Kind.FILE, path, at, "is not valid TOML: " + message);
    }
    return !result.hasErrors();
  }

  TomlSection root() {
    return new TomlSection(this, result, new Location(path, 1, 1));
  }

  Location location(TomlPosition position) {
    return Location.in(path, position(position));
  }

  /** Says that a value is not what Cargo would take there. */
  void complain(Location at, String reason) {
    files.note(NotExamined.Kind.VALUE, at, reason);
  }

  /** The parser counts code points; editors and findings count UTF-16 units. */
  private Position position(TomlPosition position) {
    int line = position.line();
    int before = position.column() - 1;
    if (line >= 1 && line <= lines.size()) {
      String text = lines.get(line - 1);
      int codePoints = text.codePointCount(0, text.length());
      before = before <= codePoints ? text.offsetByCodePoints(0, before) : text.length();
    }
    return new Position(line, before + 1 + (marked && line == 1 ? 1 : 0));
  }
}
