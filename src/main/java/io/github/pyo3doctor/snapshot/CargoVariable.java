package io.github.pyo3doctor.snapshot;

import java.util.Optional;

/**
 * A variable that {@code .cargo/config.toml} sets for the builds that Cargo runs. Source: the Cargo
 * book, "Configuration", {@code [env]}.
 *
 * @param name the variable
 * @param value as written
 * @param relative whether Cargo puts the folder that holds {@code .cargo} before it
 * @param force whether it wins over the same variable in the environment
 * @param exists whether there is a file or folder of that name; empty where the value is no path
 * @param location where it is written
 */
public record CargoVariable(
    String name,
    String value,
    boolean relative,
    boolean force,
    Optional<Boolean> exists,
    Location location) {}
