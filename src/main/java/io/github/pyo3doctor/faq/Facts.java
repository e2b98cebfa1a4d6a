package io.github.pyo3doctor.faq;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Version facts: which PyO3, maturin or Python does what. Articles and checks read the same ones.
 */
public final class Facts {
  private final BundledTable table;

  private Facts(BundledTable table) {
    this.table = table;
  }

  /**
   * Reads {@code facts.toml}.
   *
   * @throws IllegalArgumentException when it is not TOML: it ships with the program, so that is a
   *     mistake of ours
   */
  static Facts parse(String toml) {
    return new Facts(BundledTable.parse("facts.toml", toml));
  }

  /**
   * The fact of that dotted key as text, {@code extension-module.variable-since} → {@code 0.26}.
   */
  public Optional<String> find(String key) {
    return under(key, BundledTable::plain);
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
    return under(key, (within, name) -> Optional.of(within.texts(name))).orElse(List.of());
  }

  /** The entries of a {@code [[key]]}, each by its own keys; none when there is no such list. */
  public List<Map<String, String>> entries(String key) {
    List<Map<String, String>> entries = new ArrayList<>();
    for (BundledTable each : table.tables(key)) {
      Map<String, String> entry = new LinkedHashMap<>();
      for (String name : each.keys()) {
        each.plain(name).ifPresent(value -> entry.put(name, value));
      }
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
    for (BundledTable one : table.tables("series")) {
      String newest = one.text("python-max-known").orElse("");
      if (minor(newest) >= minor(python)) return one.text("pyo3");
    }
    return Optional.empty();
  }

  /** What stands under a dotted key, as asked of the table that has its last part. */
  private <T> Optional<T> under(
      String key, BiFunction<BundledTable, String, Optional<T>> question) {
    List<String> path = List.of(key.split("\\.", -1));
    Optional<BundledTable> within = Optional.of(table);
    for (String each : path.subList(0, path.size() - 1)) {
      within = within.flatMap(found -> found.table(each));
    }
    return within.flatMap(found -> question.apply(found, path.getLast()));
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
