package io.github.pyo3doctor.doctor;

import io.github.pyo3doctor.files.CacheFolder;
import io.github.pyo3doctor.guide.Guide;
import io.github.pyo3doctor.guide.GuideOrigin;
import io.github.pyo3doctor.search.TopicIndex;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Indexes kept in the user's cache folder, so that a start need not build them anew. Whatever goes
 * wrong here, the index is built; deleting the folder costs one slower search.
 */
final class IndexCache {
  /** A few guides and a few releases; each file is some megabytes. */
  private static final int MOST_KEPT = 8;

  private static final String KIND = "index";

  private final CacheFolder folder;

  /** A cache in that folder. */
  IndexCache(CacheFolder folder) {
    this.folder = folder;
  }

  /** The index of these sources, if it is kept. */
  Optional<TopicIndex> find(List<Source> sources) {
    Optional<String> of = name(sources);
    if (of.isEmpty()) return Optional.empty();
    try {
      return Optional.of(TopicIndex.read(folder.file(KIND, of.get()), of.get()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | RuntimeException e) {
      LoggerFactory.getLogger(IndexCache.class).debug("kept index not read", e);
      return Optional.empty();
    }
  }

  /** Keeps an index for the next start, and forgets the oldest. */
  void keep(List<Source> sources, TopicIndex index) {
    name(sources).ifPresent(of -> folder.writeFile(KIND, of, index.written(of), MOST_KEPT));
  }

  /** What says that an index is the same; empty when what it is made from may change unnoticed. */
  private Optional<String> name(List<Source> sources) {
    StringBuilder name = new StringBuilder(folder.program());
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
