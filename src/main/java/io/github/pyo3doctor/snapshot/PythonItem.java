package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An item that carries one of PyO3's macros.
 *
 * @param macro the path of the macro as written: {@code pymodule}, {@code pyo3::pyclass}; of a
 *     derive the trait, {@code FromPyObject}
 * @param macroAt where the macro is written
 * @param keyword what it stands on: {@code fn}, {@code mod}, {@code struct}, {@code enum}, {@code
 *     impl}
 * @param name the item's name, for an {@code impl} its type's; with a {@code $} where a macro fills
 *     it in
 * @param location where the name is written
 * @param options what is said in the macro's brackets and in {@code #[pyo3(…)]}
 * @param derives the last segments of what is derived
 * @param fields the fields of a struct; of an {@code impl} the getters in it that only copy one
 * @param plain whether an enum has no data in any variant
 * @param changing whether a method of an {@code impl} may change the object it is called on; a
 *     snapshot of a program that did not ask says that none does
 * @param place where it stands
 * @param conditions the {@code cfg(…)} predicates it stands under
 * @param macroConditions the predicates of the {@code cfg_attr} that the macro stands in
 */
public record PythonItem(
    String macro,
    Location macroAt,
    String keyword,
    String name,
    Location location,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<MacroOption> options,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> derives,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<ClassField> fields,
    boolean plain,
    @JsonSetter(nulls = Nulls.AS_EMPTY) boolean changing,
    Place place,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> conditions,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> macroConditions) {
  /** Where an item stands. */
  public enum Place {
    /** In a module of the crate. */
    MODULE,
    /** In a {@code mod} that is a Python module itself. */
    PYTHON_MODULE,
    /** In the body of a function. */
    FUNCTION
  }

  /** The last segment of the macro's path. */
  public String macroName() {
    return macro.substring(macro.lastIndexOf(':') + 1);
  }

  /** Whether an option is given, be it on condition. */
  public boolean has(String option) {
    return options.stream().anyMatch(each -> each.name().equals(option));
  }

  /** The values of an option; several when {@code cfg_attr} chooses between them. */
  public Stream<String> values(String option) {
    return options.stream()
        .filter(each -> each.name().equals(option))
        .map(MacroOption::value)
        .flatMap(Optional::stream);
  }

  /** The same under further conditions, those of the file it stands in. */
  public PythonItem under(List<String> further) {
    return new PythonItem(
        macro,
        macroAt,
        keyword,
        name,
        location,
        options,
        derives,
        fields,
        plain,
        changing,
        place,
        Stream.concat(further.stream(), conditions.stream()).toList(),
        macroConditions);
  }
}
