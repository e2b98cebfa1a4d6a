package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * What a Rust source file tells PyO3's macros, and what one must know to judge it.
 *
 * @param items every item that carries one of the macros
 * @param imports what {@code use} brings in of PyO3 and of the types that stay on one thread, as
 *     full paths without braces: {@code glue::pyo3::prelude::*}, {@code std::rc::Rc}; renamed ones
 *     as {@code path as name}, {@code extern crate py as pyo3} as {@code py as pyo3}
 * @param threadPromises the types for which the file says {@code unsafe impl Send} or {@code Sync}
 * @param generators calls of macros outside functions that may stand for a module: {@code include},
 *     and those whose name holds {@code module}
 */
public record PythonCode(
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<PythonItem> items,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Located<String>> imports,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Located<String>> threadPromises,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Located<String>> generators) {
  /** What a file says that names none of it. */
  public static final PythonCode NONE = new PythonCode(List.of(), List.of(), List.of(), List.of());
}
