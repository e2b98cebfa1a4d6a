package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * The toolchain that rustup would take in the project's folder. Source: the rustup book,
 * "Overrides".
 *
 * @param name as it is asked for, {@code stable}, {@code 1.85}
 * @param chosenBy what asks for it: {@code RUSTUP_TOOLCHAIN}, an override of the folder, a {@code
 *     rust-toolchain.toml}, the default
 * @param folder where it is installed; empty when it is not
 * @param installed the names of those that are installed
 * @param autoInstall whether rustup gets one that is missing when it is needed; absent in a
 *     snapshot of a program that did not look
 * @param targets what the {@code rust-toolchain.toml} that was chosen asks for besides the host
 */
public record RustToolchain(
    String name,
    String chosenBy,
    Optional<String> folder,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> installed,
    Optional<Boolean> autoInstall,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> targets) {}
