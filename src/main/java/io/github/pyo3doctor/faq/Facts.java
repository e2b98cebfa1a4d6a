package io.github.pyo3doctor.faq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlInvalidTypeException;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/**
 * Version facts: which PyO3, maturin or Python does what. Articles and checks read the same ones.
 */
public final class Facts {
  private final TomlParseResult table;

  private Facts(TomlParseResult table) {
    this.table = table;
  }

  /**
   * Reads {@code facts.toml}.
   *
   * @throws IllegalArgumentException when it is not TOML: it ships with the program, so that is a
   *     mistake of ours
   */
  static Facts parse(String toml) {
    TomlParseResult table = Toml.parse(toml);
    if (table.hasErrors()) {
      throw new IllegalArgumentException("facts.toml: " + table.errors().getFirst());
    }
    return new Facts(table);
  }

  /**
   * The fact of that dotted key as text, {@code extension-module.variable-since} → {@code 0.26}.
   */
  public Optional<String> find(String key) {
    try {
      return switch (table.get(List.of(key.split("\\.")))) {
        case String text -> Optional.of(text);
        case Long number -> Optional.of(number.toString());
        case Boolean flag -> Optional.of(flag.toString());
        case null, default -> Optional.empty();
      };
    } catch (TomlInvalidTypeException e) {
      return Optional.empty(); // the key goes on where a value already stands
    }
  }

  /**
   * A fact that the program relies on.
   *
   * @throws IllegalArgumentException when {@code facts.toml} has no such key
   */
  public String version(String key) {
    return find(key)
        .orElseThrow(() -> new IllegalArgumentException("facts.toml has no key " + key));
  }

  /** The texts of a list, {@code modules.of-rust}; none when there is no such list. */
  public List<String> list(String key) {
    return table.getArrayOrEmpty(key).toList().stream().map(String::valueOf).toList();
  }

  /** The entries of a {@code [[key]]}, each by its own keys; none when there is no such list. */
  public List<Map<String, String>> entries(String key) {
    List<Map<String, String>> entries = new ArrayList<>();
    TomlArray tables = table.getArrayOrEmpty(key);
    for (int i = 0; i < tables.size(); i++) {
      Map<String, String> entry = new LinkedHashMap<>();
      tables.getTable(i).toMap().forEach((name, value) -> entry.put(name, String.valueOf(value)));
      entries.add(entry);
    }
    return entries;
  }

  /**
   * The oldest series of PyO3 made for a Python.
   *
   * @param python {@code 3.13}
   */
  public Optional<String> firstPyo3For(String python) {
    TomlArray series = table.getArrayOrEmpty("series");
    for (int i = 0; i < series.size(); i++) {
      TomlTable one = series.getTable(i);
      String newest = one.getString("python-max-known", () -> "");
      if (minor(newest) >= minor(python)) return Optional.ofNullable(one.getString("pyo3"));
    }
    return Optional.empty();
  }

  /** 13 of {@code 3.13}; -1 of what is no version of Python 3. */
  private static int minor(String python) {
    return python.matches("3\\.\\d{1,4}") ? Integer.parseInt(python.substring(2)) : -1;
  }

  /** The newest PyO3 release the facts were read from. */
  public Pyo3Release currentPyo3() {
    return new Pyo3Release(version("pyo3.current"));
  }
}
