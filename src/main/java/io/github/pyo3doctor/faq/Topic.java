package io.github.pyo3doctor.faq;

import java.util.List;
import java.util.Optional;

/**
 * One entry of a FAQ, a chapter of a guide, or a section of one.
 *
 * @param id the string that ties searching, recognising, checking and reading together
 * @param title the question, as inline content
 * @param anchor mdBook's slug of the title
 * @param body the answer
 * @param card what a bundled topic's front matter adds; empty for a page of somebody else's
 * @param place where in a guide it stands; empty for what stands in none
 */
public record Topic(
    String id,
    List<Inline> title,
    String anchor,
    List<Block> body,
    Optional<TopicCard> card,
    Optional<GuidePlace> place) {
  /** The same under another id. */
  Topic withId(String other) {
    return new Topic(other, title, anchor, body, card, place);
  }

  /** The title without markup. */
  public String titleText() {
    return Inline.plainText(title);
  }

  /** The headings inside the answer, in order. */
  public List<Block.Heading> outline() {
    return body.stream()
        .filter(Block.Heading.class::isInstance)
        .map(Block.Heading.class::cast)
        .toList();
  }

  /** Its first paragraph without markup: what the entry is about. */
  public String summary() {
    return body.stream()
        .filter(Block.Paragraph.class::isInstance)
        .map(block -> Inline.plainText(((Block.Paragraph) block).content()))
        .findFirst()
        .orElse("");
  }
}
