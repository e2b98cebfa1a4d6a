package io.github.pyo3doctor.faq;

import io.github.pyo3doctor.toml.Toml;
import io.github.pyo3doctor.toml.TomlArray;
import io.github.pyo3doctor.toml.TomlException;
import io.github.pyo3doctor.toml.TomlTable;
import io.github.pyo3doctor.toml.TomlValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A table of a TOML file that ships with the program. Whatever is wrong with it is a mistake of
 * ours: an {@link IllegalArgumentException} that names the file and the key.
 */
final class BundledTable {
  private final String file;
  private final TomlTable table;

  private BundledTable(String file, TomlTable table) {
    this.file = file;
    this.table = table;
  }

  /** The table that a whole text is. */
  static BundledTable parse(String file, String text) {
    try {
      return new BundledTable(file, Toml.parse(text));
    } catch (TomlException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
  }

  Set<String> keys() {
    return table.keys();
  }

  /** The string under a key. */
  Optional<String> text(String key) {
    return typed(key, TomlValue.Text.class, "a string").map(TomlValue.Text::value);
  }

  /** The string under a key that has to be there. */
  String needed(String key) {
    return text(key).orElseThrow(() -> mistake("lacks " + key));
  }

  /** Whether a key is there and true. */
  boolean isTrue(String key) {
    return typed(key, TomlValue.Flag.class, "true or false")
        .map(TomlValue.Flag::value)
        .orElse(false);
  }

  /** The float under a key that has to be there. */
  float number(String key) {
    return typed(key, TomlValue.Real.class, "a float")
        .map(real -> (float) real.value())
        .orElseThrow(() -> mistake("lacks " + key));
  }

  /** The floats of a list that has to be there. */
  List<Float> numbers(String key) {
    List<Float> numbers = new ArrayList<>();
    for (TomlValue each : values(key)) {
      if (!(each instanceof TomlValue.Real real)) throw mistake(key + " should hold only floats");
      numbers.add((float) real.value());
    }
    if (numbers.isEmpty()) throw mistake("lacks " + key);
    return List.copyOf(numbers);
  }

  /** The strings of a list; none when the key is not there. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (TomlValue each : values(key)) {
      if (!(each instanceof TomlValue.Text text)) throw mistake(key + " should hold only strings");
      texts.add(text.value());
    }
    return List.copyOf(texts);
  }

  /** The tables of a {@code [[key]]}; none when the key is not there. */
  List<BundledTable> tables(String key) {
    List<BundledTable> tables = new ArrayList<>();
    for (TomlValue each : values(key)) {
      if (!(each instanceof TomlTable one)) throw mistake(key + " should hold only tables");
      tables.add(new BundledTable(file, one));
    }
    return List.copyOf(tables);
  }

  /** The table under a key; empty when it is not there, or no table. */
  Optional<BundledTable> table(String key) {
    return table.table(key).map(found -> new BundledTable(file, found));
  }

  /** A string, an integer or a flag, as text; empty when none of them is there. */
  Optional<String> plain(String key) {
    return table
        .get(key)
        .flatMap(
            value ->
                switch (value) {
                  case TomlValue.Text text -> Optional.of(text.value());
                  case TomlValue.Whole whole -> Optional.of(String.valueOf(whole.value()));
                  case TomlValue.Flag flag -> Optional.of(String.valueOf(flag.value()));
                  default -> Optional.empty();
                });
  }

  IllegalArgumentException mistake(String what) {
    return new IllegalArgumentException(file + ": " + what);
  }

  private List<TomlValue> values(String key) {
    return typed(key, TomlArray.class, "an array").map(TomlArray::values).orElse(List.of());
  }

  private <T extends TomlValue> Optional<T> typed(String key, Class<T> type, String expected) {
    Optional<TomlValue> value = table.get(key);
    if (value.isPresent() && !type.isInstance(value.get())) {
      throw mistake(key + " should be " + expected);
    }
    return value.map(type::cast);
  }
}
