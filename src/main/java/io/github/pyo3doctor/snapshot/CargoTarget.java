package io.github.pyo3doctor.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * Something Cargo builds from a package.
 *
 * @param kind what it is
 * @param name its name; for a library the crate name that others import ({@code -} already turned
 *     into {@code _})
 * @param path its root source file, relative to the project's root
 * @param crateTypes the declared {@code crate-type}; empty when Cargo's default applies
 * @param crateTypeAt where {@code crate-type} is written
 * @param tested whether {@code cargo test} builds it as a test ({@code test = false} switches that
 *     off)
 * @param requiredFeatures features without which Cargo skips it
 * @param files the target's own source files, found by following {@code mod} from its root file
 */
public record CargoTarget(
    TargetKind kind,
    String name,
    String path,
    List<String> crateTypes,
    Optional<Location> crateTypeAt,
    boolean tested,
    List<String> requiredFeatures,
    List<RustFile> files) {
  /** How people would call it: {@code tests/it.rs}. */
  public String describe() {
    return kind == TargetKind.LIB ? "the library" : kind.word() + " `" + name + "`";
  }
}
