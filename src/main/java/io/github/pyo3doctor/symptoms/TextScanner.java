package io.github.pyo3doctor.symptoms;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Finds many short texts in one pass, whatever their case (Aho and Corasick, Efficient string
 * matching, CACM 18(6), 1975).
 */
final class TextScanner {
  private static final int ASCII = 128;

  private final int[] classes = new int[ASCII];
  private final int width;
  private final int[] next;
  private final int[][] found;

  /**
   * A scanner for texts of ASCII characters in lower case.
   *
   * @param texts for each thing looked for, the texts that hint at it
   */
  TextScanner(List<List<String>> texts) {
    this.width = number(texts);
    int most = 1 + texts.stream().flatMap(List::stream).mapToInt(String::length).sum();
    int[] table = new int[most * width];
    BitSet[] ends = new BitSet[most];
    Arrays.setAll(ends, state -> new BitSet());
    int states = enter(texts, table, ends);
    link(table, ends, states);
    this.next = Arrays.copyOf(table, states * width);
    this.found = new int[states][];
    Arrays.setAll(found, state -> ends[state].stream().toArray());
  }

  /** Gives each character in use a number from 1; all others are 0. */
  private int number(List<List<String>> texts) {
    int used = 1;
    for (List<String> some : texts) {
      for (String text : some) {
        for (int i = 0; i < text.length(); i++) {
          char c = text.charAt(i);
          if (classes[c] != 0) continue;
          classes[c] = used;
          classes[String.valueOf(c).toUpperCase(Locale.ROOT).charAt(0)] = used;
          used++;
        }
      }
    }
    return used;
  }

  private int enter(List<List<String>> texts, int[] table, BitSet[] ends) {
    int states = 1;
    for (int id = 0; id < texts.size(); id++) {
      for (String text : texts.get(id)) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
          int step = state * width + classes[text.charAt(i)];
          if (table[step] == 0) table[step] = states++;
          state = table[step];
        }
        ends[state].set(id);
      }
    }
    return states;
  }

  /** Where no text goes on, continue with the longest ending that begins another. */
  private void link(int[] table, BitSet[] ends, int states) {
    int[] fallback = new int[states];
    Deque<Integer> open = new ArrayDeque<>();
    for (int c = 0; c < width; c++) {
      if (table[c] != 0) open.add(table[c]);
    }
    while (!open.isEmpty()) {
      int state = open.remove();
      ends[state].or(ends[fallback[state]]);
      for (int c = 0; c < width; c++) {
        int step = state * width + c;
        int instead = table[fallback[state] * width + c];
        if (table[step] == 0) {
          table[step] = instead;
        } else {
          fallback[table[step]] = instead;
          open.add(table[step]);
        }
      }
    }
  }

  /** Adds what is found in a text to a set. */
  void scan(CharSequence text, BitSet into) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      state = next[state * width + (c < ASCII ? classes[c] : 0)];
      for (int id : found[state]) into.set(id);
    }
  }
}
