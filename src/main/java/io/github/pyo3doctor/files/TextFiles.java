package io.github.pyo3doctor.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Locale;

/** Reads regular files as UTF-8, never more than a limit, never a pipe or a device. */
public final class TextFiles {
  /** No text written by people or by Cargo comes near it; larger ones are refused. */
  public static final int LIMIT_BYTES = 16 * 1024 * 1024;

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final char REPLACEMENT = '\uFFFD';

  private TextFiles() {}

  /**
   * The text of a file, without a byte order mark.
   *
   * @throws UnreadableFileException when it is missing, no regular file, not permitted, larger than
   *     {@link #LIMIT_BYTES} or not UTF-8
   */
  public static String read(Path file) throws UnreadableFileException {
    return read(file, LIMIT_BYTES);
  }

  /**
   * The text of a file of at most so many bytes, without a byte order mark.
   *
   * @throws UnreadableFileException as {@link #read(Path)}
   */
  public static String read(Path file, int limitBytes) throws UnreadableFileException {
    String text = readAsIs(file, limitBytes);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text;
  }

  /**
   * The text of a file, a byte order mark included, so that positions in it are the file's own.
   *
   * @throws UnreadableFileException as {@link #read(Path, int)}
   */
  public static String readAsIs(Path file, int limitBytes) throws UnreadableFileException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw new UnreadableFileException(file, "is a folder, not a file");
      }
      if (!attributes.isRegularFile()) {
        throw new UnreadableFileException(
            file, "is no regular file (a pipe, a socket or a device)");
      }
      if (attributes.size() > limitBytes) {
        throw new UnreadableFileException(file, tooLarge(attributes.size(), limitBytes));
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes((int) attributes.size() + 1);
        boolean grows = bytes.length > attributes.size();
        byte[] more = grows ? in.readNBytes(limitBytes + 1 - bytes.length) : new byte[0];
        if (bytes.length + more.length > limitBytes) {
          throw new UnreadableFileException(file, tooLarge(bytes.length + more.length, limitBytes));
        }
        return decode(file, more.length == 0 ? bytes : joined(bytes, more));
      }
    } catch (IOException failure) {
      throw new UnreadableFileException(file, reason(failure));
    }
  }

  /**
   * As much of a regular file as is wanted, whatever its bytes; empty when it cannot be read. For
   * settings of other programs, which do without a file that they cannot read.
   */
  public static String beginning(Path file, int bytes) {
    if (!Files.isRegularFile(file)) return "";
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** One line for people that says why a file or a folder could not be read. */
  public static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "does not exist";
      case AccessDeniedException _ -> "cannot be read: permission denied";
      case FileSystemLoopException _ -> "is a symbolic link that leads back to itself";
      case FileSystemException other when other.getReason() != null ->
          "cannot be read: " + oneLine(other.getReason());
      default -> "cannot be read: " + oneLine(String.valueOf(failure.getMessage()));
    };
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static String tooLarge(long size, int limit) {
    return String.format(
        Locale.ROOT,
        "is too large: %.1f MiB, and at most %d MiB are read",
        size / 1048576.0,
        limit / 1048576);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static String decode(Path file, byte[] bytes) throws UnreadableFileException {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 ? text : decodeStrictly(file, bytes);
  }

  /** The replacement character stands in the text itself, or for bytes that are no text. */
  private static String decodeStrictly(Path file, byte[] bytes) throws UnreadableFileException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (!decoder.decode(in, out, true).isError()) {
      return out.flip().toString();
    }
    int line = 1;
    int column = 1;
    out.flip();
    while (out.hasRemaining()) {
      boolean newLine = out.get() == '\n';
      line = newLine ? line + 1 : line;
      column = newLine ? 1 : column + 1;
    }
    String reason =
        String.format(Locale.ROOT, "is not UTF-8 text (byte 0x%02X)", bytes[in.position()] & 0xFF);
    throw new UnreadableFileException(file, line, column, reason);
  }
}
