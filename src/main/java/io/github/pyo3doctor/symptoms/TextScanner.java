package io.github.pyo3doctor.symptoms;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Finds many short texts in one pass over the bytes of a log, whatever their case (Aho and
 * Corasick, Efficient string matching, CACM 18(6), 1975). Most lines of most logs hold none of
 * them, and are never looked at again.
 */
final class TextScanner {
  private static final int BYTES = 256;
  private static final int ASCII = 128;

  private static final int END_OF_LINE = 1;
  private static final int ODD = 2;
  private static final int ESCAPE = 3;
  private static final int BINARY = 4;
  private static final int FIRST_OF_TEXTS = 5;

  private final byte[] classes = new byte[BYTES];
  private final int width;

  /** For each state, which is the place of its row, and each class the state that follows. */
  private final int[] next;

  /** States from here on call for attention. */
  private final int telling;

  private final int endOfLine;
  private final BitSet[] found;

  /** How many characters lead to a state. */
  private final int[] depths;

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
    int[] reached = new int[most];
    int states = enter(texts, table, ends, reached);
    link(table, ends, states);
    int[] rows = new int[states];
    int row = 0;
    for (int state = 0; state < states; state++) {
      if (ends[state].isEmpty()) rows[state] = width * row++;
    }
    this.telling = width * row;
    for (int state = 0; state < states; state++) {
      if (!ends[state].isEmpty()) rows[state] = width * row++;
    }
    this.endOfLine = width * row;
    row += BINARY;
    this.found = new BitSet[row];
    this.next = new int[row * width];
    this.depths = new int[row];
    for (int state = 0; state < states; state++) {
      found[rows[state] / width] = ends[state];
      depths[rows[state] / width] = reached[state];
      for (int c = 0; c < width; c++) next[rows[state] + c] = rows[table[state * width + c]];
      for (int c = END_OF_LINE; c <= BINARY; c++) {
        next[rows[state] + c] = endOfLine + (c - END_OF_LINE) * width;
      }
    }
  }

  /** Gives each character in use a number; all others are 0. */
  private int number(List<List<String>> texts) {
    Arrays.fill(classes, 0, ' ', (byte) BINARY);
    classes['\n'] = END_OF_LINE;
    classes['\r'] = END_OF_LINE;
    classes['\b'] = ODD;
    classes[0x07] = ODD;
    classes[0x1B] = ESCAPE;
    classes[0x7F] = BINARY;
    classes[0xC2] = ODD; // begins a no-break space, or a control character
    int used = FIRST_OF_TEXTS;
    for (List<String> some : texts) {
      for (String text : some) {
        for (int i = 0; i < text.length(); i++) {
          char c = text.charAt(i);
          if (classes[c] != 0) continue;
          classes[c] = (byte) used;
          classes[String.valueOf(c).toUpperCase(Locale.ROOT).charAt(0)] = (byte) used;
          used++;
        }
      }
    }
    classes['\t'] = classes[' '];
    return used;
  }

  private int enter(List<List<String>> texts, int[] table, BitSet[] ends, int[] reached) {
    int states = 1;
    for (int id = 0; id < texts.size(); id++) {
      for (String text : texts.get(id)) {
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
          int step = state * width + classes[text.charAt(i)];
          if (table[step] == 0) {
            reached[states] = i + 1;
            table[step] = states++;
          }
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

  /** What a log is still searched for: at first everything. */
  Sought sought() {
    return new Sought(found.clone());
  }

  /** For each state what it finds; what is left out costs next to nothing from then on. */
  final class Sought {
    private final BitSet[] remaining;
    private final BitSet leftOut = new BitSet();

    private Sought(BitSet[] remaining) {
      this.remaining = remaining;
    }

    /** Leaves out these and no others. */
    void leaveOut(BitSet idle) {
      if (leftOut.equals(idle)) return;
      leftOut.clear();
      leftOut.or(idle);
      for (int row = telling / width; row < endOfLine / width; row++) {
        BitSet still = (BitSet) found[row].clone();
        still.andNot(idle);
        remaining[row] = still;
      }
    }

    private void add(int state, BitSet into) {
      BitSet finds = remaining[state / width];
      if (!finds.isEmpty()) into.or(finds);
    }
  }

  /**
   * Goes on with a line, and notes in it what is found.
   *
   * @return where the line ends, or {@code to} when it does not end before
   */
  int scan(byte[] bytes, int from, int to, RawLine line, Sought sought) {
    int state = line.state;
    for (int i = from; i < to; i++) {
      int after = next[state + classes[bytes[i] & 0xFF]];
      if (after < telling) {
        state = after;
      } else if (after < endOfLine) {
        sought.add(after, line.found);
        state = after;
      } else {
        switch ((after - endOfLine) / width + END_OF_LINE) {
          case END_OF_LINE -> {
            line.state = state;
            return i;
          }
          case ESCAPE -> {
            int end = endOfColour(bytes, i, to);
            if (end < 0) line.isOdd = true;
            else i = end;
          }
          case BINARY -> line.controls++;
          default -> line.isOdd = true;
        }
      }
    }
    line.state = state;
    return to;
  }

  /** The last byte of a sequence that sets colours, -1 when it is another one or goes on. */
  static int endOfColour(byte[] bytes, int escape, int to) {
    if (escape + 1 >= to || bytes[escape] != 0x1B || bytes[escape + 1] != '[') return -1;
    for (int i = escape + 2; i < to; i++) {
      byte b = bytes[i];
      if (b >= '@' && b <= '~') return i;
      if (b < ' ') return -1;
    }
    return -1;
  }

  /**
   * Whether a text that begins at the end of one line may go on in another, with or without a blank
   * between them.
   */
  boolean goesOn(int state, byte[] bytes, int from, int to) {
    return reachesText(state, bytes, from, to)
        || reachesText(next[state + classes[' ']], bytes, from, to);
  }

  /** Whether a text ends there that has begun before. */
  private boolean reachesText(int begun, byte[] bytes, int from, int to) {
    int state = begun;
    for (int i = from; i < to; i++) {
      state = next[state + classes[bytes[i] & 0xFF]];
      if (state >= endOfLine || depths[state / width] <= i - from + 1) return false;
      if (state >= telling) return true;
    }
    return false;
  }

  /** Adds what is found in a text to a set. */
  void scan(CharSequence text, BitSet into) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int type = c < ASCII ? classes[c] : 0;
      state = next[state + (type < FIRST_OF_TEXTS ? 0 : type)];
      if (state >= telling) into.or(found[state / width]);
    }
  }
}
