package io.github.pyo3doctor.project;

import io.github.pyo3doctor.files.CacheFolder;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was read from a project's Rust sources the last time, and is true still where a file's size
 * and time are what they were. Whatever goes wrong here, the file is read. Safe for several
 * threads.
 */
final class KeptFacts {
  /** Projects; each takes about a tenth of its sources. */
  private static final int MOST_KEPT = 16;

  private static final int MOST_BYTES = 64 * 1024 * 1024;

  private final Optional<CacheFolder> cache;
  private final String project;
  private final long now;
  private final Map<String, Entry> known;
  private final Map<String, Entry> current = new ConcurrentHashMap<>();

  private record Entry(FileStamp stamp, ByteBuffer facts, boolean fresh) {}

  private KeptFacts(
      Optional<CacheFolder> cache, String project, long now, Map<String, Entry> known) {
    this.cache = cache;
    this.project = project;
    this.now = now;
    this.known = known;
  }

  /** Nothing that was kept, and nothing that will be. */
  static KeptFacts none() {
    return new KeptFacts(Optional.empty(), "", 0, Map.of());
  }

  /**
   * What is kept of a project.
   *
   * @param project what it is known by: its folder
   */
  static KeptFacts open(CacheFolder cache, String project) {
    Map<String, Entry> known = new HashMap<>();
    Optional<ByteBuffer> content = cache.read("facts", project);
    if (content.isPresent()) {
      FactsInput in = new FactsInput(content.get(), "");
      for (int left = in.count(); left > 0; left--) {
        String name = in.text();
        FileStamp stamp = new FileStamp(in.number(), in.number(), (int) in.number());
        known.put(name, new Entry(stamp, in.bytes(), false));
      }
    }
    return new KeptFacts(Optional.of(cache), project, System.currentTimeMillis(), known);
  }

  /** What a file says, if it is still the one that was read. */
  Optional<RustFacts> find(String name, FileStamp stamp) {
    Entry entry = known.get(name);
    if (entry == null || !entry.stamp().equals(stamp)) {
      return Optional.empty();
    }
    current.put(name, entry);
    return Optional.of(FactsFormat.read(entry.facts().duplicate(), name));
  }

  /** Remembers what a file says that had that stamp before it was read. */
  void add(String name, FileStamp stamp, RustFacts facts) {
    if (cache.isPresent() && stamp.isSettled(now)) {
      current.put(name, new Entry(stamp, ByteBuffer.wrap(FactsFormat.write(facts)), true));
    }
  }

  /** Keeps what is known now for the next time, if that is more than there was. */
  void keep() {
    if (cache.isEmpty() || current.values().stream().noneMatch(Entry::fresh)) {
      return;
    }
    FactsOutput out = new FactsOutput();
    out.number(current.size());
    new TreeMap<>(current)
        .forEach(
            (name, entry) -> {
              out.text(name);
              out.number(entry.stamp().size());
              out.number(entry.stamp().modified());
              out.number(Integer.toUnsignedLong(entry.stamp().key()));
              out.bytes(entry.facts());
            });
    byte[] content = out.collected();
    if (content.length <= MOST_BYTES) {
      cache.get().write("facts", project, content, MOST_KEPT);
    }
  }
}
