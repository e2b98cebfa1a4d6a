package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header and load commands of one slice of a Mach-O file ({@code mach-o/loader.h}).
 *
 * @param symbols where the symbol table lies
 */
record MachOCommands(
    int processor,
    boolean wide,
    int kind,
    Optional<String> installName,
    List<MachODependency> needed,
    List<String> rpaths,
    Optional<String> leastVersion,
    Optional<SymbolTable> symbols) {
  private static final int MOST_COMMANDS = 1 << 14;

  private static final int SYMTAB = 0x2;
  private static final int LOAD_DYLIB = 0xc;
  private static final int ID_DYLIB = 0xd;
  private static final int LOAD_WEAK_DYLIB = 0x8000_0018;
  private static final int RPATH = 0x8000_001c;
  private static final int REEXPORT_DYLIB = 0x8000_001f;
  private static final int LAZY_LOAD_DYLIB = 0x20;
  private static final int LOAD_UPWARD_DYLIB = 0x8000_0023;
  private static final int VERSION_MIN_MACOSX = 0x24;
  private static final int BUILD_VERSION = 0x32;

  /** Where a symbol table and its names lie in the file. */
  record SymbolTable(long offset, long count, long names) {}

  /**
   * Reads them.
   *
   * @param start where in the file the slice begins
   * @param wide whether its header says so
   */
  static MachOCommands read(FileWindow file, long start, boolean wide) throws IOException {
    long count = file.u32(start + 16);
    if (count > MOST_COMMANDS) {
      throw new MalformedBinaryException("more than 16384 load commands", start + 16);
    }
    Optional<String> installName = Optional.empty();
    List<MachODependency> needed = new ArrayList<>();
    List<String> rpaths = new ArrayList<>();
    Optional<String> leastVersion = Optional.empty();
    Optional<SymbolTable> symbols = Optional.empty();
    long at = start + (wide ? 32 : 28);
    for (long i = 0; i < count; i++) {
      long size = file.u32(at + 4);
      if (size < 8) {
        throw new MalformedBinaryException("a load command shorter than its header", at);
      }
      int command = (int) file.u32(at);
      switch (command) {
        case ID_DYLIB -> installName = Optional.of(text(file, at));
        case LOAD_DYLIB, REEXPORT_DYLIB, LOAD_UPWARD_DYLIB ->
            needed.add(new MachODependency(text(file, at), false));
        case LOAD_WEAK_DYLIB, LAZY_LOAD_DYLIB ->
            needed.add(new MachODependency(text(file, at), true));
        case RPATH -> rpaths.add(text(file, at));
        case VERSION_MIN_MACOSX -> leastVersion = Optional.of(version(file.u32(at + 8)));
        case BUILD_VERSION -> leastVersion = Optional.of(version(file.u32(at + 12)));
        case SYMTAB ->
            symbols =
                Optional.of(
                    new SymbolTable(
                        start + file.u32(at + 8), file.u32(at + 12), start + file.u32(at + 16)));
        default -> {}
      }
      at += size;
    }
    return new MachOCommands(
        (int) file.u32(start + 4),
        wide,
        (int) file.u32(start + 12),
        installName,
        List.copyOf(needed),
        List.copyOf(rpaths),
        leastVersion,
        symbols);
  }

  /** The text whose place is told right behind the header of the command. */
  private static String text(FileWindow file, long command) throws IOException {
    return file.text(command + file.u32(command + 8));
  }

  /** {@code xxxx.yy.zz} in nibbles; the last part is left out when it is 0. */
  private static String version(long packed) {
    long patch = packed & 0xff;
    return (packed >> 16) + "." + ((packed >> 8) & 0xff) + (patch == 0 ? "" : "." + patch);
  }
}
