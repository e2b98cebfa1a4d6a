package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * A static or a field for which threads wait.
 *
 * @param name its name
 * @param kind what it is
 * @param owner the struct of a field; empty for a static
 * @param type the full path of the type that threads wait for: {@code std::sync::OnceLock}
 * @param location where its name is written
 * @param initializer what the initializer of a {@link Kind#LAZY} comes to
 * @param conditions the {@code cfg(…)} predicates it stands under
 */
public record SharedItem(
    String name,
    Kind kind,
    String owner,
    String type,
    Location location,
    Reach initializer,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> conditions) {
  /** What threads wait for. */
  public enum Kind {
    /** A cell that is filled by whoever comes first. */
    CELL,
    /** A cell that knows its initializer. */
    LAZY,
    /** A mutex or a lock for readers and writers. */
    LOCK
  }

  /** How people call it: the number of a field says nothing without its struct. */
  public String shown() {
    return Character.isDigit(name.charAt(0)) ? owner + "." + name : name;
  }

  /** The same under further conditions, those of the file it stands in. */
  public SharedItem under(List<String> further) {
    return new SharedItem(
        name, kind, owner, type, location, initializer, Visit.joined(further, conditions));
  }
}
