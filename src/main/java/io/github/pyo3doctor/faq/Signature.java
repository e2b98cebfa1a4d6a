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
 */
public record Signature(
    String id,
    Pattern pattern,
    String sample,
    Optional<Companion> with,
    Optional<String> sharedWith) {
  /** A line that must follow, within {@value #LINES_BELOW} lines. */
  public record Companion(Pattern pattern, String sample) {}

  /** How far below the first line its companion may stand. */
  public static final int LINES_BELOW = 3;
}
