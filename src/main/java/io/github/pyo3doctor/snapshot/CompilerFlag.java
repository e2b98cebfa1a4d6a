package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Optional;

/**
 * A compiler argument that {@code .cargo/config.toml} gives.
 *
 * @param value the argument
 * @param location where it is written
 * @param condition the triple or {@code cfg(…)} of its {@code [target.…]} table; absent for {@code
 *     [build]}, and in a snapshot of a program that did not read it
 */
public record CompilerFlag(
    String value,
    Location location,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Optional<String> condition) {}
