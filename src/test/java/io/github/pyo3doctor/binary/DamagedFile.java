package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Random;

/** A file in memory with a few bytes changed, and perhaps cut short. */
final class DamagedFile {
  private DamagedFile() {}

  static SeekableByteChannel of(byte[] original, Random random) {
    return new Bytes(damage(original, random));
  }

  private static byte[] damage(byte[] original, Random random) {
    byte[] bytes = original.clone();
    // Most of what is read lies in the headers and in the tables at the end.
    int flips = 1 + random.nextInt(8);
    for (int i = 0; i < flips; i++) {
      boolean header = random.nextBoolean();
      int at = random.nextInt(header ? Math.min(1024, bytes.length) : bytes.length);
      bytes[at] = (byte) random.nextInt(256);
    }
    return random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  /** A file in memory. */
  private static final class Bytes implements SeekableByteChannel {
    private final ByteBuffer bytes;
    private boolean open = true;

    Bytes(byte[] bytes) {
      this.bytes = ByteBuffer.wrap(bytes);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      if (!open) {
        throw new ClosedChannelException();
      }
      if (!bytes.hasRemaining()) {
        return -1;
      }
      int count = Math.min(bytes.remaining(), target.remaining());
      target.put(bytes.slice(bytes.position(), count));
      bytes.position(bytes.position() + count);
      return count;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
      return bytes.position();
    }

    @Override
    public SeekableByteChannel position(long position) {
      bytes.position((int) position);
      return this;
    }

    @Override
    public long size() {
      return bytes.limit();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return open;
    }

    @Override
    public void close() {
      open = false;
    }
  }
}
