package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.ApiCode;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.PythonCode;
import io.github.pyo3doctor.snapshot.RustFunction;
import io.github.pyo3doctor.snapshot.TypeDeclaration;
import io.github.pyo3doctor.snapshot.WaitingCode;
import java.util.List;
import java.util.Optional;

/**
 * What one source file says, seen by itself.
 *
 * @param crates as in {@link io.github.pyo3doctor.snapshot.RustFile}
 * @param functions with the conditions of this file only
 * @param python as in {@link io.github.pyo3doctor.snapshot.RustFile}, items with the conditions of
 *     this file only
 * @param waiting as in {@link io.github.pyo3doctor.snapshot.RustFile}, with the conditions of this
 *     file only
 * @param api as in {@link io.github.pyo3doctor.snapshot.RustFile}, with the conditions of this file
 *     only
 * @param types as in {@link io.github.pyo3doctor.snapshot.RustFile}, with the conditions of this
 *     file only
 * @param modules every {@code mod name;}
 * @param outline whether only crates, modules and the names of functions were read
 * @param ofPython whether it has to do with Python, or asks for signals; never true of an outline
 */
record RustFacts(
    List<Located<String>> crates,
    List<RustFunction> functions,
    Optional<PythonCode> python,
    Optional<WaitingCode> waiting,
    Optional<ApiCode> api,
    List<TypeDeclaration> types,
    List<Module> modules,
    boolean outline,
    boolean ofPython) {
  /** What an outline would have said of a file that has nothing to do with Python. */
  RustFacts toOutline() {
    List<RustFunction> named =
        functions.stream()
            .map(
                each ->
                    new RustFunction(
                        each.name(),
                        each.location(),
                        each.test(),
                        each.conditions(),
                        Optional.empty(),
                        List.of()))
            .toList();
    return new RustFacts(
        crates,
        named,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        modules,
        true,
        false);
  }

  /**
   * One {@code mod name;}.
   *
   * @param inside the inline modules it stands in, outermost first
   * @param path {@code #[path = "…"]}
   * @param conditionalPaths the paths of {@code #[cfg_attr(…, path = "…")]}
   * @param conditions the {@code cfg} predicates it stands under in this file
   */
  record Module(
      String name,
      List<Inline> inside,
      Optional<String> path,
      List<String> conditionalPaths,
      List<String> conditions,
      Location location) {}

  /** A {@code mod name {}} around others; its {@code path} names a folder. */
  record Inline(String name, Optional<String> path) {}
}
