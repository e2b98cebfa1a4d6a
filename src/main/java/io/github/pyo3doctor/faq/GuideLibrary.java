package io.github.pyo3doctor.faq;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes PyO3's guide a library: its chapters, the entries of its FAQ, its sections. */
final class GuideLibrary {
  private static final String FAQ = "faq";

  private final Map<String, String> idsByUpstreamAnchor;

  /**
   * @param idsByUpstreamAnchor the ids of bundled topics by the anchors that their entries in the
   *     official FAQ have or had
   */
  GuideLibrary(Map<String, String> idsByUpstreamAnchor) {
    this.idsByUpstreamAnchor = idsByUpstreamAnchor;
  }

  Library of(String source, Book book, Pyo3Release release) {
    List<Topic> topics = new ArrayList<>();
    List<Topic> sections = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (BookChapter chapter : book.chapters()) ids.add(chapter.id());
    for (BookChapter chapter : book.chapters()) {
      topics.add(chapter.topic());
      if (chapter.id().equals(FAQ)) {
        FaqPage page = FaqPage.of(chapter.body());
        sections.add(chapter.withBody(page.intro()).topic());
        for (Topic entry : page.topics()) {
          Topic placed = entry(chapter, entry, ids);
          topics.add(placed);
          sections.add(placed);
        }
      } else {
        sections.addAll(chapter.sections());
      }
    }
    return new Library(
        source,
        Optional.of(release),
        List.of(),
        List.copyOf(topics),
        List.copyOf(sections),
        book.contents());
  }

  /** An entry with our id where it is matched; nothing else has that id. */
  private Topic entry(BookChapter chapter, Topic entry, Set<String> ids) {
    String id = idsByUpstreamAnchor.getOrDefault(entry.anchor(), entry.anchor());
    String unique = ids.add(id) ? id : chapter.id() + "#" + entry.anchor();
    return new Topic(
        unique,
        entry.title(),
        entry.anchor(),
        entry.body(),
        entry.card(),
        Optional.of(new GuidePlace(chapter.id(), List.of(chapter.titleText()))));
  }
}
