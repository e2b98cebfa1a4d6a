package io.github.pyo3doctor.faq;

import java.util.List;
import java.util.Optional;

/**
 * Topics that are read and searched together.
 *
 * @param source {@code bundled}, {@code official}, or the file or folder they were read from
 * @param intro what the page says before its first entry; empty for the bundled topics
 * @param topics in reading order
 */
public record Library(String source, List<Block> intro, List<Topic> topics) {
  /** The topic with that id, or whose anchor that is. */
  public Optional<Topic> topic(String idOrAnchor) {
    return topics.stream()
        .filter(topic -> topic.id().equals(idOrAnchor) || topic.anchor().equals(idOrAnchor))
        .findFirst();
  }
}
