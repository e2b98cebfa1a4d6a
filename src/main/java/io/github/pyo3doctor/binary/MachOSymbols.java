package io.github.pyo3doctor.binary;

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

  private static final int MOST_SYMBOLS = 1 << 22;

  private final List<MachOImport> undefined = new ArrayList<>();
  private final List<String> defined = new ArrayList<>();

  private MachOSymbols() {}

  static MachOSymbols read(FileWindow file, MachOCommands commands) throws IOException {
    MachOSymbols symbols = new MachOSymbols();
    Optional<MachOCommands.SymbolTable> table = commands.symbols();
    if (table.isPresent()) {
      symbols.read(file, file.another(), commands, table.get());
    }
    return symbols;
  }

  private void read(
      FileWindow file, FileWindow names, MachOCommands commands, MachOCommands.SymbolTable table)
      throws IOException {
    if (table.count() > MOST_SYMBOLS) {
      throw new MalformedBinaryException("more than 4194304 symbols", table.offset());
    }
    for (long i = 0; i < table.count(); i++) {
      long at = table.offset() + (commands.wide() ? 16 : 12) * i;
      int type = file.u8(at + 4);
      boolean offered = (type & (DEBUGGING | PRIVATE)) == 0 && (type & EXTERNAL) != 0;
      if (!offered) {
        continue;
      }
      String name = names.text(table.names() + file.u32(at));
      String inC = name.startsWith("_") ? name.substring(1) : name;
      // A common symbol is defined too: its address says how much room it wants.
      boolean isCommon = (commands.wide() ? file.i64(at + 8) : file.u32(at + 8)) != 0;
      if ((type & TYPE) == 0 && !isCommon) {
        int description = file.u16(at + 6);
        Optional<String> library = library(commands, description >> 8);
        undefined.add(new MachOImport(inC, library, (description & WEAK_REFERENCE) != 0));
      } else {
        defined.add(inC);
      }
    }
  }

  /** Libraries count from 1; 0 is the file itself, and what is above them stands for a search. */
  private static Optional<String> library(MachOCommands commands, int ordinal) {
    List<MachODependency> needed = commands.needed();
    return ordinal >= 1 && ordinal <= needed.size()
        ? Optional.of(needed.get(ordinal - 1).name())
        : Optional.empty();
  }

  List<MachOImport> undefined() {
    return List.copyOf(undefined);
  }

  List<String> defined() {
    return List.copyOf(defined);
  }
}
