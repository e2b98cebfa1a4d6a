package io.github.pyo3doctor.snapshot;

/**
 * A {@code rust-toolchain} or {@code rust-toolchain.toml}, which says which Rust builds the folder
 * it lies in. Source: the rustup book, "Overrides".
 *
 * @param path relative to the project's root
 * @param channel the toolchain it names: {@code stable}, {@code 1.83}, {@code nightly-2026-01-01},
 *     each perhaps with a host behind it
 */
public record Toolchain(String path, Located<String> channel) {
  /** The folder it holds for, with everything below; empty for the project's own. */
  public String folder() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
