package io.github.pyo3doctor.toml;

import io.github.pyo3doctor.toml.TomlTable.Origin;
import java.util.List;
import java.util.Optional;

/** The tables of a text while it is read: what a header or a dotted key may add to. */
final class TomlTree {
  private final TomlTable root = new TomlTable(new TomlPosition(1, 1), Origin.HEADER);

  TomlTable root() {
    return root;
  }

  /** The table that a {@code [header]} begins. */
  TomlTable table(List<String> path, TomlPosition at) throws TomlException {
    TomlTable within = parent(path, at);
    String key = path.getLast();
    Optional<TomlValue> there = within.get(key);
    if (there.isEmpty()) {
      TomlTable added = new TomlTable(at, Origin.HEADER);
      within.add(key, at, added);
      return added;
    }
    if (there.get() instanceof TomlTable known && known.origin() == Origin.IMPLIED) {
      within.define(key, known, at);
      return known;
    }
    throw twice(within, key, at);
  }

  /** The table that a {@code [[header]]} adds to its array. */
  TomlTable element(List<String> path, TomlPosition at) throws TomlException {
    TomlTable within = parent(path, at);
    String key = path.getLast();
    Optional<TomlValue> there = within.get(key);
    TomlTable added = new TomlTable(at, Origin.HEADER);
    if (there.isEmpty()) {
      TomlArray array = new TomlArray(at, true);
      within.add(key, at, array);
      array.add(added);
    } else if (there.get() instanceof TomlArray array && array.ofHeaders()) {
      array.add(added);
    } else {
      throw twice(within, key, at);
    }
    return added;
  }

  /** Gives a key its value, in a table that is being read. */
  static void add(TomlTable table, List<String> path, TomlPosition at, TomlValue value)
      throws TomlException {
    TomlTable within = table;
    for (String key : path.subList(0, path.size() - 1)) {
      Optional<TomlValue> there = within.get(key);
      if (there.isEmpty()) {
        TomlTable added = new TomlTable(at, Origin.DOTTED);
        within.add(key, at, added);
        within = added;
      } else if (there.get() instanceof TomlTable known && takesDottedKeys(known)) {
        known.goThrough();
        within = known;
      } else {
        throw closed(within, key, at);
      }
    }
    String key = path.getLast();
    if (within.get(key).isPresent()) throw twice(within, key, at);
    within.add(key, at, value);
  }

  private TomlTable parent(List<String> path, TomlPosition at) throws TomlException {
    TomlTable within = root;
    for (String key : path.subList(0, path.size() - 1)) {
      Optional<TomlValue> there = within.get(key);
      if (there.isEmpty()) {
        TomlTable added = new TomlTable(at, Origin.IMPLIED);
        within.add(key, at, added);
        within = added;
      } else if (there.get() instanceof TomlTable known && known.origin() != Origin.BRACES) {
        within = known;
      } else if (there.get() instanceof TomlArray array
          && array.ofHeaders()
          && array.values().getLast() instanceof TomlTable last) {
        within = last;
      } else {
        throw closed(within, key, at);
      }
    }
    return within;
  }

  private static boolean takesDottedKeys(TomlTable table) {
    return table.origin() == Origin.IMPLIED || table.origin() == Origin.DOTTED;
  }

  private static TomlException twice(TomlTable within, String key, TomlPosition at) {
    return new TomlException(
        at, TomlCursor.shown(key) + " is already defined at " + within.at(key).orElse(at));
  }

  private static TomlException closed(TomlTable within, String key, TomlPosition at) {
    return new TomlException(
        at,
        "nothing can be added to "
            + TomlCursor.shown(key)
            + ", which is defined at "
            + within.at(key).orElse(at));
  }
}
