package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.guide.Guide;
import java.util.List;
import java.util.Optional;

/** Which of PyO3's own guides is open. */
public sealed interface GuideState {
  /** The machine is being looked through, or a guide read. */
  record Looking() implements GuideState {}

  /**
   * None can be read.
   *
   * @param reason what was looked for, where, and what to do
   */
  record None(String reason) implements GuideState {}

  /**
   * One is open.
   *
   * @param guide its chapters
   * @param found where they were read
   * @param release the PyO3 it is about
   * @param why why this one of those found
   * @param releases those found on this machine, newest first
   */
  record Open(
      Library guide, Guide found, Pyo3Release release, String why, List<Pyo3Release> releases)
      implements GuideState {}

  /** The guide, if one is open. */
  default Optional<Library> library() {
    return this instanceof Open open ? Optional.of(open.guide()) : Optional.empty();
  }
}
