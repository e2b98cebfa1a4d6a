package io.github.pyo3doctor.binary;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /etc/ld.so.cache} in the format of glibc 2.2 and later (its {@code dl-cache.h}), alone or
 * behind the older one.
 */
final class ElfCache {
  private static final String OLD = "ld.so-1.7.0";
  private static final String NEW = "glibc-ld.so.cache1.1";
  private static final int MOST = 1 << 17;
  private static final int HEADER = 48;
  private static final int ENTRY = 24;
  private static final long EXTENSION_MAGIC = 0xeaa42174L;
  private static final long FOR_A_LEVEL = 1L << 62;

  /**
   * @param kind class and processor of the library
   * @param level the folder below {@code glibc-hwcaps} it comes from
   */
  private record Entry(long kind, String path, Optional<String> level) {}

  private final Map<String, List<Entry>> entries = new HashMap<>();

  private ElfCache() {}

  /** One that knows nothing. */
  static ElfCache none() {
    return new ElfCache();
  }

  /** An empty one for a disk that has none. */
  static ElfCache read(Optional<Path> path) throws IOException {
    ElfCache cache = new ElfCache();
    if (path.isPresent() && Files.isRegularFile(path.get())) {
      try (SeekableByteChannel channel = Files.newByteChannel(path.get())) {
        cache.readEntries(new FileWindow(channel));
      }
    }
    return cache;
  }

  private void readEntries(FileWindow file) throws IOException {
    long start = 0;
    if (begins(file, 0, OLD)) {
      start = (16 + 12 * file.u32(12) + 7) / 8 * 8;
    }
    if (!begins(file, start, NEW)) {
      throw new MalformedBinaryException("no cache of libraries in a format known here", start);
    }
    long count = file.u32(start + 20);
    if (count > MOST) {
      throw new MalformedBinaryException("a cache of more than 131072 libraries", start + 20);
    }
    FileWindow texts = file.another();
    List<String> levels = levels(file, start);
    for (long i = 0; i < count; i++) {
      long at = start + HEADER + ENTRY * i;
      long hardware = file.i64(at + 16);
      Optional<String> level = Optional.empty();
      if (hardware != 0) {
        long index = hardware & 0xffff_ffffL;
        if ((hardware & FOR_A_LEVEL) == 0 || index >= levels.size()) {
          continue;
        }
        level = Optional.of(levels.get((int) index));
      }
      entries
          .computeIfAbsent(texts.text(start + file.u32(at + 4)), _ -> new ArrayList<>(1))
          .add(new Entry(file.u32(at), texts.text(start + file.u32(at + 8)), level));
    }
  }

  private static List<String> levels(FileWindow file, long start) throws IOException {
    List<String> levels = new ArrayList<>();
    long extension = file.u32(start + 32);
    if (extension == 0 || file.u32(start + extension) != EXTENSION_MAGIC) {
      return levels;
    }
    long sections = Math.min(file.u32(start + extension + 4), 64);
    for (long i = 0; i < sections; i++) {
      long at = start + extension + 8 + 16 * i;
      if (file.u32(at) != 1) {
        continue;
      }
      long offset = start + file.u32(at + 8);
      long count = Math.min(file.u32(at + 12) / 4, 256);
      for (long j = 0; j < count; j++) {
        levels.add(file.another().text(start + file.u32(offset + 4 * j)));
      }
    }
    return levels;
  }

  private static boolean begins(FileWindow file, long at, String magic) throws IOException {
    for (int i = 0; i < magic.length(); i++) {
      if (file.u8(at + i) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The path it has for a name: that for the best processor level, else the first. */
  Optional<String> find(String name, long kind, List<String> processorLevels) {
    List<Entry> fitting =
        entries.getOrDefault(name, List.of()).stream().filter(each -> each.kind() == kind).toList();
    for (String level : processorLevels) {
      for (Entry entry : fitting) {
        if (entry.level().filter(level::equals).isPresent()) {
          return Optional.of(entry.path());
        }
      }
    }
    return fitting.stream().filter(each -> each.level().isEmpty()).map(Entry::path).findFirst();
  }
}
