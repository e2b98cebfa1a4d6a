package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.stream.Stream;

/**
 * A name in a source file that may be one of PyO3's.
 *
 * @param form how it is used
 * @param name the name; of a path the whole path, as far as the file's own {@code use} declarations
 *     tell: {@code pyo3::sync::GILOnceCell}, {@code PyDict::new}
 * @param line the line it stands on
 * @param conditions the {@code cfg(…)} predicates it stands under; {@code test} in a test function
 */
public record ApiUse(
    Form form,
    String name,
    Located<String> line,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> conditions) {
  /** How a name is used. */
  public enum Form {
    /** As a path: of an import, an expression, a type or an attribute. */
    PATH,
    /** As a method of the token, {@code py.name()}. */
    METHOD_OF_TOKEN,
    /** As a method that is given the token first, {@code value.name(py)}. */
    METHOD_WITH_TOKEN,
    /** As a method that is given a type of Python's, {@code value.downcast::<PyDict>()}. */
    METHOD_WITH_TYPE,
    /** As the type of a reference that Python is to pass to a function, {@code &PyAny}. */
    ARGUMENT,
    /** As a method that is given {@code true} or {@code false}. */
    METHOD_WITH_BOOLEAN,
    /**
     * As the type of a parameter of the function around it that a closure for {@code detach} uses;
     * the parameter's name stands before it, with a space between.
     */
    CAPTURED,
    /** As an attribute of a function that Python is to call, {@code #[args(…)]}. */
    ATTRIBUTE
  }

  /** The same under further conditions, those of the file it stands in. */
  public ApiUse under(List<String> further) {
    return new ApiUse(
        form, name, line, Stream.concat(further.stream(), conditions.stream()).toList());
  }
}
