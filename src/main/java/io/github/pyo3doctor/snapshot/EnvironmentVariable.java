package io.github.pyo3doctor.snapshot;

/**
 * An environment variable.
 *
 * @param name as written
 * @param value as set
 */
public record EnvironmentVariable(String name, String value) {}
