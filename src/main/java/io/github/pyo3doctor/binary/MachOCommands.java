package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.binary.MachODependency.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The load commands of one slice of a Mach-O file ({@code mach-o/loader.h}), as they are read. */
final class MachOCommands {
  private static final int MOST_COMMANDS = 1 << 14;

  private static final int SEGMENT = 0x1;
  private static final int SYMTAB = 0x2;
  private static final int LOAD_DYLIB = 0xc;
  private static final int ID_DYLIB = 0xd;
  private static final int LOAD_WEAK_DYLIB = 0x8000_0018;
  private static final int SEGMENT_64 = 0x19;
  private static final int RPATH = 0x8000_001c;
  private static final int CODE_SIGNATURE = 0x1d;
  private static final int REEXPORT_DYLIB = 0x8000_001f;
  private static final int LAZY_LOAD_DYLIB = 0x20;
  private static final int DYLD_INFO = 0x22;
  private static final int DYLD_INFO_ONLY = 0x8000_0022;
  private static final int LOAD_UPWARD_DYLIB = 0x8000_0023;
  private static final int VERSION_MIN_MACOSX = 0x24;
  private static final int BUILD_VERSION = 0x32;
  private static final int DYLD_EXPORTS_TRIE = 0x8000_0033;
  private static final int DYLD_CHAINED_FIXUPS = 0x8000_0034;

  /** Stands where a time was, when the way of needing a library is told by flags. */
  private static final long HAS_FLAGS = 0x1a74_1800;

  private static final int MACOS = 1;

  private final FileWindow file;
  private final long start;

  Optional<String> installName = Optional.empty();
  final List<MachODependency> needed = new ArrayList<>();
  final List<String> rpaths = new ArrayList<>();
  Optional<Integer> platform = Optional.empty();
  Optional<String> leastVersion = Optional.empty();
  Optional<String> sdk = Optional.empty();
  boolean restricted;
  boolean chained;
  Optional<SymbolTable> symbols = Optional.empty();
  Optional<Part> exports = Optional.empty();
  Optional<Long> signature = Optional.empty();

  /** Where a symbol table and its names lie in the file. */
  record SymbolTable(long offset, long count, long names) {}

  /** A part of the file. */
  record Part(long offset, long size) {}

  private MachOCommands(FileWindow file, long start) {
    this.file = file;
    this.start = start;
  }

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
    MachOCommands commands = new MachOCommands(file, start);
    long at = start + (wide ? 32 : 28);
    for (long i = 0; i < count; i++) {
      long size = file.u32(at + 4);
      if (size < 8) {
        throw new MalformedBinaryException("a load command shorter than its header", at);
      }
      commands.read(at);
      at += size;
    }
    return commands;
  }

  private void read(long at) throws IOException {
    switch ((int) file.u32(at)) {
      case ID_DYLIB -> installName = Optional.of(text(at));
      case LOAD_DYLIB -> need(at, Kind.PLAIN);
      case REEXPORT_DYLIB -> need(at, Kind.REEXPORTED);
      case LOAD_UPWARD_DYLIB -> need(at, Kind.UPWARD);
      case LOAD_WEAK_DYLIB -> need(at, Kind.WEAK);
      case LAZY_LOAD_DYLIB -> need(at, Kind.LAZY);
      case RPATH -> rpaths.add(text(at));
      case VERSION_MIN_MACOSX -> madeFor(MACOS, file.u32(at + 8), file.u32(at + 12));
      case BUILD_VERSION -> madeFor((int) file.u32(at + 8), file.u32(at + 12), file.u32(at + 16));
      case SYMTAB ->
          symbols =
              Optional.of(
                  new SymbolTable(
                      start + file.u32(at + 8), file.u32(at + 12), start + file.u32(at + 16)));
      case DYLD_INFO, DYLD_INFO_ONLY ->
          exports = Optional.of(new Part(start + file.u32(at + 40), file.u32(at + 44)));
      case DYLD_EXPORTS_TRIE ->
          exports = Optional.of(new Part(start + file.u32(at + 8), file.u32(at + 12)));
      case DYLD_CHAINED_FIXUPS -> chained = true;
      case CODE_SIGNATURE -> signature = Optional.of(start + file.u32(at + 8));
      case SEGMENT, SEGMENT_64 -> restricted |= file.startsWith(at + 8, "__RESTRICT\0");
      default -> {}
    }
  }

  /** A file for two systems, macOS and Mac Catalyst, says so twice; macOS counts here. */
  private void madeFor(int system, long least, long linkedWith) {
    if (system == MACOS || platform.isEmpty()) {
      platform = Optional.of(system);
      leastVersion = Optional.of(version(least));
      sdk = Optional.of(version(linkedWith));
    }
  }

  private void need(long at, Kind kind) throws IOException {
    boolean flags = file.u32(at + 8) == 28 && file.u32(at + 12) == HAS_FLAGS;
    needed.add(new MachODependency(text(at), flags ? kind(file.u32(at + 24)) : kind));
  }

  private static Kind kind(long flags) {
    if ((flags & 2) != 0) {
      return Kind.REEXPORTED;
    }
    if ((flags & 1) != 0) {
      return Kind.WEAK;
    }
    return (flags & 4) != 0 ? Kind.UPWARD : Kind.PLAIN;
  }

  /** The text whose place is told right behind the header of the command. */
  private String text(long command) throws IOException {
    return file.text(command + file.u32(command + 8));
  }

  /** {@code xxxx.yy.zz} in nibbles; the last part is left out when it is 0. */
  private static String version(long packed) {
    long patch = packed & 0xff;
    return (packed >> 16) + "." + ((packed >> 8) & 0xff) + (patch == 0 ? "" : "." + patch);
  }
}
