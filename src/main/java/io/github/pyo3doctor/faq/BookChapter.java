package io.github.pyo3doctor.faq;

import io.github.pyo3doctor.faq.Block.Heading;
import io.github.pyo3doctor.faq.SummaryItem.Chapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A chapter of a book.
 *
 * @param id its path without {@code .md}
 * @param title the heading it begins with, or what the table of contents calls it
 * @param anchor of the title
 * @param body all of it but the title
 * @param anchors as of {@link Markdown.Page}
 */
record BookChapter(
    String id, List<Inline> title, String anchor, List<Block> body, Map<String, String> anchors) {
  /** Sections are told apart by headings of these levels. */
  private static final int HIGHEST = 2;

  private static final int LOWEST = 3;

  static BookChapter read(
      Chapter chapter, BookFiles files, String base, Placeholders placeholders) {
    String id = chapter.id().orElseThrow();
    String path = base + id + ".md";
    String markdown =
        new Includes(files).page(path).orElseGet(() -> Placeholders.unavailable("chapter", path));
    Markdown.Page page = Markdown.page(placeholders.resolve(Tabs.asDetails(markdown)));
    List<Block> blocks = page.blocks();
    if (blocks.isEmpty()
        || !(blocks.getFirst() instanceof Heading first)
        || !isTitle(first, blocks)) {
      String anchor = HeadingSlugs.slug(chapter.titleText());
      return new BookChapter(id, chapter.title(), anchor, blocks, page.anchors());
    }
    List<Block> body = List.copyOf(blocks.subList(1, blocks.size()));
    return new BookChapter(id, first.content(), first.anchor(), body, page.anchors());
  }

  /** Some chapters begin with a second-level heading, and go on with third-level ones. */
  private static boolean isTitle(Heading first, List<Block> blocks) {
    return first.level() == 1
        || blocks.stream()
            .skip(1)
            .noneMatch(block -> block instanceof Heading other && other.level() <= first.level());
  }

  BookChapter with(LinkRewriter links) {
    return new BookChapter(id, links.inlines(title), anchor, links.blocks(body), anchors);
  }

  BookChapter withBody(List<Block> other) {
    return new BookChapter(id, title, anchor, other, anchors);
  }

  String titleText() {
    return Inline.plainText(title);
  }

  Topic topic() {
    return new Topic(
        id, title, anchor, body, Optional.empty(), Optional.of(GuidePlace.chapter(id)));
  }

  /**
   * The chapter in parts to be searched: from one second- or third-level heading to the next. A
   * third-level heading that the chapter repeats ({@code Fixed}, in a change log) begins none.
   */
  List<Topic> sections() {
    Map<String, Long> uses =
        headings().stream()
            .collect(Collectors.groupingBy(Heading::plainText, Collectors.counting()));
    List<Topic> sections = new ArrayList<>();
    List<Block> blocks = new ArrayList<>();
    Topic current = topic();
    String above = "";
    for (Block block : body) {
      if (block instanceof Heading heading
          && heading.level() >= HIGHEST
          && heading.level() <= LOWEST
          && (heading.level() == HIGHEST || uses.get(heading.plainText()) == 1)) {
        add(sections, current, blocks);
        boolean top = heading.level() == HIGHEST;
        List<String> titles = new ArrayList<>(List.of(titleText()));
        if (!top && !above.isEmpty()) titles.add(above);
        if (top) above = heading.plainText();
        current = section(heading, List.copyOf(titles));
      } else {
        blocks.add(block);
      }
    }
    add(sections, current, blocks);
    return sections;
  }

  private List<Heading> headings() {
    return body.stream().filter(Heading.class::isInstance).map(Heading.class::cast).toList();
  }

  private Topic section(Heading heading, List<String> above) {
    return new Topic(
        id + "#" + heading.anchor(),
        heading.content(),
        heading.anchor(),
        List.of(),
        Optional.empty(),
        Optional.of(new GuidePlace(id, above)));
  }

  private static void add(List<Topic> sections, Topic section, List<Block> blocks) {
    sections.add(
        new Topic(
            section.id(),
            section.title(),
            section.anchor(),
            List.copyOf(blocks),
            section.card(),
            section.place()));
    blocks.clear();
  }
}
