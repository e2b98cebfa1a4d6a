package io.github.pyo3doctor.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;

/**
 * Many texts as UTF-8 in one array: read from a file at once, and decoded only when asked for.
 * Sorted ones can be found.
 */
final class Texts {
  private final byte[] bytes;
  private final int[] ends;

  private Texts(byte[] bytes, int[] ends) {
    this.bytes = bytes;
    this.ends = ends;
  }

  /** The texts in their order. */
  static Texts of(Collection<String> texts) {
    return of(texts.stream().map(Texts::utf8).toArray(byte[][]::new));
  }

  /** The texts in the order of their bytes, for {@link #find}. */
  static Texts sorted(Collection<String> texts) {
    byte[][] sorted = texts.stream().map(Texts::utf8).toArray(byte[][]::new);
    Arrays.sort(sorted, Arrays::compareUnsigned);
    return of(sorted);
  }

  private static Texts of(byte[][] texts) {
    int[] ends = new int[texts.length];
    int length = 0;
    for (int i = 0; i < texts.length; i++) ends[i] = length += texts[i].length;
    byte[] bytes = new byte[length];
    for (int i = 0; i < texts.length; i++) {
      System.arraycopy(texts[i], 0, bytes, ends[i] - texts[i].length, texts[i].length);
    }
    return new Texts(bytes, ends);
  }

  static Texts read(SavedInput in) {
    return new Texts(in.bytes(), in.integers());
  }

  void write(SavedOutput out) {
    out.bytes(bytes);
    out.integers(ends);
  }

  int size() {
    return ends.length;
  }

  /** How many bytes a text has. */
  int length(int number) {
    return ends[number] - start(number);
  }

  String get(int number) {
    return new String(bytes, start(number), length(number), StandardCharsets.UTF_8);
  }

  /** The number of a text, or less than 0 when it is none of these; they must be sorted. */
  int find(String text) {
    byte[] wanted = utf8(text);
    int number = firstNotBefore(wanted);
    return number < ends.length && compare(number, wanted) == 0 ? number : -1;
  }

  /** The number of the first text that begins so or comes after those; they must be sorted. */
  int firstWith(String beginning) {
    return firstNotBefore(utf8(beginning));
  }

  private int firstNotBefore(byte[] wanted) {
    int from = 0;
    int to = ends.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (compare(middle, wanted) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  private int compare(int number, byte[] wanted) {
    return Arrays.compareUnsigned(bytes, start(number), ends[number], wanted, 0, wanted.length);
  }

  private int start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
