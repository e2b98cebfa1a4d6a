package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what dyld reads of a Mach-O file, fat or thin (Apple's {@code mach-o/fat.h}, {@code
 * loader.h} and {@code nlist.h}). Never loads the file and keeps only names, so neither a broken
 * nor a huge file can hurt.
 */
public final class MachOReader {
  private static final int FAT = 0xcafebabe;
  private static final int FAT_64 = 0xcafebabf;
  private static final int THIN = 0xfeedface;
  private static final int THIN_64 = 0xfeedfacf;

  /** The upper bits tell of pointer authentication's version, or of 64-bit libraries. */
  private static final int SUBTYPE = 0xff_ffff;

  private static final int TWO_LEVEL_NAMES = 0x80;

  /** Java's class files begin like fat files, and have at least 45 here. */
  private static final int MOST_SLICES = 40;

  /**
   * Reads a file.
   *
   * @throws MalformedBinaryException if it is no Mach-O file or contradicts itself
   * @throws IOException if it cannot be read
   */
  public MachOFile read(Path path) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      return read(channel);
    }
  }

  /**
   * Reads a file that is open already, and leaves it open.
   *
   * @throws MalformedBinaryException if it is no Mach-O file or contradicts itself
   * @throws IOException if it cannot be read
   */
  public MachOFile read(SeekableByteChannel channel) throws IOException {
    FileWindow file = new FileWindow(channel);
    file.order(ByteOrder.BIG_ENDIAN);
    int magic = (int) file.u32(0);
    if (magic != FAT && magic != FAT_64) {
      return new MachOFile(List.of(slice(file, 0)));
    }
    boolean wide = magic == FAT_64;
    long count = file.u32(4);
    if (count > MOST_SLICES) {
      throw new MalformedBinaryException("no Mach-O file: more than 40 slices", 4);
    }
    List<MachOSlice> slices = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      file.order(ByteOrder.BIG_ENDIAN);
      long at = 8 + (wide ? 32 : 20) * i;
      slices.add(slice(file, wide ? file.i64(at + 8) : file.u32(at + 8)));
    }
    return new MachOFile(List.copyOf(slices));
  }

  private static MachOSlice slice(FileWindow file, long start) throws IOException {
    file.order(ByteOrder.LITTLE_ENDIAN);
    int magic = (int) file.u32(start);
    if (magic == Integer.reverseBytes(THIN) || magic == Integer.reverseBytes(THIN_64)) {
      file.order(ByteOrder.BIG_ENDIAN);
    } else if (magic != THIN && magic != THIN_64) {
      throw new MalformedBinaryException("no Mach-O file: its magic number is missing", start);
    }
    boolean wide = (int) file.u32(start) == THIN_64;
    MachOCommands commands = MachOCommands.read(file, start, wide);
    boolean twoLevels = (file.u32(start + 24) & TWO_LEVEL_NAMES) != 0;
    MachOSymbols symbols = MachOSymbols.read(file, commands, wide, twoLevels);
    Optional<MachOCommands.Part> exports = commands.exports;
    return new MachOSlice(
        new MachOArchitecture((int) file.u32(start + 4), (int) file.u32(start + 8) & SUBTYPE),
        wide,
        (int) file.u32(start + 12),
        commands.installName,
        List.copyOf(commands.needed),
        List.copyOf(commands.rpaths),
        commands.platform,
        commands.leastVersion,
        commands.sdk,
        MachOSecurity.read(file, commands.signature, commands.restricted),
        commands.chained,
        symbols.undefined(),
        exports.isPresent()
            ? MachOExports.read(file, exports.get().offset(), exports.get().size())
            : symbols.defined());
  }
}
