package io.github.pyo3doctor.toml;

import java.util.Locale;

/** Writes strings as TOML has them. */
public final class TomlQuoted {
  private static final int FIRST_PRINTED = 0x20;
  private static final int DELETE = 0x7F;
  private static final int NO_CHARACTER = 0xFFFD;

  private TomlQuoted() {}

  /**
   * A string in double quotes, on one line; what TOML does not allow there is escaped. Half of a
   * surrogate pair, which no file in UTF-8 can hold, becomes the replacement character.
   */
  public static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(point -> append(quoted, point));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int point) {
    switch (point) {
      case '"', '\\' -> quoted.append('\\').append((char) point);
      case '\t' -> quoted.append("\\t");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      default -> {
        if (point < FIRST_PRINTED || point == DELETE) {
          quoted.append(String.format(Locale.ROOT, "\\u%04X", point));
        } else {
          boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
          quoted.appendCodePoint(half ? NO_CHARACTER : point);
        }
      }
    }
  }
}
