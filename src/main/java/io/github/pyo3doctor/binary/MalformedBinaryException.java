package io.github.pyo3doctor.binary;

import java.io.IOException;

/**
 * A file that is no executable or library, or contradicts itself. The message is one line for
 * people.
 */
public final class MalformedBinaryException extends IOException {
  private final long offset;

  /** What is wrong with the file as a whole. */
  public MalformedBinaryException(String what) {
    super(what);
    this.offset = 0;
  }

  /** What is wrong, and where in the file. */
  public MalformedBinaryException(String what, long offset) {
    super("%s, at offset 0x%x".formatted(what, offset));
    this.offset = offset;
  }

  /** Where in the file reading stopped, in bytes from its start. */
  public long offset() {
    return offset;
  }
}
