package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Location;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Collects numbers and texts as bytes, small numbers as few of them. */
final class FactsOutput {
  private static final int SEVEN_BITS = 0x7F;

  private byte[] bytes = new byte[1024];
  private int length;

  void number(long number) {
    long rest = number;
    while ((rest & ~SEVEN_BITS) != 0) {
      add((byte) ((rest & SEVEN_BITS) | ~SEVEN_BITS));
      rest >>>= 7;
    }
    add((byte) rest);
  }

  void flag(boolean flag) {
    add((byte) (flag ? 1 : 0));
  }

  void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  void bytes(byte[] content) {
    number(content.length);
    room(content.length);
    System.arraycopy(content, 0, bytes, length, content.length);
    length += content.length;
  }

  /** All that is left in a buffer, which stays as it is. */
  void bytes(ByteBuffer content) {
    int more = content.remaining();
    number(more);
    room(more);
    content.duplicate().get(bytes, length, more);
    length += more;
  }

  /** Line and column; the file is the one that all of it is of. */
  void place(Location place) {
    number(place.line());
    number(place.column());
  }

  <T> void list(List<T> items, Consumer<T> each) {
    number(items.size());
    for (T item : items) {
      each.accept(item);
    }
  }

  <T> void optional(Optional<T> item, Consumer<T> present) {
    flag(item.isPresent());
    if (item.isPresent()) {
      present.accept(item.get());
    }
  }

  byte[] collected() {
    return Arrays.copyOf(bytes, length);
  }

  private void add(byte value) {
    room(1);
    bytes[length++] = value;
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }
}
