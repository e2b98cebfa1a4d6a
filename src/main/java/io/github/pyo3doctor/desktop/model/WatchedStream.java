package io.github.pyo3doctor.desktop.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.DoubleConsumer;

/** A stream that tells how much of it was read. */
final class WatchedStream extends FilterInputStream {
  private final long size;
  private final DoubleConsumer share;
  private long read;

  /**
   * Watches a stream.
   *
   * @param size how many bytes are expected
   * @param share hears the part read, from 0 to 1, on the reading thread; may throw to stop it
   */
  WatchedStream(InputStream in, long size, DoubleConsumer share) {
    super(in);
    this.size = size;
    this.share = share;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) tell(1);
    return one;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = super.read(into, offset, length);
    if (count > 0) tell(count);
    return count;
  }

  private void tell(int count) {
    read += count;
    share.accept(size == 0 ? 1 : Math.min(1, (double) read / size));
  }
}
