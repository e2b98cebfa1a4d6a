package io.github.pyo3doctor.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * One function of a Rust source file.
 *
 * @param name its name
 * @param location where its name is written
 * @param test whether it carries {@code #[test]} or another attribute ending in {@code test} or
 *     {@code rstest}
 * @param conditions the {@code cfg(…)} predicates it stands under: its own, its modules', its
 *     file's
 * @param python the first place in its signature or body that needs the Python interpreter when run
 *     (attaching, a {@code PyResult}, a {@code Py<T>}), with the code that does
 * @param calls names it calls by path, last segment only, once each: {@code f()}, {@code T::f()},
 *     {@code m::f()}; also inside macro arguments; methods called on a value are left out, since
 *     their names prove nothing
 */
public record RustFunction(
    String name,
    Location location,
    boolean test,
    List<String> conditions,
    Optional<Located<String>> python,
    List<Located<String>> calls) {}
