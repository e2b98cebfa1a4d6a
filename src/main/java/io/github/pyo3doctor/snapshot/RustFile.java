package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * What a Rust source file says that a check may need to know.
 *
 * @param path relative to the project's root
 * @param crates every first segment of a path that may name a crate ({@code use pyo3::…}, {@code
 *     my_crate::f()}, {@code extern crate x}), once each, at its first place; names of modules
 *     declared in the file are left out
 * @param functions every function, wherever it is nested
 * @param python what it tells PyO3's macros; nothing for most files
 * @param waiting what it does that may make one thread wait for another; nothing for most files
 * @param api the names it uses that may be PyO3's; nothing for a file without any
 * @param types the types it declares; none in a target without a Python class
 */
public record RustFile(
    String path,
    List<Located<String>> crates,
    List<RustFunction> functions,
    Optional<PythonCode> python,
    Optional<WaitingCode> waiting,
    Optional<ApiCode> api,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<TypeDeclaration> types) {
  /** A file that keeps no thread waiting, uses no name of PyO3's and declares no type. */
  public RustFile(
      String path,
      List<Located<String>> crates,
      List<RustFunction> functions,
      Optional<PythonCode> python) {
    this(path, crates, functions, python, Optional.empty(), Optional.empty(), List.of());
  }

  /** The same without its types. */
  public RustFile withoutTypes() {
    return types.isEmpty()
        ? this
        : new RustFile(path, crates, functions, python, waiting, api, List.of());
  }
}
