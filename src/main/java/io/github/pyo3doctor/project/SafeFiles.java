package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Position;
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
import java.util.List;
import java.util.Locale;

/**
 * Reads text files that may be anything: a pipe, a gigabyte, another encoding, a link to elsewhere.
 */
final class SafeFiles {
  /** No manifest, lock file or source written by people or by Cargo comes near it. */
  static final int LIMIT = 16 * 1024 * 1024;

  /** What became of an attempt to read. */
  sealed interface Read {
    /** The whole text, a byte order mark included. */
    record Text(String text) implements Read {}

    /** Why there is no text, as one line for people. */
    record Refused(Position position, String reason) implements Read {}
  }

  private final List<Path> boundaries;

  /**
   * @param boundaries the real paths of folders; a link that leads out of all of them is not
   *     followed
   */
  SafeFiles(List<Path> boundaries) {
    this.boundaries = boundaries;
  }

  Read read(Path file) {
    try {
      Path real = file.toRealPath();
      if (boundaries.stream().noneMatch(real::startsWith)) {
        return refused("is reached by a symbolic link that leads out of the project");
      }
      BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        return refused("is a folder, not a file");
      }
      if (!attributes.isRegularFile()) {
        return refused("is no regular file (a pipe, a socket or a device)");
      }
      if (attributes.size() > LIMIT) {
        return refused(tooLarge(attributes.size()));
      }
      byte[] bytes;
      try (InputStream in = Files.newInputStream(real)) {
        bytes = in.readNBytes(LIMIT + 1);
      }
      return bytes.length > LIMIT ? refused(tooLarge(bytes.length)) : decode(bytes);
    } catch (IOException failure) {
      return refused(reason(failure));
    }
  }

  /** One line for people that says why a file or a folder could not be read. */
  static String reason(IOException failure) {
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

  private static String tooLarge(long size) {
    return String.format(
        Locale.ROOT,
        "is too large: %.1f MiB, and at most %d MiB are read",
        size / 1048576.0,
        LIMIT / 1048576);
  }

  private static Read.Refused refused(String reason) {
    return new Read.Refused(Position.START, reason);
  }

  private static Read decode(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    if (!decoder.decode(in, out, true).isError()) {
      return new Read.Text(out.flip().toString());
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
        String.format(
            Locale.ROOT,
            "is not UTF-8: line %d has the byte 0x%02X",
            line,
            bytes[in.position()] & 0xFF);
    return new Read.Refused(new Position(line, column), reason);
  }
}
