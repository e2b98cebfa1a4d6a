package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The export table of a PE file. */
final class PeExports {
  /** Exports are numbered with 16 bits. */
  private static final long MOST = 1 << 16;

  private final FileWindow file;
  private final PeHeaders headers;

  PeExports(FileWindow file, PeHeaders headers) {
    this.file = file;
    this.headers = headers;
  }

  /** Every named export, in the order of the table, which is that of the names. */
  List<PeExport> read(PeHeaders.Directory table) throws IOException {
    List<PeExport> exports = new ArrayList<>();
    if (!table.isPresent()) {
      return exports;
    }
    long at = headers.offsetOf(table.address(), 0);
    long functionCount = count(at + 20);
    long nameCount = count(at + 24);
    if (nameCount == 0) {
      return exports;
    }
    long functions = headers.offsetOf(file.u32(at + 28), at + 28);
    long[] names = names(headers.offsetOf(file.u32(at + 32), at + 32), (int) nameCount);
    long ordinals = headers.offsetOf(file.u32(at + 36), at + 36);
    long[] targets = targets(functions, ordinals, (int) nameCount, functionCount);
    for (int i = 0; i < names.length; i++) {
      exports.add(new PeExport(file.text(names[i]), forwarder(table, targets[i], functions)));
    }
    return List.copyOf(exports);
  }

  /** Every number that stands for something. */
  Set<Integer> ordinals(PeHeaders.Directory table) throws IOException {
    Set<Integer> ordinals = new HashSet<>();
    if (table.isPresent()) {
      long at = headers.offsetOf(table.address(), 0);
      long base = file.u32(at + 16);
      long count = count(at + 20);
      long functions = count == 0 ? 0 : headers.offsetOf(file.u32(at + 28), at + 28);
      for (int i = 0; i < count; i++) {
        if (file.u32(functions + 4L * i) != 0) {
          ordinals.add((int) (base + i));
        }
      }
    }
    return Set.copyOf(ordinals);
  }

  /**
   * A function's address inside the export table itself is no code but the name it is handed on to.
   */
  private Optional<String> forwarder(PeHeaders.Directory table, long target, long mentionedAt)
      throws IOException {
    boolean forwarded = target >= table.address() && target - table.address() < table.size();
    return forwarded
        ? Optional.of(file.text(headers.offsetOf(target, mentionedAt)))
        : Optional.empty();
  }

  private long[] names(long table, int count) throws IOException {
    long[] offsets = new long[count];
    for (int i = 0; i < count; i++) {
      long at = table + 4L * i;
      offsets[i] = headers.offsetOf(file.u32(at), at);
    }
    return offsets;
  }

  private long[] targets(long functions, long ordinals, int count, long functionCount)
      throws IOException {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = file.u16(ordinals + 2L * i);
      if (numbers[i] >= functionCount) {
        throw new MalformedBinaryException("an export has a number too high", ordinals + 2L * i);
      }
    }
    long[] targets = new long[count];
    for (int i = 0; i < count; i++) {
      targets[i] = file.u32(functions + 4L * numbers[i]);
    }
    return targets;
  }

  private long count(long at) throws IOException {
    long count = file.u32(at);
    if (count > MOST) {
      throw new MalformedBinaryException("more than 65536 exports", at);
    }
    return count;
  }
}
