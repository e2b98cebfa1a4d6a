package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * The Rust that is started on a machine when it is called by name.
 *
 * @param programs {@code cargo} and {@code rustc}, in this order
 * @param targets the targets that this rustc has a standard library of; none where that could not
 *     be told
 */
public record RustPrograms(
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Program> programs,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> targets) {
  /**
   * One of the two.
   *
   * @param name {@code cargo}, {@code rustc}
   * @param file what {@code PATH} leads to, or for rustc the variable {@code RUSTC}; empty when
   *     that is nothing
   * @param rustup whether that is rustup, which starts the one of a toolchain in its place
   * @param elsewhere where one lies that {@code PATH} does not lead to, when it leads to none
   */
  public record Program(
      String name, Optional<String> file, boolean rustup, Optional<String> elsewhere) {}
}
