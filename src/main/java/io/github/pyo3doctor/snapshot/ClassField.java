package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * A field of a struct that is a Python class.
 *
 * @param name its name, or its number in a tuple struct
 * @param type its type, as written but on one line
 * @param location where the name is written, or the type in a tuple struct
 * @param options what its {@code #[pyo3(…)]} says: {@code get}, {@code set}
 */
public record ClassField(
    String name,
    String type,
    Location location,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<MacroOption> options) {
  /** Whether an option is given. */
  public boolean has(String option) {
    return options.stream().anyMatch(each -> each.name().equals(option));
  }
}
