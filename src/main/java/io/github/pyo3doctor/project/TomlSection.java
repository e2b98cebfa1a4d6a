package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.toml.TomlArray;
import io.github.pyo3doctor.toml.TomlTable;
import io.github.pyo3doctor.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    return table.keys();
  }

  boolean has(String key) {
    return table.get(key).isPresent();
  }

  /** The key itself, or its old spelling with {@code _} where only that is written. */
  String spelling(String key) {
    return has(key) ? key : key.replace('-', '_');
  }

  /** Where a key is written; where the table is, if the key is absent. */
  Location at(String key) {
    return table.at(key).map(file::location).orElse(location);
  }

  Optional<String> string(String key) {
    return typed(key, TomlValue.Text.class, "a string").map(TomlValue.Text::value);
  }

  /** A string that a package may also inherit, in which case it is silently absent here. */
  Optional<String> plainString(String key) {
    return table.text(key);
  }

  Optional<Boolean> flag(String key) {
    return typed(key, TomlValue.Flag.class, "true or false").map(TomlValue.Flag::value);
  }

  Optional<TomlSection> section(String key) {
    return typed(key, TomlTable.class, "a table").map(found -> at(key, found));
  }

  /** The table under a key, or none where something else stands there, silently. */
  Optional<TomlSection> sectionIfAny(String key) {
    return table.table(key).map(found -> at(key, found));
  }

  /** The tables of an array such as {@code [[bin]]}. */
  List<TomlSection> sections(String key) {
    List<TomlSection> found = new ArrayList<>();
    for (TomlValue element : elements(key, "an array of tables")) {
      if (element instanceof TomlTable each) {
        found.add(element(each));
      } else {
        file.complain(file.location(element.at()), "`" + key + "` should hold only tables");
      }
    }
    return found;
  }

  /** The strings of an array, each where it is written. */
  List<Located<String>> strings(String key) {
    List<Located<String>> found = new ArrayList<>();
    for (TomlValue element : elements(key, "an array of strings")) {
      Location at = file.location(element.at());
      if (element instanceof TomlValue.Text text) {
        found.add(new Located<>(text.value(), at));
      } else {
        file.complain(at, "`" + key + "` should hold only strings");
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
    for (TomlValue element : elements(key, "an array")) {
      Object value =
          switch (element) {
            case TomlTable each -> element(each);
            case TomlValue.Text text -> text.value();
            default -> element;
          };
      found.add(new Located<>(value, file.location(element.at())));
    }
    return found;
  }

  private List<TomlValue> elements(String key, String expected) {
    return typed(key, TomlArray.class, expected).map(TomlArray::values).orElse(List.of());
  }

  private TomlSection element(TomlTable each) {
    return new TomlSection(file, each, file.location(each.at()));
  }

  private TomlSection at(String key, TomlTable found) {
    return new TomlSection(file, found, at(key));
  }

  private <T extends TomlValue> Optional<T> typed(String key, Class<T> type, String expected) {
    Optional<TomlValue> value = table.get(key);
    if (value.isPresent() && !type.isInstance(value.get())) {
      file.complain(at(key), "`" + key + "` should be " + expected);
    }
    return value.filter(type::isInstance).map(type::cast);
  }
}
