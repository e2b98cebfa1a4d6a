package io.github.pyo3doctor.snapshot;

import java.util.Optional;

/**
 * Everything a check may look at. Collecting one reads the disk; checking one touches nothing, so a
 * fault of one machine is examined on another.
 *
 * @param schemaVersion the version of this shape; see {@link #SCHEMA_VERSION}
 * @param doctorVersion the program's version that wrote it
 * @param project the project folder, when one was examined
 * @param machine the machine
 */
public record Snapshot(
    int schemaVersion, String doctorVersion, Optional<Project> project, Machine machine) {
  /** The shape this program reads and writes. */
  public static final int SCHEMA_VERSION = 1;
}
