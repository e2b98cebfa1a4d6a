package io.github.pyo3doctor.snapshot;

/**
 * Something that belongs to the project and could not be read, or was passed over.
 *
 * @param path relative to the project's root
 * @param position where in the file reading stopped; the start when the file as a whole is meant
 * @param reason one line for people: what is wrong with it
 */
public record NotExamined(String path, Position position, String reason) {
  @Override
  public String toString() {
    return position.equals(Position.START)
        ? path + ": " + reason
        : path + ":" + position.line() + ":" + position.column() + ": " + reason;
  }
}
