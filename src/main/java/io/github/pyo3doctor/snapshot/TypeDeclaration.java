package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.stream.Stream;

/**
 * A type that a source file declares, as far as it may decide whether a value can go to another
 * thread.
 *
 * @param name its name
 * @param location where that is written
 * @param parameters its generic type parameters
 * @param parts the fields of a struct and of all variants of an enum, or what an alias stands for;
 *     those left out can go to any thread, or nothing is known of their types
 * @param conditions the {@code cfg(…)} predicates it stands under
 */
public record TypeDeclaration(
    String name,
    Location location,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> parameters,
    List<Part> parts,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> conditions) {
  /**
   * One field.
   *
   * @param name its name, or its number; empty of an alias
   * @param written its type as written but on one line
   * @param type its type, with the paths that the file's imports give to the names in it
   * @param location where it is written
   * @param conditions the {@code cfg(…)} predicates of its own
   */
  public record Part(
      String name,
      String written,
      String type,
      Location location,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> conditions) {}

  /** The same under further conditions, those of the file it stands in. */
  public TypeDeclaration under(List<String> further) {
    return new TypeDeclaration(
        name,
        location,
        parameters,
        parts,
        Stream.concat(further.stream(), conditions.stream()).toList());
  }
}
