package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * What a source file uses that may be PyO3's.
 *
 * @param uses each name once for each form and set of conditions, at its first place
 * @param globs what stands before the {@code *} of its imports: {@code pyo3::prelude::}
 * @param declared the types, traits, functions and macros it declares whose names could be PyO3's
 */
public record ApiCode(
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<ApiUse> uses,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> globs,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> declared) {
  /** Of a file that uses nothing of it. */
  public static final ApiCode NONE = new ApiCode(List.of(), List.of(), List.of());

  /** The same under further conditions, those on the way to the file. */
  public ApiCode under(List<String> conditions) {
    return conditions.isEmpty()
        ? this
        : new ApiCode(uses.stream().map(use -> use.under(conditions)).toList(), globs, declared);
  }
}
