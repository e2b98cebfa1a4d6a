package io.github.pyo3doctor.snapshot;

/**
 * One {@code [[package]]} of a {@code Cargo.lock}.
 *
 * @param name the package's name
 * @param version the version it is pinned to
 * @param location where the entry begins
 */
public record LockedPackage(String name, String version, Location location) {}
