package io.github.pyo3doctor.toml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys and what they have, in the order in which they are first written. */
public final class TomlTable implements TomlValue {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private TomlPosition at;
  private Origin origin;

  /** What made a table, which decides what may add to it. */
  enum Origin {
    /** The header of a table within it. */
    IMPLIED,
    /** A header of its own; or it is the whole file. */
    HEADER,
    /** A dotted key. */
    DOTTED,
    /** Braces. */
    BRACES
  }

  private record Entry(TomlPosition at, TomlValue value) {}

  TomlTable(TomlPosition at, Origin origin) {
    this.at = at;
    this.origin = origin;
  }

  @Override
  public TomlPosition at() {
    return at;
  }

  /** The keys, without quotes. */
  public Set<String> keys() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /** What a key has; empty when it is not there. */
  public Optional<TomlValue> get(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  /**
   * Where a key is written: of {@code a.b = 1}, both keys where {@code a} begins; of a table with a
   * header, where the header begins. Empty when it is not there.
   */
  public Optional<TomlPosition> at(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::at);
  }

  /** The table under a key; empty when there is none. */
  public Optional<TomlTable> table(String key) {
    return get(key).filter(TomlTable.class::isInstance).map(TomlTable.class::cast);
  }

  /** The string under a key; empty when there is none. */
  public Optional<String> text(String key) {
    return get(key).filter(Text.class::isInstance).map(value -> ((Text) value).value());
  }

  /** The strings of the array under a key, without what else it holds; none when there is none. */
  public List<String> texts(String key) {
    return get(key).filter(TomlArray.class::isInstance).stream()
        .flatMap(array -> ((TomlArray) array).values().stream())
        .filter(Text.class::isInstance)
        .map(value -> ((Text) value).value())
        .toList();
  }

  Origin origin() {
    return origin;
  }

  /** Adds what is not there yet. */
  void add(String key, TomlPosition where, TomlValue value) {
    entries.put(key, new Entry(where, value));
  }

  /** A table within this was implied so far; here is its header. */
  void define(String key, TomlTable implied, TomlPosition header) {
    implied.at = header;
    implied.origin = Origin.HEADER;
    entries.put(key, new Entry(header, implied));
  }

  /** A dotted key goes through it, after which it gets no header. */
  void goThrough() {
    if (origin == Origin.IMPLIED) origin = Origin.DOTTED;
  }
}
