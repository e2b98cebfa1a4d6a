package io.github.pyo3doctor.doctor;

import io.github.pyo3doctor.guide.Guide;
import io.github.pyo3doctor.guide.GuideOrigin;
import io.github.pyo3doctor.search.TopicIndex;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Indexes kept in the user's cache folder, so that a start need not build them anew. Whatever goes
 * wrong here, the index is built; deleting the folder costs one slower search. Loggers are made
 * only where something went wrong: that takes longer than a search.
 */
final class IndexCache {
  /** A few guides and a few releases; each file is some megabytes. */
  private static final int MOST_KEPT = 8;

  private static final String NAMES = "index-*";

  private final Path folder;
  private final String program;

  /**
   * A cache in that folder.
   *
   * @param program which build of this program the indexes are of
   */
  IndexCache(Path folder, String program) {
    this.folder = folder;
    this.program = program;
  }

  /** The cache of this user; none when the program does not run from its jar, as in tests. */
  static Optional<IndexCache> ofThisUser() {
    return thisBuild()
        .map(
            build ->
                new IndexCache(
                    folder(System.getenv(), Path.of(System.getProperty("user.home", "."))), build));
  }

  /** Where the system keeps what can be made anew: XDG on Linux, Caches, LocalAppData. */
  static Path folder(Map<String, String> environment, Path home) {
    return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
        .or(() -> Optional.ofNullable(environment.get("LOCALAPPDATA")))
        .filter(path -> !path.isBlank())
        .map(Path::of)
        .orElseGet(() -> usualFolder(home))
        .resolve("pyo3-doctor");
  }

  private static Path usualFolder(Path home) {
    Path mac = home.resolve("Library").resolve("Caches");
    return Files.isDirectory(mac) ? mac : home.resolve(".cache");
  }

  /** A jar is another one when its size or its time is: what it bundles may have changed. */
  private static Optional<String> thisBuild() {
    try {
      Path jar =
          Path.of(IndexCache.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (!Files.isRegularFile(jar)) return Optional.empty();
      return Optional.of(jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar));
    } catch (IOException | URISyntaxException e) {
      LoggerFactory.getLogger(IndexCache.class).debug("no cache", e);
      return Optional.empty();
    }
  }

  /** The index of these sources, if it is kept. */
  Optional<TopicIndex> find(List<Source> sources) {
    Optional<String> of = name(sources);
    if (of.isEmpty()) return Optional.empty();
    try {
      return Optional.of(TopicIndex.read(file(of.get()), of.get()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      LoggerFactory.getLogger(IndexCache.class).debug("kept index not read", e);
      return Optional.empty();
    }
  }

  /** Keeps an index for the next start, and forgets the oldest. */
  void keep(List<Source> sources, TopicIndex index) {
    Optional<String> of = name(sources);
    if (of.isEmpty()) return;
    try {
      Files.createDirectories(folder);
      Path beside = Files.createTempFile(folder, "index-", ".new");
      try {
        Files.write(beside, index.written(of.get()));
        Files.move(beside, file(of.get()), StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
      forgetTheOldest();
    } catch (IOException e) {
      LoggerFactory.getLogger(IndexCache.class).debug("index not kept", e);
    }
  }

  private void forgetTheOldest() throws IOException {
    record Kept(Path file, long time) {}
    List<Kept> kept = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, NAMES)) {
      for (Path file : files) kept.add(new Kept(file, Files.getLastModifiedTime(file).toMillis()));
    }
    kept.sort(Comparator.comparingLong(Kept::time).reversed());
    for (int i = MOST_KEPT; i < kept.size(); i++) Files.deleteIfExists(kept.get(i).file);
  }

  /** Two names may share a file: it says in itself which index it holds. */
  private Path file(String of) {
    return folder.resolve("index-%08x".formatted(of.hashCode()));
  }

  /** What says that an index is the same; empty when what it is made from may change unnoticed. */
  private Optional<String> name(List<Source> sources) {
    StringBuilder name = new StringBuilder(program);
    for (Source source : sources) {
      switch (source) {
        case Source.Bundled bundled -> name.append("\nbundled ").append(bundled.release());
        case Source.Official(Guide guide)
            when guide.origin() == GuideOrigin.REGISTRY || guide.origin() == GuideOrigin.ARCHIVE ->
            name.append("\nofficial ").append(guide);
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(name.toString());
  }
}
