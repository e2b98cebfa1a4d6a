package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The import table and the delay import table of a PE file. */
final class PeImports {
  /** No real program needs more libraries; a table without its end would. */
  private static final int MOST_LIBRARIES = 1 << 12;

  /** Of all libraries together: tables may overlap, so a small file can claim a great many. */
  private static final int MOST_SYMBOLS = 1 << 19;

  private static final int IMPORT_SIZE = 20;
  private static final int DELAY_IMPORT_SIZE = 32;

  private final FileWindow file;
  private final PeHeaders headers;
  private int symbolsSoFar;

  PeImports(FileWindow file, PeHeaders headers) {
    this.file = file;
    this.headers = headers;
  }

  /** Libraries loaded before the program starts, in order. */
  List<PeImport> read(PeHeaders.Directory table) throws IOException {
    List<PeImport> imports = new ArrayList<>();
    if (!table.isPresent()) {
      return imports;
    }
    long start = headers.offsetOf(table.address(), 0);
    for (int i = 0; ; i++) {
      long at = start + (long) IMPORT_SIZE * i;
      long lookup = file.u32(at);
      long name = file.u32(at + 12);
      long bound = file.u32(at + 16);
      if (name == 0 || bound == 0) {
        return List.copyOf(imports);
      }
      checkCount(i, at);
      // Some old linkers write no lookup table; before loading, the address table holds the same.
      imports.add(
          asked(file.text(headers.offsetOf(name, at + 12)), lookup == 0 ? bound : lookup, 0, at));
    }
  }

  /** Libraries loaded at the first call, in order. */
  List<PeImport> readDelayed(PeHeaders.Directory table) throws IOException {
    List<PeImport> imports = new ArrayList<>();
    if (!table.isPresent()) {
      return imports;
    }
    long start = headers.offsetOf(table.address(), 0);
    for (int i = 0; ; i++) {
      long at = start + (long) DELAY_IMPORT_SIZE * i;
      long name = file.u32(at + 4);
      if (name == 0) {
        return List.copyOf(imports);
      }
      checkCount(i, at);
      // Visual C++ 6 wrote absolute addresses here and left bit 0 of the attributes clear.
      long base = (file.u32(at) & 1) == 0 ? headers.imageBase() : 0;
      long names = file.u32(at + 16);
      String library = file.text(headers.offsetOf(name - base, at + 4));
      imports.add(
          names == 0
              ? new PeImport(library, List.of(), List.of())
              : asked(library, names - base, base, at));
    }
  }

  private PeImport asked(String library, long table, long base, long mentionedAt)
      throws IOException {
    List<String> symbols = new ArrayList<>();
    List<Integer> ordinals = new ArrayList<>();
    int width = headers.wide() ? 8 : 4;
    long start = headers.offsetOf(table, mentionedAt);
    for (int i = 0; ; i++) {
      long at = start + (long) width * i;
      long entry = headers.wide() ? file.i64(at) : file.u32(at);
      if (entry == 0) {
        return new PeImport(library, List.copyOf(symbols), List.copyOf(ordinals));
      }
      symbolsSoFar++;
      if (symbolsSoFar > MOST_SYMBOLS) {
        throw new MalformedBinaryException("it needs more than 524288 symbols", at);
      }
      boolean byNumber = headers.wide() ? entry < 0 : (entry & 0x8000_0000L) != 0;
      if (byNumber) {
        ordinals.add((int) (entry & 0xffff));
      } else {
        // Two bytes of a hint precede the name.
        symbols.add(file.text(headers.offsetOf(entry - base, at) + 2));
      }
    }
  }

  private static void checkCount(int count, long at) throws MalformedBinaryException {
    if (count == MOST_LIBRARIES) {
      throw new MalformedBinaryException("it needs more than 4096 libraries", at);
    }
  }
}
