package io.github.pyo3doctor.symptoms;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.Supplier;

/** A line as it came, or a piece of a very long one; used again for another line. */
final class RawLine {
  /** Longer lines are handed on in pieces: no tool says anything in a longer one. */
  static final int LONGEST = 4096;

  /** Text has hardly any control characters besides those of terminals. */
  private static final int MOST_CONTROLS = 8;

  private final byte[] bytes = new byte[LONGEST];
  private int length;
  private int number;

  /** What was found in it, by number. */
  final BitSet found = new BitSet();

  /** Whether it holds control characters so that what is found in its bytes is not all. */
  boolean isOdd;

  /** How many control characters of no terminal it holds. */
  int controls;

  /** Where its scanner stands. */
  int state;

  void begin(int line) {
    number = line;
    length = 0;
    found.clear();
    isOdd = false;
    controls = 0;
    state = 0;
  }

  int room() {
    return LONGEST - length;
  }

  void append(byte[] from, int start, int end) {
    System.arraycopy(from, start, bytes, length, end - start);
    length += end - start;
  }

  int length() {
    return length;
  }

  int number() {
    return number;
  }

  /** Whether it is no text at all, and not worth reading. */
  boolean isBinary() {
    return controls > MOST_CONTROLS;
  }

  /** Whether a text may begin in this line and go on in the next one. */
  boolean goesOnIn(RawLine following, TextScanner scanner) {
    if (isOdd || length == 0 || bytes[length - 1] == ' ' || bytes[length - 1] == '\t') return true;
    int start = following.firstOfText();
    if (start == following.length) return false;
    if (LineCleaner.mayBeginWrapper(following.bytes[start])) return state != 0;
    int end = Math.min(following.length, start + RequiredText.LONGEST);
    return scanner.goesOn(state, following.bytes, start, end);
  }

  /** Where the text begins, after blanks and colours. */
  private int firstOfText() {
    int at = 0;
    while (at < length && bytes[at] <= ' ' && bytes[at] > 0) {
      at = Math.max(at, TextScanner.endOfColour(bytes, at, length)) + 1;
    }
    return at;
  }

  /** The line as the tool printed it. */
  LogLine read() {
    return read(number, bytes, length);
  }

  /** The line, to be read later or never. */
  Supplier<LogLine> keep() {
    int line = number;
    byte[] copy = Arrays.copyOf(bytes, length);
    return () -> read(line, copy, copy.length);
  }

  private static LogLine read(int number, byte[] bytes, int length) {
    String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    return new LogLine(number, LineCleaner.clean(text));
  }
}
