package io.github.pyo3doctor.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the words that are spelt nearly like one. Codes, versions and identifiers are left out: one
 * that is nearly right is another one.
 */
final class Spelling {
  private static final int SHORTEST = 4;
  private static final int LONGEST = 40;
  private static final int LONG_ENOUGH_FOR_TWO_MISTAKES = 8;
  private static final int MOST_FOUND = 5;
  private static final int NO_WORD = 0;

  private final Texts tokens;

  /**
   * Knows these words.
   *
   * @param tokens sorted
   */
  Spelling(Texts tokens) {
    this.tokens = tokens;
  }

  /** The known words nearest to one that may be misspelt; nobody mistakes the first letter. */
  List<String> near(String word) {
    int itsLetters = letters(word);
    if (itsLetters == NO_WORD) return List.of();
    int mistakes = word.length() >= LONG_ENOUGH_FOR_TWO_MISTAKES ? 2 : 1;
    List<String> nearest = new ArrayList<>();
    int first = tokens.firstWith(word.substring(0, 1));
    int behind = tokens.firstWith(String.valueOf((char) (word.charAt(0) + 1)));
    for (int i = first; i < behind; i++) {
      if (Math.abs(tokens.length(i) - word.length()) > mistakes) continue;
      String known = tokens.get(i);
      int letters = letters(known);
      if (letters == NO_WORD || Integer.bitCount(itsLetters ^ letters) > 2 * mistakes) continue;
      int distance = distance(word, known);
      if (distance > mistakes) continue;
      if (distance < mistakes || (!nearest.isEmpty() && longer(known, nearest))) nearest.clear();
      if (!nearest.isEmpty() && longer(nearest.getFirst(), List.of(known))) continue;
      mistakes = distance;
      nearest.add(known);
    }
    return nearest.size() > MOST_FOUND ? nearest.subList(0, MOST_FOUND) : nearest;
  }

  /** Of words that are as near, the longest: a letter is left out more often than added. */
  private static boolean longer(String word, List<String> others) {
    return word.length() > others.getFirst().length();
  }

  /**
   * Which letters occur, as bits: words that differ in many cannot be near each other. {@link
   * #NO_WORD} for what is too short, too long, or more than letters.
   */
  private static int letters(String word) {
    if (word.length() < SHORTEST || word.length() > LONGEST) return NO_WORD;
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c < 'a' || c > 'z') return NO_WORD;
      letters |= 1 << (c - 'a');
    }
    return letters;
  }

  /** Letters added, left out, changed or swapped with the next: optimal string alignment. */
  private static int distance(String a, String b) {
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) rows[i][0] = i;
    for (int j = 0; j <= b.length(); j++) rows[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int changed = rows[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        rows[i][j] = Math.min(changed, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          rows[i][j] = Math.min(rows[i][j], 1 + rows[i - 2][j - 2]);
        }
      }
    }
    return rows[a.length()][b.length()];
  }
}
