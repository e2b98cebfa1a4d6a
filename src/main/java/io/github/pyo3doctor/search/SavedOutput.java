package io.github.pyo3doctor.search;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Collects numbers and texts for a file, with a checksum at its end. */
final class SavedOutput {
  private final ByteArrayOutputStream collected = new ByteArrayOutputStream();

  void integer(int number) {
    collected.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
  }

  void integers(int[] numbers) {
    integer(numbers.length);
    ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Integer.BYTES);
    buffer.asIntBuffer().put(numbers);
    collected.writeBytes(buffer.array());
  }

  void decimals(float[] numbers) {
    integer(numbers.length);
    ByteBuffer buffer = ByteBuffer.allocate(numbers.length * Float.BYTES);
    buffer.asFloatBuffer().put(numbers);
    collected.writeBytes(buffer.array());
  }

  void bytes(byte[] bytes) {
    integer(bytes.length);
    collected.writeBytes(bytes);
  }

  void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** All that was collected, and its checksum. */
  byte[] finished() {
    byte[] content = collected.toByteArray();
    CRC32C sum = new CRC32C();
    sum.update(content);
    return ByteBuffer.allocate(content.length + Long.BYTES)
        .put(content)
        .putLong(sum.getValue())
        .array();
  }
}
