package io.github.pyo3doctor.faq;

import io.github.pyo3doctor.faq.Block.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A page of questions and answers: one entry per second-level heading.
 *
 * @param title the page's first-level heading; empty when it has none
 * @param intro what stands before the first entry
 * @param topics the entries; the id of each is its anchor until it is matched to a bundled topic
 */
record FaqPage(List<Inline> title, List<Block> intro, List<Topic> topics) {
  static FaqPage read(String markdown, Pyo3Release release) {
    return read(markdown, release, key -> Optional.empty());
  }

  static FaqPage read(
      String markdown, Pyo3Release release, Function<String, Optional<String>> facts) {
    return of(Markdown.read(new Placeholders(release, facts).resolve(markdown)));
  }

  /** The entries of a page that has been read. */
  static FaqPage of(List<Block> blocks) {
    List<Inline> title = List.of();
    List<Block> intro = new ArrayList<>();
    List<Topic> topics = new ArrayList<>();
    int i = 0;
    for (; i < blocks.size() && !isEntry(blocks.get(i)); i++) {
      if (title.isEmpty()
          && blocks.get(i) instanceof Heading(int level, String a, var content)
          && level == 1) {
        title = content;
      } else {
        intro.add(blocks.get(i));
      }
    }
    while (i < blocks.size()) {
      int end = i + 1;
      while (end < blocks.size() && !isEntry(blocks.get(end))) end++;
      topics.add(topic((Heading) blocks.get(i), blocks.subList(i + 1, end)));
      i = end;
    }
    return new FaqPage(title, List.copyOf(intro), List.copyOf(topics));
  }

  private static boolean isEntry(Block block) {
    return block instanceof Heading heading && heading.level() == 2;
  }

  private static Topic topic(Heading heading, List<Block> body) {
    return new Topic(
        heading.anchor(),
        heading.content(),
        heading.anchor(),
        List.copyOf(body),
        Optional.empty(),
        Optional.empty());
  }
}
