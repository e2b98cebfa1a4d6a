package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Location;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads what {@link FactsOutput} has collected, in the same order. Bytes that were damaged end in a
 * {@link RuntimeException} or in other facts, so their sum is to be checked before.
 */
final class FactsInput {
  private final ByteBuffer bytes;
  private final String file;

  /**
   * @param file what places are in
   */
  FactsInput(ByteBuffer bytes, String file) {
    this.bytes = bytes;
    this.file = file;
  }

  long number() {
    long number = 0;
    int shift = 0;
    byte next = bytes.get();
    while (next < 0) {
      number |= (long) (next & 0x7F) << shift;
      shift += 7;
      next = bytes.get();
    }
    return number | (long) next << shift;
  }

  int count() {
    return Math.toIntExact(number());
  }

  boolean flag() {
    return bytes.get() != 0;
  }

  String text() {
    int length = count();
    int start = bytes.position();
    bytes.position(start + length);
    return new String(bytes.array(), bytes.arrayOffset() + start, length, StandardCharsets.UTF_8);
  }

  /** A view of the next bytes, not a copy. */
  ByteBuffer bytes() {
    int length = count();
    ByteBuffer view = bytes.slice(bytes.position(), length);
    bytes.position(bytes.position() + length);
    return view;
  }

  Location place() {
    return new Location(file, count(), count());
  }

  <T> List<T> list(Supplier<T> each) {
    int size = count();
    if (size == 0) {
      return List.of();
    }
    List<T> items = new ArrayList<>(Math.min(size, bytes.remaining()));
    for (int i = 0; i < size; i++) {
      items.add(each.get());
    }
    return List.copyOf(items);
  }

  <T> Optional<T> optional(Supplier<T> present) {
    return flag() ? Optional.of(present.get()) : Optional.empty();
  }
}
