package io.github.pyo3doctor.project;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Words that tokens are compared with as they stand in the text, without a string for each. */
final class WordSet {
  private static final int ASCII = 128;
  private static final String[] NONE = {};

  private final String[][] byFirstLetter = new String[ASCII][];

  private WordSet(Collection<String> words) {
    for (int letter = 0; letter < ASCII; letter++) {
      List<String> found = new ArrayList<>();
      for (String word : words) {
        if (word.charAt(0) == letter) {
          found.add(word);
        }
      }
      byFirstLetter[letter] = found.isEmpty() ? NONE : found.toArray(NONE);
    }
  }

  /**
   * @param words none of them empty, all beginning with an ASCII letter or a {@code _}
   */
  static WordSet of(String... words) {
    return new WordSet(List.of(words));
  }

  /** Whether a token is a word, and one of them. */
  boolean contains(RustTokens tokens, int token) {
    if (!tokens.isWord(token) || tokens.firstLetter(token) >= ASCII) {
      return false;
    }
    for (String word : byFirstLetter[tokens.firstLetter(token)]) {
      if (tokens.is(token, word)) {
        return true;
      }
    }
    return false;
  }
}
