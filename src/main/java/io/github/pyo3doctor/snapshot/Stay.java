package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * A place where a function may stay for long while no code of Python's runs.
 *
 * @param kind what it does there
 * @param method what is called there, or the keyword of the loop
 * @param arguments how many arguments that call has
 * @param line the line it stands on
 * @param calls the functions and methods that a loop calls
 * @param counter the number of the parameter that counts the turns, {@code self} left out, where it
 *     is not Python that hands it in
 */
public record Stay(
    Kind kind,
    String method,
    int arguments,
    Located<String> line,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> calls,
    Optional<String> counter) {
  /** What a function does for long. */
  public enum Kind {
    /** A loop that waits or sleeps in each turn, or that nothing ends. */
    LOOP,
    /** A loop whose turns a parameter counts. */
    COUNTED_LOOP,
    /** The same, shared out among threads. */
    COUNTED_PARALLEL,
    /** It waits for a future. */
    FUTURE,
    /** It waits for a message. */
    MESSAGE,
    /** It waits for the end of a thread, or to be woken. */
    THREAD,
    /** It waits for what its {@code wait()} is of, a process for instance. */
    OTHER,
    /** It waits for a connection. */
    CONNECTION,
    /** It waits for a line that somebody types. */
    INPUT
  }
}
