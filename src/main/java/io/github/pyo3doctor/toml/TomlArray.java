package io.github.pyo3doctor.toml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Values in their order: between brackets, or the tables of every {@code [[header]]} of a name. */
public final class TomlArray implements TomlValue {
  private final List<TomlValue> values = new ArrayList<>();
  private final TomlPosition at;
  private final boolean ofHeaders;

  /**
   * @param ofHeaders whether further headers may add to it
   */
  TomlArray(TomlPosition at, boolean ofHeaders) {
    this.at = at;
    this.ofHeaders = ofHeaders;
  }

  @Override
  public TomlPosition at() {
    return at;
  }

  /** What it holds. */
  public List<TomlValue> values() {
    return Collections.unmodifiableList(values);
  }

  boolean ofHeaders() {
    return ofHeaders;
  }

  void add(TomlValue value) {
    values.add(value);
  }
}
