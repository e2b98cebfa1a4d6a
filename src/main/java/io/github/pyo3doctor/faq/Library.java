package io.github.pyo3doctor.faq;

import java.util.List;
import java.util.Optional;

/**
 * Topics that are read and searched together.
 *
 * @param source {@code bundled}, {@code official}, or the file or folder they were read from
 * @param release the PyO3 whose own guide it is; empty when it is no guide of PyO3's
 * @param intro what the page says before its first entry; empty for the bundled topics and a guide
 * @param topics what is read, in reading order; of a guide every chapter and every entry of its FAQ
 * @param sections what is searched: all topics, or of a guide every section of every chapter. A
 *     section's id is {@code CHAPTER#ANCHOR}
 * @param contents the guide's table of contents; empty for what is no guide
 */
public record Library(
    String source,
    Optional<Pyo3Release> release,
    List<Block> intro,
    List<Topic> topics,
    List<Topic> sections,
    List<SummaryItem> contents) {
  /** Where a link inside the library leads: a topic, and the anchor in it if one is named. */
  public record Target(Topic topic, Optional<String> anchor) {}

  /** Topics that are no guide: each is searched as a whole. */
  public Library(String source, List<Block> intro, List<Topic> topics) {
    this(source, Optional.empty(), intro, topics, topics, List.of());
  }

  /** The topic or section with that id, or the topic whose anchor that is. */
  public Optional<Topic> topic(String idOrAnchor) {
    return first(topics, idOrAnchor)
        .or(() -> first(sections, idOrAnchor))
        .or(() -> topics.stream().filter(topic -> topic.anchor().equals(idOrAnchor)).findFirst());
  }

  /**
   * Where a link leads that an article of this library holds.
   *
   * @param link {@code ID.md} or {@code ID.md#ANCHOR}
   * @return empty when it leads out of the library
   */
  public Optional<Target> linked(String link) {
    int hash = link.indexOf('#');
    String page = hash < 0 ? link : link.substring(0, hash);
    Optional<String> anchor = hash < 0 ? Optional.empty() : Optional.of(link.substring(hash + 1));
    if (!page.endsWith(".md")) return Optional.empty();
    return first(topics, page.substring(0, page.length() - ".md".length()))
        .map(topic -> new Target(topic, anchor));
  }

  private static Optional<Topic> first(List<Topic> among, String id) {
    return among.stream().filter(topic -> topic.id().equals(id)).findFirst();
  }
}
