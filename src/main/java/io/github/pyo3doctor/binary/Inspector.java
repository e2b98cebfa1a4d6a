package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.Inspection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Hands a file to the loader that its first bytes call for, whatever it is named. */
public final class Inspector {
  private static final int MZ = 0x4d5a;
  private static final int ELF = 0x7f454c46;

  private final FormatLoader windows;
  private final FormatLoader elf;
  private final FormatLoader machO;

  /** An inspector with a loader for each format. */
  public Inspector(FormatLoader windows, FormatLoader elf, FormatLoader machO) {
    this.windows = windows;
    this.elf = elf;
    this.machO = machO;
  }

  /**
   * What the file's loader would do.
   *
   * @throws MalformedBinaryException if it is no binary file, or contradicts itself
   * @throws IOException if it cannot be read
   */
  public Inspection inspect(Path file) throws IOException {
    return switch (format(file)) {
      case PE -> windows.inspect(file);
      case ELF -> elf.inspect(file);
      case MACH_O -> machO.inspect(file);
    };
  }

  /** The formats of the three systems. */
  enum Format {
    PE,
    ELF,
    MACH_O
  }

  /** Which of them it is, by its first bytes. */
  static Format format(Path file) throws IOException {
    return format(start(file))
        .orElseThrow(
            () ->
                new MalformedBinaryException(
                    "neither a Windows (PE) nor an ELF nor a Mach-O file, by its first bytes"));
  }

  /** Whether a file begins as one of them does; not when it cannot be read. */
  public static boolean isBinary(Path file) {
    try {
      return isBinary(start(file));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether a file that begins so may be of one of them.
   *
   * @param start its first four bytes
   */
  static boolean isBinary(byte[] start) {
    return format(start).isPresent();
  }

  private static byte[] start(Path file) throws IOException {
    byte[] start = new byte[4];
    try (InputStream in = Files.newInputStream(file)) {
      in.readNBytes(start, 0, 4);
    }
    return start;
  }

  private static Optional<Format> format(byte[] start) {
    int magic = ByteBuffer.wrap(start).getInt();
    if (magic >>> 16 == MZ) {
      return Optional.of(Format.PE);
    }
    return switch (magic) {
      case ELF -> Optional.of(Format.ELF);
      case 0xcafebabe, 0xcafebabf, 0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe ->
          Optional.of(Format.MACH_O);
      default -> Optional.empty();
    };
  }
}
