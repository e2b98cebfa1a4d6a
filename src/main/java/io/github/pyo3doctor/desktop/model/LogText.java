package io.github.pyo3doctor.desktop.model;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The lines of a log of any length. Kept as bytes, of which a line becomes a string when it is
 * looked at: half a million strings would take several times the room.
 */
public final class LogText {
  /** No log yet. */
  public static final LogText EMPTY = of("");

  private static final int LOOKED_AT_FOR_NUL = 8192;

  private final byte[] utf8;
  private final int[] starts;
  private final int lines;

  private LogText(byte[] utf8) {
    this.utf8 = utf8;
    int[] found = new int[1024];
    int count = 0;
    for (int at = 0; at < utf8.length; at = end(at) + 1) {
      if (count == found.length) found = Arrays.copyOf(found, 2 * count);
      found[count++] = at;
    }
    this.starts = Arrays.copyOf(found, count);
    this.lines = count;
  }

  /** The lines of a text. */
  public static LogText of(String text) {
    return new LogText(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The lines of a file: UTF-8, or UTF-16 with a byte order mark, as PowerShell writes it. */
  public static LogText of(byte[] content) {
    boolean utf16 = isUtf16(content);
    Charset charset = utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    return utf16 ? of(new String(content, charset)) : new LogText(content);
  }

  /** Whether these are the bytes of an image or a program rather than of a text. */
  public static boolean isBinary(byte[] content) {
    if (isUtf16(content)) return false;
    for (int i = 0; i < Math.min(content.length, LOOKED_AT_FOR_NUL); i++) {
      if (content[i] == 0) return true;
    }
    return false;
  }

  private static boolean isUtf16(byte[] content) {
    if (content.length < 2) return false;
    int mark = (content[0] & 0xFF) << 8 | (content[1] & 0xFF);
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  /** How many lines there are. */
  public int lines() {
    return lines;
  }

  /** How many bytes they take. */
  public int bytes() {
    return utf8.length;
  }

  /** A line without its end, counted from 1; at most so many bytes of it. */
  public String line(int number, int mostBytes) {
    int start = starts[number - 1];
    int length = Math.min(end(start) - start, mostBytes);
    if (length > 0 && utf8[start + length - 1] == '\r') length--;
    return new String(utf8, start, length, StandardCharsets.UTF_8);
  }

  /** All of it, as it came. */
  public String whole() {
    return new String(utf8, StandardCharsets.UTF_8);
  }

  /** All of it, from the beginning. */
  public InputStream stream() {
    return new ByteArrayInputStream(utf8);
  }

  private int end(int from) {
    int at = from;
    while (at < utf8.length && utf8[at] != '\n') at++;
    return at;
  }
}
