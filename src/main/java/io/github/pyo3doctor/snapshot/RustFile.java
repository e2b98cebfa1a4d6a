package io.github.pyo3doctor.snapshot;

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
 */
public record RustFile(
    String path,
    List<Located<String>> crates,
    List<RustFunction> functions,
    Optional<PythonCode> python,
    Optional<WaitingCode> waiting,
    Optional<ApiCode> api) {
  /** A file that keeps no thread waiting, and uses no name of PyO3's. */
  public RustFile(
      String path,
      List<Located<String>> crates,
      List<RustFunction> functions,
      Optional<PythonCode> python) {
    this(path, crates, functions, python, Optional.empty(), Optional.empty());
  }
}
