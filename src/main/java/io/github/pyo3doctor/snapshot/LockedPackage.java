package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * One {@code [[package]]} of a {@code Cargo.lock}.
 *
 * @param name the package's name
 * @param version the version it is pinned to
 * @param location where the entry begins
 * @param towardsPyo3 those of its dependencies that are PyO3 or lead to it, each as {@code name
 *     version}; none in a snapshot of a program that did not read them
 */
public record LockedPackage(
    String name,
    String version,
    Location location,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> towardsPyo3) {
  /** {@code name version}, as other entries call it. */
  public String id() {
    return name + " " + version;
  }
}
