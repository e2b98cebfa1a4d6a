package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/**
 * One table of a TOML file. A value of another type than the one asked for is complained about, at
 * its place, and counts as absent.
 */
final class TomlSection {
  private final TomlFile file;
  private final TomlTable table;
  private final Location location;

  TomlSection(TomlFile file, TomlTable table, Location location) {
    this.file = file;
    this.table = table;
    this.location = location;
  }

  /** Where the table begins. */
  Location location() {
    return location;
  }

  Set<String> keys() {
    return table.keySet();
  }

  boolean has(String key) {
    return value(key) != null;
  }

  /** The key itself, or its old spelling with {@code _} where only that is written. */
  String spelling(String key) {
    return has(key) ? key : key.replace('-', '_');
  }

  /** Where a key is written; where the table is, if the key is absent. */
  Location at(String key) {
    var position = table.inputPositionOf(List.of(key));
    return position == null ? location : file.location(position);
  }

  Optional<String> string(String key) {
    return typed(key, String.class, "a string");
  }

  /** A string that a package may also inherit, in which case it is silently absent here. */
  Optional<String> plainString(String key) {
    return value(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  Optional<Boolean> flag(String key) {
    return typed(key, Boolean.class, "true or false");
  }

  Optional<TomlSection> section(String key) {
    return typed(key, TomlTable.class, "a table").map(found -> at(key, found));
  }

  /** The table under a key, or none where something else stands there, silently. */
  Optional<TomlSection> sectionIfAny(String key) {
    return value(key) instanceof TomlTable found ? Optional.of(at(key, found)) : Optional.empty();
  }

  /** The tables of an array such as {@code [[bin]]}. */
  List<TomlSection> sections(String key) {
    List<TomlSection> found = new ArrayList<>();
    for (Located<Object> element : elements(key, "an array of tables")) {
      if (element.value() instanceof TomlTable each) {
        found.add(new TomlSection(file, each, element.location()));
      } else {
        file.complain(element.location(), "`" + key + "` should hold only tables");
      }
    }
    return found;
  }

  /** The strings of an array, each where it is written. */
  List<Located<String>> strings(String key) {
    List<Located<String>> found = new ArrayList<>();
    for (Located<Object> element : elements(key, "an array of strings")) {
      if (element.value() instanceof String text) {
        found.add(new Located<>(text, element.location()));
      } else {
        file.complain(element.location(), "`" + key + "` should hold only strings");
      }
    }
    return found;
  }

  /**
   * The elements of an array, whatever they are: strings and {@link TomlSection}s stay apart by
   * their type.
   */
  List<Located<Object>> mixed(String key) {
    List<Located<Object>> found = new ArrayList<>();
    for (Located<Object> element : elements(key, "an array")) {
      Object value =
          element.value() instanceof TomlTable each
              ? new TomlSection(file, each, element.location())
              : element.value();
      found.add(new Located<>(value, element.location()));
    }
    return found;
  }

  private List<Located<Object>> elements(String key, String expected) {
    Optional<TomlArray> array = typed(key, TomlArray.class, expected);
    List<Located<Object>> found = new ArrayList<>();
    for (int i = 0; array.isPresent() && i < array.get().size(); i++) {
      Location at = file.location(array.get().inputPositionOf(i));
      found.add(new Located<>(array.get().get(i), at));
    }
    return found;
  }

  private TomlSection at(String key, TomlTable found) {
    return new TomlSection(file, found, at(key));
  }

  private <T> Optional<T> typed(String key, Class<T> type, String expected) {
    Object value = value(key);
    if (value != null && !type.isInstance(value)) {
      file.complain(at(key), "`" + key + "` should be " + expected);
    }
    return type.isInstance(value) ? Optional.of(type.cast(value)) : Optional.empty();
  }

  private @Nullable Object value(String key) {
    return table.get(List.of(key));
  }
}
