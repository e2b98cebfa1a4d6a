package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * How a function stands to Ctrl-C.
 *
 * @param function its name
 * @param calledByPython whether it is a {@code #[pyfunction]} or a method of Python's, and not
 *     {@code async}
 * @param test whether it is a test
 * @param parameters how many it has, {@code self} left out
 * @param heeds the first name in it by which it sees to Ctrl-C itself: {@code check_signals},
 *     {@code ctrl_c}, {@code ctrlc}
 * @param stays where it may stay for long; of those within one another the outermost
 * @param calls the functions, and the methods of {@code self}, that it calls on its own thread
 * @param counts the numbers that Python hands in and it hands on: the called function and the
 *     number of the argument, {@code walk 0}
 * @param conditions the {@code cfg(…)} predicates it stands under
 */
public record Interruption(
    Located<String> function,
    boolean calledByPython,
    boolean test,
    int parameters,
    Optional<Located<String>> heeds,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Stay> stays,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Located<String>> calls,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> counts,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> conditions) {
  /** The same under further conditions, those of the file it stands in. */
  public Interruption under(List<String> further) {
    return new Interruption(
        function,
        calledByPython,
        test,
        parameters,
        heeds,
        stays,
        calls,
        counts,
        Visit.joined(further, conditions));
  }
}
