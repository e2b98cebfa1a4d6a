package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The versions that an ELF file defines and needs (GNU's extension, LSB Core, Symbol Versioning).
 */
final class ElfVersions {
  private static final int MOST = 1 << 14;
  private static final int HIDDEN = 0x8000;

  /** {@code VER_FLG_WEAK}. */
  private static final int WEAK = 2;

  private final FileWindow file;
  private final ElfDynamic dynamic;
  private final FileWindow ofSymbols;
  private final Optional<Long> ofSymbolsAt;
  private final Map<Integer, String> names = new HashMap<>();
  private final List<ElfVersionNeed> needs = new ArrayList<>();
  private final List<String> definitions = new ArrayList<>();

  private ElfVersions(FileWindow file, ElfDynamic dynamic) throws IOException {
    this.file = file;
    this.ofSymbols = file.another();
    this.ofSymbolsAt = dynamic.table(ElfDynamic.SYMBOL_VERSIONS);
    this.dynamic = dynamic;
  }

  static ElfVersions read(FileWindow file, ElfDynamic dynamic) throws IOException {
    ElfVersions versions = new ElfVersions(file, dynamic);
    versions.readNeeds();
    versions.readDefinitions();
    return versions;
  }

  private void readNeeds() throws IOException {
    Optional<Long> table = dynamic.table(ElfDynamic.VERSION_NEEDS);
    if (table.isEmpty()) {
      return;
    }
    long count = count(ElfDynamic.VERSION_NEED_COUNT, table.get());
    long at = table.get();
    for (long i = 0; i < count; i++) {
      List<String> versions = new ArrayList<>();
      List<String> weak = new ArrayList<>();
      int auxiliaries = file.u16(at + 2);
      long auxiliary = at + file.u32(at + 8);
      for (int j = 0; j < auxiliaries; j++) {
        String name = dynamic.text(file.u32(auxiliary + 8));
        ((file.u16(auxiliary + 4) & WEAK) == 0 ? versions : weak).add(name);
        names.put(file.u16(auxiliary + 6), name);
        auxiliary += file.u32(auxiliary + 12);
      }
      needs.add(
          new ElfVersionNeed(
              dynamic.text(file.u32(at + 4)), List.copyOf(versions), List.copyOf(weak)));
      at += file.u32(at + 12);
    }
  }

  private void readDefinitions() throws IOException {
    Optional<Long> table = dynamic.table(ElfDynamic.VERSION_DEFINITIONS);
    if (table.isEmpty()) {
      return;
    }
    long count = count(ElfDynamic.VERSION_DEFINITION_COUNT, table.get());
    long at = table.get();
    for (long i = 0; i < count; i++) {
      long auxiliary = at + file.u32(at + 12);
      String name = dynamic.text(file.u32(auxiliary));
      names.put(file.u16(at + 4), name);
      definitions.add(name);
      at += file.u32(at + 16);
    }
  }

  private long count(long tag, long table) throws IOException {
    long count = dynamic.value(tag).orElse(0L);
    if (count < 0 || count > MOST) {
      throw new MalformedBinaryException("more than 16384 versions", table);
    }
    return count;
  }

  /** What the libraries of the file must define. */
  List<ElfVersionNeed> needs() {
    return List.copyOf(needs);
  }

  /** What the file defines; the first is often the name of the file itself. */
  List<String> definitions() {
    return List.copyOf(definitions);
  }

  /** The version of the symbol of that number; 0 and 1 stand for none. */
  Optional<String> ofSymbol(long number) throws IOException {
    if (ofSymbolsAt.isEmpty()) {
      return Optional.empty();
    }
    int version = ofSymbols.u16(ofSymbolsAt.get() + 2 * number) & ~HIDDEN;
    return version < 2 ? Optional.empty() : Optional.ofNullable(names.get(version));
  }
}
