package io.github.pyo3doctor.guide;

import io.github.pyo3doctor.faq.Pyo3Release;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A guide of PyO3's on this machine. Nothing but its place has been looked at yet.
 *
 * @param release the PyO3 it is about
 * @param origin how it came here
 * @param path the folder of the crate, or its {@code .crate} archive
 * @param folder the path of the folder in it that holds {@code SUMMARY.md}, with {@code /}; empty
 *     for the crate's own
 */
public record Guide(Pyo3Release release, GuideOrigin origin, Path path, String folder) {
  /** Where a crate has its guide. */
  static final String IN_CRATE = "guide/src";

  /** Newest first; of one release, that which is opened first. */
  static final Comparator<Guide> NEWEST_FIRST =
      Comparator.comparing(Guide::release, Comparator.reverseOrder())
          .thenComparing(Guide::origin)
          .thenComparing(Guide::path);

  Guide(Pyo3Release release, GuideOrigin origin, Path path) {
    this(release, origin, path, IN_CRATE);
  }
}
