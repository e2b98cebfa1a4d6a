package io.github.pyo3doctor.faq;

import java.util.HashSet;
import java.util.Set;

/**
 * The anchors mdBook gives to the headings of one page: {@code normalize_id} and {@code unique_id}
 * of mdBook 0.4 and 0.5.
 */
final class HeadingSlugs {
  private final Set<String> used = new HashSet<>();

  /** The anchor of the page's next heading, told apart from those before it. */
  String next(String headingText) {
    return unique(slug(headingText));
  }

  /** An anchor that the heading asks for itself, with {@code {#id}}. */
  String explicit(String id) {
    return unique(id);
  }

  private String unique(String slug) {
    String candidate = slug;
    for (int n = 1; !used.add(candidate); n++) candidate = slug + "-" + n;
    return candidate;
  }

  static String slug(String text) {
    StringBuilder slug = new StringBuilder();
    text.strip()
        .codePoints()
        .forEach(
            c -> {
              if (isAlphanumeric(c) || c == '_' || c == '-') slug.appendCodePoint(asciiLower(c));
              else if (isWhitespace(c)) slug.append('-');
            });
    return slug.toString();
  }

  /** Rust's {@code char::is_alphanumeric}: letters of every script, and every kind of number. */
  private static boolean isAlphanumeric(int c) {
    return Character.isAlphabetic(c)
        || switch (Character.getType(c)) {
          case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  private static boolean isWhitespace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static int asciiLower(int c) {
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
  }
}
