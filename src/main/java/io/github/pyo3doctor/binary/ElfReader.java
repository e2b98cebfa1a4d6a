package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads what the dynamic loader of Linux and its like reads of an ELF file (System V gABI, chapters
 * 4 and 5, and GNU's symbol versions): program headers and the dynamic table, never the sections.
 * Never loads the file and keeps only names, so neither a broken nor a huge file can hurt.
 */
public final class ElfReader {
  private static final long MAGIC = 0x464c457fL;
  private static final int RELOCATABLE = 1;

  /**
   * Reads a file.
   *
   * @throws MalformedBinaryException if it is no ELF file or contradicts itself
   * @throws IOException if it cannot be read
   */
  public ElfFile read(Path path) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      return read(channel);
    }
  }

  /**
   * Reads a file that is open already, and leaves it open.
   *
   * @throws MalformedBinaryException if it is no ELF file or contradicts itself
   * @throws IOException if it cannot be read
   */
  public ElfFile read(SeekableByteChannel channel) throws IOException {
    FileWindow file = new FileWindow(channel);
    if (file.u32(0) != MAGIC) {
      throw new MalformedBinaryException("no ELF file: it does not begin with 0x7f ELF", 0);
    }
    ElfSegments segments = ElfSegments.read(file);
    if (segments.type() == RELOCATABLE) {
      throw new MalformedBinaryException(
          "an object file for the linker, no library or program", 16);
    }
    ElfDynamic dynamic = ElfDynamic.read(file, segments);
    ElfVersions versions = ElfVersions.read(file, dynamic);
    ElfSymbols symbols = ElfSymbols.read(file, dynamic, versions, segments);
    return new ElfFile(
        segments.machine(),
        segments.wide(),
        interpreter(file, segments),
        dynamic.texts(ElfDynamic.NAME).stream().findFirst(),
        dynamic.texts(ElfDynamic.NEEDED),
        dynamic.folders(ElfDynamic.RPATH),
        dynamic.folders(ElfDynamic.RUNPATH),
        dynamic.ignoresDefaultFolders(),
        versions.needs(),
        versions.definitions(),
        dynamic.bindsAtOnce(),
        symbols.undefined(),
        symbols.defined());
  }

  /** The processor a file is for. */
  record Kind(boolean wide, int machine) {}

  /** Reads no more than the header. */
  Kind kind(Path path) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      FileWindow file = new FileWindow(channel);
      if (file.u32(0) != MAGIC) {
        throw new MalformedBinaryException("no ELF file: it does not begin with 0x7f ELF", 0);
      }
      if (file.u8(5) == 2) {
        file.order(ByteOrder.BIG_ENDIAN);
      }
      return new Kind(file.u8(4) == 2, file.u16(18));
    }
  }

  private static Optional<String> interpreter(FileWindow file, ElfSegments segments)
      throws IOException {
    Optional<ElfSegments.Stretch> stretch = segments.interpreter();
    return stretch.isPresent() && stretch.get().size() > 0
        ? Optional.of(file.text(stretch.get().offset()))
        : Optional.empty();
  }
}
