package io.github.pyo3doctor.project;

import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What tells that a file is still the one it was, short of reading it.
 *
 * @param size in bytes
 * @param modified in nanoseconds since 1970, as exact as the file system says
 * @param key of the file's number on its disk, where there is one; another when it was replaced
 */
record FileStamp(long size, long modified, int key) {
  /** A file changed so shortly before may change again without another time. */
  private static final long UNSETTLED_NANOSECONDS = TimeUnit.SECONDS.toNanos(3);

  static FileStamp of(BasicFileAttributes attributes) {
    return new FileStamp(
        attributes.size(),
        attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        Objects.hashCode(attributes.fileKey()));
  }

  /** Whether a later change would show. */
  boolean isSettled(long nowMilliseconds) {
    long age = TimeUnit.MILLISECONDS.toNanos(nowMilliseconds) - modified;
    return age > UNSETTLED_NANOSECONDS;
  }
}
