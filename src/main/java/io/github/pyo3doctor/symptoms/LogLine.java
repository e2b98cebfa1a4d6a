package io.github.pyo3doctor.symptoms;

import java.util.regex.Pattern;

/**
 * One line of a log, as the tool printed it.
 *
 * @param number where it stands in the log, counted from 1; pieces of one long line share a number
 * @param text without colours, control characters and what other tools put before it
 */
record LogLine(int number, String text) {
  /** Terminals and mails break lines at 60 characters or more. */
  static final int SHORTEST_BROKEN = 40;

  /** Whoever prints {@code error:} or {@code cargo:} begins anew. */
  private static final Pattern LABEL = Pattern.compile("\\w{1,40}(\\[\\w{1,20}\\])?:");

  boolean isBlank() {
    return text.isBlank();
  }

  /** Whether it may have been broken at all. */
  boolean isLong() {
    return text.length() >= SHORTEST_BROKEN;
  }

  /** Whether a sentence was wrapped here: nothing ends it, and nothing begins anew. */
  boolean goesOnIn(LogLine next) {
    String rest = next.text.stripLeading();
    if (!isLong() || rest.isEmpty() || !isWithinSentence(text.charAt(text.length() - 1))) {
      return false;
    }
    char first = rest.charAt(0);
    if (first == '\'' || first == '"' || first == '`') return true;
    return Character.isLowerCase(first) && !LABEL.matcher(rest).lookingAt();
  }

  private static boolean isWithinSentence(char last) {
    return Character.isLetterOrDigit(last) || last == ',' || last == '\'' || last == '`';
  }

  /** Both as one line, of which the first characters are left out where it becomes too long. */
  LogLine with(LogLine next, int most) {
    String both = text + " " + next.text.stripLeading();
    return new LogLine(number, both.substring(Math.max(0, both.length() - most)));
  }
}
