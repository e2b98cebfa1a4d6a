package io.github.pyo3doctor.snapshot;

import java.util.Optional;

/**
 * One option of a macro: {@code frozen}, {@code name = "x"}.
 *
 * @param name the option
 * @param value what stands behind the {@code =}, strings without their quotes
 * @param conditional whether it is given by {@code cfg_attr}
 */
public record MacroOption(String name, Optional<String> value, boolean conditional) {}
