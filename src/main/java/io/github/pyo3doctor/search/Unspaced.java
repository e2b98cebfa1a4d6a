package io.github.pyo3doctor.search;

import java.lang.Character.UnicodeScript;

/**
 * Chinese, Japanese and Korean: words follow each other without a space, or with endings that
 * change. Without a dictionary each two characters that follow each other are taken for a word, as
 * Lucene's CJKBigramFilter does: what means the same has most of them in common.
 */
final class Unspaced {
  /** Lengthens a vowel in Katakana; Unicode counts it to no script. */
  private static final int PROLONGED = 'ー';

  private Unspaced() {}

  /** Whether a character is written in such a run. */
  static boolean isWritten(int c) {
    // What comes before the first of these scripts is nearly all that is ever asked.
    if (c < 0x1100) return false;
    UnicodeScript script = UnicodeScript.of(c);
    return c == PROLONGED
        || script == UnicodeScript.HAN
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL;
  }

  /**
   * Reports each two characters of a run, or the only one.
   *
   * @param most how many at most
   * @return how many there were
   */
  static int pairs(String text, int first, int behind, int most, Words.Found found) {
    int pairs = 0;
    int start = first;
    int middle = text.offsetByCodePoints(start, 1);
    do {
      int end = middle < behind ? text.offsetByCodePoints(middle, 1) : behind;
      found.word(text.substring(start, end), start);
      pairs++;
      start = middle;
      middle = end;
    } while (middle < behind && pairs < most);
    return pairs;
  }
}
