package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads anywhere in a file through a few pages of it, so that a large file costs no memory and
 * tables that point into each other are not read again and again. Numbers are little-endian unless
 * the file turns out to be of the other kind.
 */
final class FileWindow {
  private static final int PAGE = 1 << 14;

  /** Together 2 MiB. */
  private static final int MOST_PAGES = 1 << 7;

  private static final int LONGEST_TEXT = 1 << 12;

  /**
   * All names of one file together, each with what it costs to keep; the largest libraries in use
   * stay below half of it.
   */
  private static final int MOST_TEXT = 1 << 25;

  private static final int COST_OF_A_NAME = 40;

  private final Pages pages;
  private boolean bigEndian;
  private int textSoFar;

  FileWindow(SeekableByteChannel file) throws IOException {
    this(new Pages(file));
  }

  private FileWindow(Pages pages) {
    this.pages = pages;
  }

  /** Each page has one place where it may lie, and the last one that came there stays. */
  private static final class Pages {
    private final SeekableByteChannel file;
    private final long length;
    private final byte[][] bytes = new byte[MOST_PAGES][];
    private final long[] numbers = new long[MOST_PAGES];
    private final int[] filled = new int[MOST_PAGES];

    Pages(SeekableByteChannel file) throws IOException {
      this.file = file;
      this.length = file.size();
      Arrays.fill(numbers, -1);
    }

    /** The place of the page in which an offset lies; that many bytes of it are there. */
    private int show(long offset, int count) throws IOException {
      long number = offset / PAGE;
      int place = (int) (number % MOST_PAGES);
      if (numbers[place] != number) {
        read(number, place);
      }
      if (offset % PAGE + count > filled[place]) {
        throw new MalformedBinaryException("the file became shorter while it was read", offset);
      }
      return place;
    }

    private void read(long number, int place) throws IOException {
      if (bytes[place] == null) {
        bytes[place] = new byte[(int) Math.min(PAGE, length)];
      }
      numbers[place] = -1;
      ByteBuffer buffer = ByteBuffer.wrap(bytes[place]);
      file.position(number * PAGE);
      while (buffer.hasRemaining() && file.read(buffer) >= 0) {
        // a channel may deliver less than asked for
      }
      filled[place] = buffer.position();
      numbers[place] = number;
    }
  }

  /**
   * A window of its own on the same file and of the same order of bytes, for what is of the other
   * order or whose names are counted for themselves.
   */
  FileWindow another() {
    FileWindow other = new FileWindow(pages);
    other.bigEndian = bigEndian;
    return other;
  }

  /** The order of bytes in the numbers from now on. */
  void order(ByteOrder order) {
    bigEndian = order == ByteOrder.BIG_ENDIAN;
  }

  int u8(long offset) throws IOException {
    return (int) number(offset, 1);
  }

  int u16(long offset) throws IOException {
    return (int) number(offset, 2);
  }

  long u32(long offset) throws IOException {
    return number(offset, 4);
  }

  long i64(long offset) throws IOException {
    return number(offset, 8);
  }

  private long number(long offset, int size) throws IOException {
    if (offset < 0 || offset > pages.length - size) {
      throw new MalformedBinaryException("the file ends early", offset);
    }
    long value = 0;
    if (offset % PAGE + size <= PAGE) {
      byte[] page = pages.bytes[pages.show(offset, size)];
      int start = (int) (offset % PAGE);
      for (int i = 0; i < size; i++) {
        value = (value << 8) | (page[start + (bigEndian ? i : size - 1 - i)] & 0xff);
      }
      return value;
    }
    for (int i = 0; i < size; i++) {
      value = (value << 8) | number(offset + (bigEndian ? i : size - 1 - i), 1);
    }
    return value;
  }

  /** The text up to a zero byte; bytes that are no UTF-8 stay recognisable but mean nothing. */
  String text(long offset) throws IOException {
    if (offset < 0 || offset >= pages.length) {
      throw new MalformedBinaryException("the file ends early", offset);
    }
    int place = pages.show(offset, 1);
    byte[] page = pages.bytes[place];
    int start = (int) (offset % PAGE);
    int end = start;
    while (end < pages.filled[place] && page[end] != 0) {
      end++;
    }
    byte[] text =
        end < pages.filled[place]
            ? Arrays.copyOfRange(page, start, end)
            : overPages(offset, end - start);
    if (text.length > LONGEST_TEXT) {
      throw new MalformedBinaryException("a name is longer than 4096 bytes", offset);
    }
    return keep(new String(text, StandardCharsets.UTF_8), offset);
  }

  /**
   * A text that goes on behind its page.
   *
   * @param before how much of it is known to hold no zero byte
   */
  private byte[] overPages(long offset, int before) throws IOException {
    int length = before;
    while (length <= LONGEST_TEXT && u8(offset + length) != 0) {
      length++;
    }
    if (length > LONGEST_TEXT) {
      throw new MalformedBinaryException("a name is longer than 4096 bytes", offset);
    }
    byte[] text = new byte[length];
    for (int i = 0; i < length; i++) {
      text[i] = (byte) u8(offset + i);
    }
    return text;
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
}
