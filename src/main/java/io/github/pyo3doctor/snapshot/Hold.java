package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * A place where something else may ask for an object of a Python class that a function holds
 * mutably.
 *
 * @param kind what happens there
 * @param owner the class, where the code names it; else empty
 * @param held the variable that stands for the object: {@code self}, {@code slf}, a parameter
 * @param method what is called there
 * @param line the line it stands on
 * @param borrow the line that borrows, or the function's name for a receiver
 * @param function the function it stands in
 * @param test whether that is a test
 * @param conditions the {@code cfg(…)} predicates it stands under
 */
public record Hold(
    Kind kind,
    String owner,
    String held,
    String method,
    Located<String> line,
    Located<String> borrow,
    Located<String> function,
    boolean test,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> conditions) {
  /** What happens to the object meanwhile. */
  public enum Kind {
    /** The same variable is borrowed again, in the same run of statements. */
    BORROWED_AGAIN,
    /** The same, in a branch or a loop. */
    PERHAPS_BORROWED_AGAIN,
    /** Python is handed the object. */
    HANDED_ON,
    /** A callable is called that came from a caller. */
    CALLBACK,
    /** Other threads may run. */
    DETACHED,
    /** A function is called, which may let other threads run. */
    HELPER,
    /** Another parameter may be the same object. */
    SECOND_ARGUMENT
  }

  /** The same as another kind of thing that happens. */
  public Hold as(Kind other) {
    return new Hold(other, owner, held, method, line, borrow, function, test, conditions);
  }

  /** The same under further conditions, those of the file it stands in. */
  public Hold under(List<String> further) {
    return new Hold(
        kind, owner, held, method, line, borrow, function, test, Visit.joined(further, conditions));
  }
}
