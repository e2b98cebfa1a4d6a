package io.github.pyo3doctor.doctor;

import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.guide.Guide;
import java.nio.file.Path;
import java.util.Optional;

/** Where topics come from. */
public sealed interface Source {
  /**
   * The topics that ship with the program.
   *
   * @param release the PyO3 they shall read for; the newest known when empty
   */
  record Bundled(Optional<Pyo3Release> release) implements Source {}

  /**
   * PyO3's own guide.
   *
   * @param guide which
   */
  record Official(Guide guide) implements Source {}

  /**
   * What the user names: see {@link Doctor#library}.
   *
   * @param path the file or folder
   * @param release the PyO3 it shall read for; the newest known when empty
   */
  record Named(Path path, Optional<Pyo3Release> release) implements Source {}
}
