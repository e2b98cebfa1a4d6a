package io.github.pyo3doctor.binary;

import io.github.pyo3doctor.binary.MachOImport.From;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The external symbols of one slice of a Mach-O file ({@code mach-o/nlist.h}). */
final class MachOSymbols {
  private static final int DEBUGGING = 0xe0;
  private static final int TYPE = 0x0e;
  private static final int EXTERNAL = 0x01;
  private static final int PRIVATE = 0x10;
  private static final int WEAK_REFERENCE = 0x40;
  private static final int COALESCED = 0x80;
  private static final int ANY = 0xfe;
  private static final int PROGRAM = 0xff;

  private static final int MOST_SYMBOLS = 1 << 22;

  private final List<MachOImport> undefined = new ArrayList<>();
  private final List<String> defined = new ArrayList<>();

  private final MachOCommands commands;
  private final boolean wide;
  private final boolean twoLevels;

  private MachOSymbols(MachOCommands commands, boolean wide, boolean twoLevels) {
    this.commands = commands;
    this.wide = wide;
    this.twoLevels = twoLevels;
  }

  /**
   * Reads them.
   *
   * @param twoLevels whether a name is looked for in one library; in any otherwise
   */
  static MachOSymbols read(FileWindow file, MachOCommands commands, boolean wide, boolean twoLevels)
      throws IOException {
    MachOSymbols symbols = new MachOSymbols(commands, wide, twoLevels);
    if (commands.symbols.isPresent()) {
      symbols.read(file, file.another(), commands.symbols.get());
    }
    return symbols;
  }

  private void read(FileWindow file, FileWindow names, MachOCommands.SymbolTable table)
      throws IOException {
    if (table.count() > MOST_SYMBOLS) {
      throw new MalformedBinaryException("more than 4194304 symbols", table.offset());
    }
    for (long i = 0; i < table.count(); i++) {
      long at = table.offset() + (wide ? 16 : 12) * i;
      int type = file.u8(at + 4);
      boolean offered = (type & (DEBUGGING | PRIVATE)) == 0 && (type & EXTERNAL) != 0;
      if (!offered) {
        continue;
      }
      String name = names.text(table.names() + file.u32(at));
      String inC = name.startsWith("_") ? name.substring(1) : name;
      // A common symbol is defined too: its address says how much room it wants.
      boolean isCommon = (wide ? file.i64(at + 8) : file.u32(at + 8)) != 0;
      if ((type & TYPE) == 0 && !isCommon) {
        int description = file.u16(at + 6);
        undefined.add(undefined(inC, description));
      } else {
        defined.add(inC);
      }
    }
  }

  /** Libraries count from 1; a name that others may define anew is looked for in all. */
  private MachOImport undefined(String name, int description) {
    boolean weak = (description & WEAK_REFERENCE) != 0;
    int ordinal = description >> 8;
    List<MachODependency> needed = commands.needed;
    if (!twoLevels || (description & COALESCED) != 0 || ordinal == ANY) {
      return new MachOImport(name, From.ANY_IMAGE, Optional.empty(), weak);
    }
    if (ordinal == 0 || ordinal == PROGRAM) {
      From from = ordinal == 0 ? From.ITSELF : From.PROGRAM;
      return new MachOImport(name, from, Optional.empty(), weak);
    }
    // A number behind the last library is an error of the linker; dyld would refuse it.
    return ordinal <= needed.size()
        ? new MachOImport(name, From.LIBRARY, Optional.of(needed.get(ordinal - 1).name()), weak)
        : new MachOImport(name, From.ANY_IMAGE, Optional.empty(), weak);
  }

  List<MachOImport> undefined() {
    return List.copyOf(undefined);
  }

  List<String> defined() {
    return List.copyOf(defined);
  }
}
