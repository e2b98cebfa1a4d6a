package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The dynamic symbols of an ELF file. */
final class ElfSymbols {
  private static final int LOCAL = 0;
  private static final int WEAK = 2;
  private static final int UNDEFINED = 0;

  /** The largest libraries in use have a quarter of it. */
  private static final long MOST_SYMBOLS = 1 << 20;

  private static final int S390 = 22;

  private final FileWindow file;
  private final ElfDynamic dynamic;
  private final ElfVersions versions;
  private final int machine;
  private final boolean wide;
  private final List<ElfSymbol> undefined = new ArrayList<>();
  private final List<ElfSymbol> defined = new ArrayList<>();

  private ElfSymbols(
      FileWindow file, ElfDynamic dynamic, ElfVersions versions, ElfSegments segments) {
    this.file = file;
    this.dynamic = dynamic;
    this.versions = versions;
    this.machine = segments.machine();
    this.wide = segments.wide();
  }

  static ElfSymbols read(
      FileWindow file, ElfDynamic dynamic, ElfVersions versions, ElfSegments segments)
      throws IOException {
    ElfSymbols symbols = new ElfSymbols(file, dynamic, versions, segments);
    Optional<Long> table = dynamic.table(ElfDynamic.SYMBOL_TABLE);
    if (table.isPresent()) {
      symbols.readTable(table.get());
    }
    return symbols;
  }

  private void readTable(long table) throws IOException {
    long count = count();
    if (count < 0 || count > MOST_SYMBOLS) {
      throw new MalformedBinaryException("more than 1048576 symbols", table);
    }
    for (long i = 1; i < count; i++) {
      long at = table + (wide ? 24 : 16) * i;
      int binding = file.u8(at + (wide ? 4 : 12)) >> 4;
      long name = file.u32(at);
      if (binding == LOCAL || name == 0) {
        continue;
      }
      ElfSymbol symbol = new ElfSymbol(dynamic.text(name), versions.ofSymbol(i), binding == WEAK);
      boolean asks = file.u16(at + (wide ? 6 : 14)) == UNDEFINED;
      (asks ? undefined : defined).add(symbol);
    }
  }

  /** The symbol table does not say how long it is; the hash tables over it do. */
  private long count() throws IOException {
    Optional<Long> hash = dynamic.table(ElfDynamic.HASH);
    if (hash.isPresent()) {
      return hasWideHash(hash.get()) ? file.i64(hash.get() + 8) : file.u32(hash.get() + 4);
    }
    Optional<Long> gnuHash = dynamic.table(ElfDynamic.GNU_HASH);
    return gnuHash.isPresent() ? countByGnuHash(gnuHash.get()) : 0;
  }

  /**
   * Whether the numbers of the hash table take eight bytes, as the ABI of s390x has it. LLVM's
   * linker writes four; no table begins with a zero then, which would be its number of buckets.
   */
  private boolean hasWideHash(long table) throws IOException {
    return machine == S390 && wide && file.u32(table) == 0;
  }

  /** One behind the last symbol of the chain that begins furthest behind. */
  private long countByGnuHash(long table) throws IOException {
    long buckets = file.u32(table);
    long firstHashed = file.u32(table + 4);
    long filterWords = file.u32(table + 8);
    long bucketTable = table + 16 + filterWords * (wide ? 8 : 4);
    long chains = bucketTable + 4 * buckets;
    if (buckets > MOST_SYMBOLS) {
      throw new MalformedBinaryException("more than 1048576 hash buckets", table);
    }
    long last = 0;
    for (long i = 0; i < buckets; i++) {
      last = Math.max(last, file.u32(bucketTable + 4 * i));
    }
    if (last < firstHashed) {
      return Math.max(firstHashed, countToStrings());
    }
    while (last < MOST_SYMBOLS && (file.u32(chains + 4 * (last - firstHashed)) & 1) == 0) {
      last++;
    }
    return last + 1;
  }

  /** When nothing is offered the hash table counts nothing; linkers put the names right behind. */
  private long countToStrings() {
    long symbols = dynamic.value(ElfDynamic.SYMBOL_TABLE).orElse(0L);
    long strings = dynamic.value(ElfDynamic.STRING_TABLE).orElse(0L);
    long size = wide ? 24 : 16;
    boolean follows = strings > symbols && (strings - symbols) % size == 0;
    return follows ? (strings - symbols) / size : 0;
  }

  List<ElfSymbol> undefined() {
    return List.copyOf(undefined);
  }

  List<ElfSymbol> defined() {
    return List.copyOf(defined);
  }
}
