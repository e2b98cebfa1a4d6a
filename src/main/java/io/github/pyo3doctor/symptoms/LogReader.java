package io.github.pyo3doctor.symptoms;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Reads a log of any length, keeping one line at a time. Bytes that are no text of the log's
 * encoding become U+FFFD: a linker that speaks another language still names its symbols in ASCII.
 */
final class LogReader {
  /** Longer lines are handed on in pieces: no tool says anything in a longer one. */
  static final int LONGEST_PIECE = 4096;

  private static final int BUFFER = 1 << 16;
  private static final int BYTE_ORDER_MARK = '\uFEFF';

  private final Reader reader;
  private final StringBuilder line = new StringBuilder();
  private int number = 1;

  /**
   * The log comes as UTF-8, or as UTF-16 with a byte order mark, which is what PowerShell writes.
   */
  LogReader(InputStream in) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, BUFFER);
    this.reader = new InputStreamReader(bytes, charset(bytes));
  }

  private static Charset charset(BufferedInputStream bytes) throws IOException {
    bytes.mark(2);
    int first = bytes.read();
    int second = bytes.read();
    bytes.reset();
    boolean utf16 = (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
    return utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  /** Hands on each line, in order. A lone carriage return ends a line and does not count as one. */
  void forEach(Consumer<LogLine> reading) throws IOException {
    char[] buffer = new char[BUFFER];
    boolean start = true;
    for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
      int from = start && read > 0 && buffer[0] == BYTE_ORDER_MARK ? 1 : 0;
      start = false;
      for (int i = from; i < read; i++) {
        char c = buffer[i];
        if (c != '\n' && c != '\r') continue;
        append(buffer, from, i, reading);
        end(reading);
        if (c == '\n') number++;
        from = i + 1;
      }
      append(buffer, from, read, reading);
    }
    end(reading);
  }

  private void append(char[] buffer, int from, int to, Consumer<LogLine> reading) {
    int at = from;
    while (line.length() + (to - at) > LONGEST_PIECE) {
      int room = LONGEST_PIECE - line.length();
      line.append(buffer, at, room);
      at += room;
      end(reading);
    }
    line.append(buffer, at, to - at);
  }

  private void end(Consumer<LogLine> reading) {
    if (line.isEmpty()) return;
    reading.accept(new LogLine(number, LineCleaner.clean(line)));
    line.setLength(0);
  }
}
