package io.github.pyo3doctor.snapshot;

import java.util.List;
import java.util.Optional;

/**
 * Packages that Cargo builds together: one {@code Cargo.lock}, one resolver, one {@code target}
 * folder.
 *
 * @param manifest the root {@code Cargo.toml}, relative to the project's root
 * @param virtual whether the root manifest has no {@code [package]}
 * @param members every member that could be read
 * @param locked what {@code Cargo.lock} pins; empty when there is none
 */
public record Workspace(
    String manifest, boolean virtual, List<CargoPackage> members, List<LockedPackage> locked) {
  /** The member with that package name. */
  public Optional<CargoPackage> member(String name) {
    return members.stream().filter(member -> member.name().equals(name)).findFirst();
  }

  /** The member that a path dependency points at. */
  public Optional<CargoPackage> memberOf(Dependency dependency) {
    return dependency
        .path()
        .flatMap(
            folder ->
                members.stream().filter(member -> member.folder().equals(folder)).findFirst());
  }

  /** Every version of a package that the lock file pins. */
  public List<LockedPackage> locked(String name) {
    return locked.stream().filter(entry -> entry.name().equals(name)).toList();
  }
}
