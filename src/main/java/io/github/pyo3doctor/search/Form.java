package io.github.pyo3doctor.search;

import java.util.List;

/**
 * A word as it is written, and what it is found by. Made once for each spelling.
 *
 * @param text as it is written
 * @param tokens the word itself first; then the names of a path and the parts of an identifier
 */
record Form(String text, List<Token> tokens) {
  private static final float WHOLE = 0.85f;

  /**
   * Something a word is found by.
   *
   * @param text reduced: lower case, stemmed
   * @param share how much of the word it is, 1 the whole
   */
  record Token(String text, float share) {
    /** Whether it is the word itself, or a name in a path such as {@code std::sync::Once}. */
    boolean isWhole() {
      return share > WHOLE;
    }
  }

  /** The word itself, reduced. */
  String key() {
    return tokens.getFirst().text();
  }

  /** Whether it is two characters of a run without spaces, and maybe of two words. */
  boolean isUnspaced() {
    return Unspaced.isWritten(text.codePointAt(0));
  }
}
