package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The export table of a PE file.
 *
 * @param named every named export, in the order of the table, which is that of the names
 * @param numbered every number that stands for something, and what it is handed on to
 */
record PeExports(List<PeExport> named, Map<Integer, Optional<String>> numbered) {
  /** Exports are numbered with 16 bits. */
  private static final long MOST = 1 << 16;

  /** Reads the table; an empty one for a file that offers nothing. */
  static PeExports read(FileWindow file, PeHeaders headers, PeHeaders.Directory table)
      throws IOException {
    if (!table.isPresent()) {
      return new PeExports(List.of(), Map.of());
    }
    long at = headers.offsetOf(table.address(), 0);
    long base = file.u32(at + 16);
    int functionCount = count(file, at + 20);
    int nameCount = count(file, at + 24);
    long functions = functionCount == 0 ? 0 : headers.offsetOf(file.u32(at + 28), at + 28);
    long[] addresses = new long[functionCount];
    for (int i = 0; i < functionCount; i++) {
      addresses[i] = file.u32(functions + 4L * i);
    }
    List<Optional<String>> forwarders = new ArrayList<>(functionCount);
    Map<Integer, Optional<String>> numbered = new HashMap<>();
    for (int i = 0; i < functionCount; i++) {
      Optional<String> forwarder =
          forwarder(file, headers, table, addresses[i], functions + 4L * i);
      forwarders.add(forwarder);
      if (addresses[i] != 0) {
        numbered.put((int) (base + i), forwarder);
      }
    }
    List<PeExport> named = new ArrayList<>(nameCount);
    if (nameCount > 0) {
      long[] names = names(file, headers, headers.offsetOf(file.u32(at + 32), at + 32), nameCount);
      long indexes = headers.offsetOf(file.u32(at + 36), at + 36);
      int[] numbers = numbers(file, indexes, nameCount, functionCount);
      for (int i = 0; i < nameCount; i++) {
        named.add(
            new PeExport(
                file.text(names[i]), (int) (base + numbers[i]), forwarders.get(numbers[i])));
      }
    }
    return new PeExports(List.copyOf(named), Map.copyOf(numbered));
  }

  /**
   * A function's address inside the export table itself is no code but the name it is handed on to.
   */
  private static Optional<String> forwarder(
      FileWindow file, PeHeaders headers, PeHeaders.Directory table, long target, long mentionedAt)
      throws IOException {
    boolean forwarded = target >= table.address() && target - table.address() < table.size();
    return forwarded
        ? Optional.of(file.text(headers.offsetOf(target, mentionedAt)))
        : Optional.empty();
  }

  private static long[] names(FileWindow file, PeHeaders headers, long table, int count)
      throws IOException {
    long[] offsets = new long[count];
    for (int i = 0; i < count; i++) {
      long at = table + 4L * i;
      offsets[i] = headers.offsetOf(file.u32(at), at);
    }
    return offsets;
  }

  /** The index of the function of each name. */
  private static int[] numbers(FileWindow file, long table, int count, int functionCount)
      throws IOException {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = file.u16(table + 2L * i);
      if (numbers[i] >= functionCount) {
        throw new MalformedBinaryException("an export has a number too high", table + 2L * i);
      }
    }
    return numbers;
  }

  private static int count(FileWindow file, long at) throws IOException {
    long count = file.u32(at);
    if (count > MOST) {
      throw new MalformedBinaryException("more than 65536 exports", at);
    }
    return (int) count;
  }
}
