package io.github.pyo3doctor.faq;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line by which a tool announces a trouble.
 *
 * @param id unique within its topic
 * @param pattern found in the line
 * @param sample a line the pattern matches, in the words of the tool
 * @param with what one of the next lines must hold for the first to mean anything
 * @param sharedWith the topic whose trouble is announced by the very same line; what was being done
 *     then decides
 * @param where in which logs the line means anything
 * @param isWaiting whether the line is a frame of a thread that waits: it announces the trouble
 *     when that thread keeps Python meanwhile and another one waits for Python
 */
public record Signature(
    String id,
    Pattern pattern,
    String sample,
    Optional<Companion> with,
    Optional<String> sharedWith,
    Where where,
    boolean isWaiting) {
  /** A line that must follow, within {@value #LINES_BELOW} lines. */
  public record Companion(Pattern pattern, String sample) {}

  /** In which logs a line means what its topic says. */
  public enum Where {
    /** In any: nobody else says this. */
    ANYWHERE,
    /** Not in a log of other languages' tools only: a module in C fails with the same line. */
    NOT_OF_OTHERS,
    /** Only where something has to do with Python: any program of Rust may print the line. */
    OF_PYTHON,
    /** Only where something has to do with Rust: any module of Python may print the line. */
    OF_RUST,
    /**
     * As {@link #OF_RUST}, and of a module that is named, or lies, as those of Rust do, or that has
     * a public name where no installed package is spoken of.
     */
    NAMED_AS_RUST,
    /** As {@link #NAMED_AS_RUST}, and of any module whose name is public. */
    LIKE_RUST
  }

  /** How far below the first line its companion may stand. */
  public static final int LINES_BELOW = 3;
}
