package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.snapshot.Inspection;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

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
    int magic = magic(file);
    if (magic >>> 16 == MZ) {
      return windows.inspect(file);
    }
    return switch (magic) {
      case ELF -> elf.inspect(file);
      case 0xcafebabe, 0xcafebabf, 0xfeedface, 0xfeedfacf, 0xcefaedfe, 0xcffaedfe ->
          machO.inspect(file);
      default ->
          throw new MalformedBinaryException(
              "neither a Windows (PE) nor an ELF nor a Mach-O file, by its first bytes", 0);
    };
  }

  private static int magic(Path file) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(4);
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      while (start.hasRemaining() && channel.read(start) >= 0) {
        // a channel may deliver less than asked for
      }
    }
    return start.getInt(0);
  }
}
