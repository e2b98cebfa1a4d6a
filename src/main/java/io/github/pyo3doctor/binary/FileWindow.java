package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/**
 * Reads anywhere in a file through one small buffer, so that a large file costs no memory. Numbers
 * are little-endian unless the file turns out to be of the other kind.
 */
final class FileWindow {
  private static final int SIZE = 1 << 14;
  private static final int LONGEST_TEXT = 1 << 12;

  /**
   * All names of one file together, each with what it costs to keep; the largest libraries in use
   * stay below half of it.
   */
  private static final int MOST_TEXT = 1 << 25;

  private static final int COST_OF_A_NAME = 40;

  private final SeekableByteChannel file;
  private final long length;
  private final ByteBuffer buffer = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
  private long start;
  private int textSoFar;

  FileWindow(SeekableByteChannel file) throws IOException {
    this.file = file;
    this.length = file.size();
    buffer.limit(0);
  }

  /**
   * A window of its own on the same file and of the same order of bytes, for tables that are read
   * in turn.
   */
  FileWindow another() throws IOException {
    FileWindow other = new FileWindow(file);
    other.order(buffer.order());
    return other;
  }

  /** The order of bytes in the numbers from now on. */
  void order(ByteOrder order) {
    buffer.order(order);
  }

  int u8(long offset) throws IOException {
    return buffer.get(show(offset, 1)) & 0xff;
  }

  int u16(long offset) throws IOException {
    return buffer.getShort(show(offset, 2)) & 0xffff;
  }

  long u32(long offset) throws IOException {
    return buffer.getInt(show(offset, 4)) & 0xffff_ffffL;
  }

  long i64(long offset) throws IOException {
    return buffer.getLong(show(offset, 8));
  }

  /** The text up to a zero byte; bytes above 127 stay recognisable but mean nothing. */
  String text(long offset) throws IOException {
    StringBuilder text = new StringBuilder();
    for (long at = offset; ; at++) {
      int next = u8(at);
      if (next == 0) {
        break;
      }
      if (text.length() == LONGEST_TEXT) {
        throw new MalformedBinaryException("a name is longer than 4096 bytes", offset);
      }
      text.append((char) next);
    }
    return keep(
        new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8),
        offset);
  }

  /**
   * A name that was put together of parts of the file, and counts like one that was read.
   *
   * @param offset where the file says so, for the message
   */
  String keep(String name, long offset) throws MalformedBinaryException {
    textSoFar += name.length() + COST_OF_A_NAME;
    if (textSoFar > MOST_TEXT) {
      throw new MalformedBinaryException("its names take more than 32 MiB", offset);
    }
    return name;
  }

  /** Whether these characters of ASCII stand there. */
  boolean startsWith(long offset, String text) throws IOException {
    for (int i = 0; i < text.length(); i++) {
      if (u8(offset + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Makes the bytes visible and returns their index in the buffer. */
  private int show(long offset, int bytes) throws IOException {
    if (offset < 0 || offset > length - bytes) {
      throw new MalformedBinaryException("the file ends early", offset);
    }
    if (offset < start || offset + bytes > start + buffer.limit()) {
      buffer.clear();
      start = offset;
      file.position(offset);
      while (buffer.hasRemaining() && file.read(buffer) >= 0) {
        // a channel may deliver less than asked for
      }
      buffer.flip();
      if (buffer.limit() < bytes) {
        throw new MalformedBinaryException("the file became shorter while it was read", offset);
      }
    }
    return (int) (offset - start);
  }
}
