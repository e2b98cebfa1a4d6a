package io.github.pyo3doctor.snapshot;

/**
 * A value, and where it is written.
 *
 * @param value what is written
 * @param location the first character of it
 */
public record Located<T>(T value, Location location) {}
