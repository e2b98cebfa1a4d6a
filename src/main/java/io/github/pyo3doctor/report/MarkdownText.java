package io.github.pyo3doctor.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text within Markdown that GitHub shows, so that it is read as it is written. */
final class MarkdownText {
  /**
   * What would begin markup. An underscore between letters begins none, and names of Python are
   * full of them.
   */
  private static final Pattern MARKUP =
      Pattern.compile(
          "[\\\\`*~<\\[\\]]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|&(?=#?\\w+;)|^[>#+-](?=\\s)"
              + "|(?<=^\\d{1,9})[.)](?=\\s)");

  private static final Pattern BACK_QUOTES = Pattern.compile("`+");

  private MarkdownText() {}

  /** Text without any markup of its own. */
  static String text(String plain) {
    return MARKUP.matcher(plain).replaceAll("\\\\$0");
  }

  /** A sentence in which code stands between back quotes. */
  static String sentence(String text) {
    return Sentence.marked(text, MarkdownText::text, MarkdownText::code);
  }

  /** Code within a line, whatever quotes it holds. */
  static String code(String code) {
    int longest = longestRun(code);
    if (longest == 0) return "`" + code + "`";
    String quotes = "`".repeat(longest + 1);
    return quotes + " " + code + " " + quotes;
  }

  /** What encloses lines of code that may hold such fences themselves. */
  static String fence(String code) {
    return "`".repeat(Math.max(3, longestRun(code) + 1));
  }

  private static int longestRun(String code) {
    int longest = 0;
    Matcher quotes = BACK_QUOTES.matcher(code);
    while (quotes.find()) longest = Math.max(longest, quotes.group().length());
    return longest;
  }
}
