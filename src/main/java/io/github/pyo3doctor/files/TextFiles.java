package io.github.pyo3doctor.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads regular files as UTF-8, never more than a limit, never a pipe or a device. */
public final class TextFiles {
  /** No hand-written file is larger; larger ones are refused rather than read. */
  public static final int LIMIT_BYTES = 16 * 1024 * 1024;

  private TextFiles() {}

  /**
   * The text of a file, without a byte order mark.
   *
   * @throws UnreadableFileException when it is missing, no regular file, not permitted, larger than
   *     {@link #LIMIT_BYTES} or not UTF-8
   */
  public static String read(Path file) throws UnreadableFileException {
    return decode(file, bytes(file));
  }

  private static byte[] bytes(Path file) throws UnreadableFileException {
    try {
      if (Files.isDirectory(file))
        throw new UnreadableFileException(file, "is a folder, not a file");
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new UnreadableFileException(file, "is a pipe or a device, not a file");
      }
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(LIMIT_BYTES + 1);
        if (bytes.length > LIMIT_BYTES) throw new UnreadableFileException(file, tooLarge(file));
        return bytes;
      }
    } catch (NoSuchFileException e) {
      throw new UnreadableFileException(file, "no such file");
    } catch (AccessDeniedException e) {
      throw new UnreadableFileException(file, "permission denied");
    } catch (IOException e) {
      throw new UnreadableFileException(file, "cannot be read: " + e.getMessage());
    }
  }

  private static String tooLarge(Path file) throws IOException {
    return String.format(
        Locale.ROOT,
        "is too large to read (%,d MB; the limit is %d MB)",
        Files.size(file) / 1_000_000,
        LIMIT_BYTES / 1_048_576);
  }

  private static String decode(Path file, byte[] bytes) throws UnreadableFileException {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(in).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new UnreadableFileException(file, lineAt(bytes, in.position()), "is not UTF-8 text");
    }
  }

  private static int lineAt(byte[] bytes, int offset) {
    int line = 1;
    for (int i = 0; i < offset; i++) {
      if (bytes[i] == '\n') line++;
    }
    return line;
  }
}
