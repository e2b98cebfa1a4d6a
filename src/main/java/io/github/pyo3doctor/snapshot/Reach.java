package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * What a stretch of code comes to.
 *
 * @param word what it needs Python for: {@code attach}, {@code py}; empty when it does not say that
 *     it does
 * @param python the line that says so
 * @param calls the functions it calls, last segment only
 */
public record Reach(
    String word,
    Optional<Located<String>> python,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Located<String>> calls) {
  /** Of code that comes to nothing. */
  public static final Reach NONE = new Reach("", Optional.empty(), List.of());
}
