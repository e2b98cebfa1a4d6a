package io.github.pyo3doctor.snapshot;

/**
 * Something that belongs to the project and could not be read, or was passed over.
 *
 * @param kind what it keeps the checks from knowing
 * @param path relative to the project's root
 * @param position where in the file reading stopped; the start when the file as a whole is meant
 * @param reason one line for people: what is wrong with it
 */
public record NotExamined(Kind kind, String path, Position position, String reason) {
  /** How much is missing. */
  public enum Kind {
    /** A file, or the rest of one, from where it stopped being readable. */
    FILE,
    /** One value: it is not of the type Cargo takes there, and counts as absent. */
    VALUE,
    /** Nothing that is needed: it was passed over on purpose, or is named but not there. */
    NOTHING
  }

  @Override
  public String toString() {
    return position.equals(Position.START)
        ? path + ": " + reason
        : path + ":" + position.line() + ":" + position.column() + ": " + reason;
  }
}
