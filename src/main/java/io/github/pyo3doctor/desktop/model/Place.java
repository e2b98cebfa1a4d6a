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

  /**
   * The results of a search.
   *
   * @param query what was typed
   * @param topic the id of the article chosen from the results
   */
  record Search(String query, Optional<String> topic) implements Place {}
}
