package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Files of one format that were read; any number of threads may ask for them. */
final class KeptFiles<T> {
  /** Names of all kept files together. */
  private static final long MOST_NAMES = 400_000;

  private final Reader<T> reader;
  private final ToIntFunction<T> names;
  private final Map<Path, Kept<T>> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long total;

  /** Reads a file. */
  @FunctionalInterface
  interface Reader<T> {
    T read(Path file) throws IOException;
  }

  /** What was read, as long as the file has that length and that time. */
  private record Kept<T>(long size, FileTime changed, int names, SoftReference<T> file) {}

  KeptFiles(Reader<T> reader, ToIntFunction<T> names) {
    this.reader = reader;
    this.names = names;
  }

  /** The file if it was read already and has not changed since. */
  Optional<T> known(Path file) throws IOException {
    return known(file, Files.readAttributes(file, BasicFileAttributes.class));
  }

  private synchronized Optional<T> known(Path file, BasicFileAttributes now) {
    return Optional.ofNullable(kept.get(file))
        .filter(one -> one.size() == now.size() && one.changed().equals(now.lastModifiedTime()))
        .flatMap(one -> Optional.ofNullable(one.file().get()));
  }

  T read(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    Optional<T> known = known(file, now);
    if (known.isPresent()) {
      return known.get();
    }
    T read = reader.read(file);
    keep(
        file,
        new Kept<>(
            now.size(), now.lastModifiedTime(), names.applyAsInt(read), new SoftReference<>(read)));
    return read;
  }

  private synchronized void keep(Path file, Kept<T> one) {
    Kept<T> before = kept.put(file, one);
    total += one.names() - (before == null ? 0 : before.names());
    var oldest = kept.entrySet().iterator();
    while (total > MOST_NAMES && kept.size() > 1) {
      total -= oldest.next().getValue().names();
      oldest.remove();
    }
  }
}
