package io.github.pyo3doctor.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** Reads what {@link SavedOutput} has collected, in the same order. */
final class SavedInput {
  private final ByteBuffer content;

  /**
   * Reads from the bytes of a file.
   *
   * @throws IOException when the file was cut short or damaged
   */
  SavedInput(byte[] file) throws IOException {
    int length = file.length - Long.BYTES;
    if (length < 0) throw new IOException("cut short");
    CRC32C sum = new CRC32C();
    sum.update(file, 0, length);
    if (ByteBuffer.wrap(file).getLong(length) != sum.getValue()) throw new IOException("damaged");
    this.content = ByteBuffer.wrap(file, 0, length);
  }

  int integer() {
    return content.getInt();
  }

  int[] integers() {
    int[] numbers = new int[integer()];
    content.asIntBuffer().get(numbers);
    content.position(content.position() + numbers.length * Integer.BYTES);
    return numbers;
  }

  float[] decimals() {
    float[] numbers = new float[integer()];
    content.asFloatBuffer().get(numbers);
    content.position(content.position() + numbers.length * Float.BYTES);
    return numbers;
  }

  byte[] bytes() {
    byte[] bytes = new byte[integer()];
    content.get(bytes);
    return bytes;
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
