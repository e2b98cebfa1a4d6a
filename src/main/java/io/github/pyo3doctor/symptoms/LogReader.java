package io.github.pyo3doctor.symptoms;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads a log of any length, keeping two lines at a time. Bytes that are no text of the log's
 * encoding become U+FFFD: a linker that speaks another language still names its symbols in ASCII.
 */
final class LogReader {
  private static final int BUFFER = 1 << 16;
  private static final int BYTE_ORDER_MARK = 0xEFBBBF;

  private final Bytes bytes;
  private final TextScanner scanner;
  private final TextScanner.Sought sought;
  private final byte[] buffer = new byte[BUFFER];
  private RawLine line = new RawLine();
  private RawLine spare = new RawLine();
  private int number = 1;

  /** Where a log comes from, in UTF-8. */
  private interface Bytes {
    /** Fills a buffer from its beginning; -1 at the end. */
    int read(byte[] buffer) throws IOException;
  }

  /**
   * The log comes as UTF-8, or as UTF-16 with a byte order mark, which is what PowerShell writes.
   *
   * @param scanner what is looked for in every line
   * @param sought what of it is still looked for
   */
  LogReader(InputStream in, TextScanner scanner, TextScanner.Sought sought) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    this.bytes = isUtf16(buffered) ? recoded(buffered) : buffered::read;
    this.scanner = scanner;
    this.sought = sought;
  }

  private static boolean isUtf16(BufferedInputStream in) throws IOException {
    in.mark(3);
    int first = in.read();
    int second = in.read();
    int third = in.read();
    boolean isMarkedUtf8 = ((first << 16) | (second << 8) | third) == BYTE_ORDER_MARK;
    if (!isMarkedUtf8) in.reset();
    return (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
  }

  private static Bytes recoded(InputStream in) {
    InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_16);
    char[] chars = new char[BUFFER / 3];
    return buffer -> {
      int read = reader.read(chars);
      if (read < 0) return -1;
      byte[] utf8 = new String(chars, 0, read).getBytes(StandardCharsets.UTF_8);
      System.arraycopy(utf8, 0, buffer, 0, utf8.length);
      return utf8.length;
    };
  }

  /**
   * Hands on each line, in order. A lone carriage return ends a line and does not count as one. A
   * line stays as it is while the next one is handed on, and no longer.
   */
  void forEach(Consumer<RawLine> reading) throws IOException {
    line.begin(number);
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      int at = 0;
      while (at < read) at = readOn(at, read, reading);
    }
    handOn(reading);
  }

  /** Reads to the end of the line, of what there is, or of what fits; returns where it got to. */
  private int readOn(int at, int end, Consumer<RawLine> reading) {
    int to = Math.min(end, at + line.room());
    int ended = scanner.scan(buffer, at, to, line, sought);
    line.append(buffer, at, ended);
    if (ended == to) {
      if (line.room() == 0) handOn(reading);
      return to;
    }
    int next = buffer[ended] == '\n' ? number + 1 : number;
    handOn(reading);
    number = next;
    line.begin(number);
    return ended + 1;
  }

  private void handOn(Consumer<RawLine> reading) {
    if (line.length() > 0) {
      reading.accept(line);
      RawLine before = spare;
      spare = line;
      line = before;
    }
    line.begin(number);
  }
}
