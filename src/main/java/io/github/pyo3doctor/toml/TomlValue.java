package io.github.pyo3doctor.toml;

/** What a key can have, and where it begins. Values do not change. */
public sealed interface TomlValue
    permits TomlArray,
        TomlTable,
        TomlValue.Flag,
        TomlValue.Moment,
        TomlValue.Real,
        TomlValue.Text,
        TomlValue.Whole {
  /** Where it begins; of a table, where its header or its first dotted key does. */
  TomlPosition at();

  /** A string, without its quotes and escapes. */
  record Text(String value, TomlPosition at) implements TomlValue {}

  /** An integer. */
  record Whole(long value, TomlPosition at) implements TomlValue {}

  /** A float; also infinite or not a number. */
  record Real(double value, TomlPosition at) implements TomlValue {}

  /** {@code true} or {@code false}. */
  record Flag(boolean value, TomlPosition at) implements TomlValue {}

  /**
   * A date, a time or both.
   *
   * @param written as it is written
   */
  record Moment(String written, TomlPosition at) implements TomlValue {}
}
