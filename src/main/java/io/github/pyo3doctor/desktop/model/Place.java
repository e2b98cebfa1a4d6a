package io.github.pyo3doctor.desktop.model;

import java.util.Optional;

/** Where in the window the user is. Going back returns to exactly this. */
public sealed interface Place {
  /** The start page. */
  record Start() implements Place {}

  /**
   * The findings of the examined project.
   *
   * @param finding the id of the chosen finding
   */
  record Findings(Optional<String> finding) implements Place {}

  /**
   * The topics.
   *
   * @param topic the id of the open article
   */
  record Library(Optional<String> topic) implements Place {}

  /**
   * A log that was pasted or dropped, and what it tells of.
   *
   * @param number which of the logs of this session
   */
  record Log(int number) implements Place {}

  /**
   * The way to the checks of one topic: which project, and what will be looked at.
   *
   * @param topic the topic's id
   */
  record Check(String topic) implements Place {}

  /** What a loader would do with a binary. */
  record Loader() implements Place {}

  /** What a build would find on this machine. */
  record Machine() implements Place {}

  /**
   * PyO3's own guide.
   *
   * @param id the open chapter or FAQ entry; {@code CHAPTER#ANCHOR} for a section
   */
  record Guide(Optional<String> id) implements Place {}

  /**
   * The results of a search.
   *
   * @param query what was typed
   * @param chosen what was chosen from the results
   */
  record Search(String query, Optional<Found> chosen) implements Place {}

  /**
   * What a search found.
   *
   * @param source the library it is from
   * @param id the topic's id in it
   */
  record Found(String source, String id) {}
}
