package io.github.pyo3doctor.snapshot;

/**
 * An entry of {@code [patch.…]}: Cargo takes a package from elsewhere.
 *
 * @param source the registry or repository it stands in for, {@code crates-io} for instance
 * @param packageName the package
 * @param location where the entry is written
 */
public record Patch(String source, String packageName, Location location) {}
