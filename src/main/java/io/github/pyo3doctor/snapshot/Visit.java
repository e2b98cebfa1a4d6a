package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place where a function comes to what threads wait for.
 *
 * @param name what it comes to: a static, a field, for {@link Kind#CALL} a function, for {@link
 *     Kind#SPAWN} and {@link Kind#JOIN} the thread's handle
 * @param owner the type of {@code self} when the field is its own; else empty
 * @param kind what is done there
 * @param method the name of the method, {@code lock}
 * @param line the line it stands on
 * @param function the function it stands in
 * @param test whether that is a test
 * @param attachment of the thread that comes there
 * @param inside what is done meanwhile: by the closure that fills the cell, by who holds the lock,
 *     by the other thread
 * @param conditions the {@code cfg(…)} predicates it stands under
 * @param borrow how PyO3 lends {@code self} to the function for as long as it runs; empty when it
 *     does not, when another thread comes there, or when it is no lock of {@code self}
 */
public record Visit(
    String name,
    String owner,
    Kind kind,
    String method,
    Located<String> line,
    Located<String> function,
    boolean test,
    Attachment attachment,
    Reach inside,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> conditions,
    Optional<Borrow> borrow) {
  /** How an object is lent to a method that Python calls. */
  public enum Borrow {
    /** To others as well. */
    SHARED,
    /** To nobody else. */
    MUTABLE
  }

  /** What is done. */
  public enum Kind {
    /** A cell is asked for its value, with a closure for the first time. */
    FILL,
    /** A static is mentioned. */
    USE,
    /** A lock is taken. */
    LOCK,
    /** A function is called where the attachment is not the caller's own. */
    CALL,
    /** A thread is started. */
    SPAWN,
    /** The end of a thread is waited for. */
    JOIN,
    /** A message is waited for. */
    RECEIVE,
    /** A future is waited for. */
    BLOCK_ON
  }

  /** The same under further conditions, those of the file it stands in. */
  public Visit under(List<String> further) {
    return new Visit(
        name,
        owner,
        kind,
        method,
        line,
        function,
        test,
        attachment,
        inside,
        joined(further, conditions),
        borrow);
  }

  static List<String> joined(List<String> further, List<String> own) {
    return Stream.concat(further.stream(), own.stream()).toList();
  }
}
