package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
 * @param resolver the version of the feature resolver that Cargo takes: {@code 1}, {@code 2} or
 *     {@code 3}; absent in a snapshot of a program that did not read it
 * @param defaultMembers the manifests of the members that Cargo builds in the root folder when none
 *     are named
 * @param patches the packages that it takes from elsewhere
 */
public record Workspace(
    String manifest,
    boolean virtual,
    List<CargoPackage> members,
    List<LockedPackage> locked,
    @JsonSetter(nulls = Nulls.AS_EMPTY) Optional<String> resolver,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> defaultMembers,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Patch> patches) {
  /** The same with other members. */
  public Workspace with(List<CargoPackage> otherMembers) {
    return new Workspace(
        manifest, virtual, otherMembers, locked, resolver, defaultMembers, patches);
  }

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
