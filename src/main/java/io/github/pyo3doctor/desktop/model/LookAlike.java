package io.github.pyo3doctor.desktop.model;

import io.github.pyo3doctor.faq.Block;
import io.github.pyo3doctor.faq.Inline;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Another trouble that looks like that of an article.
 *
 * @param seen by what it is told from the first
 * @param topic the entry about it
 */
public record LookAlike(String seen, Topic topic) {
  private static final String SECTION = "how-to-tell-it-from-look-alikes";

  /** Those that an article names in its table of look-alikes and this library has entries about. */
  public static List<LookAlike> of(Article article) {
    List<LookAlike> found = new ArrayList<>();
    boolean within = false;
    for (Block block : article.topic().body()) {
      if (block instanceof Block.Heading heading && heading.level() <= 2) {
        within = heading.anchor().equals(SECTION);
      } else if (within && block instanceof Block.Table(var _, List<List<List<Inline>>> rows)) {
        rows.forEach(row -> of(row, article.library()).ifPresent(found::add));
      }
    }
    return List.copyOf(found);
  }

  private static Optional<LookAlike> of(List<List<Inline>> row, Library library) {
    return row.stream()
        .flatMap(List::stream)
        .flatMap(LookAlike::links)
        .flatMap(link -> library.linked(link).stream())
        .findFirst()
        .map(target -> new LookAlike(Inline.plainText(row.getFirst()), target.topic()));
  }

  private static Stream<String> links(Inline inline) {
    return switch (inline) {
      case Inline.Link(String target, List<Inline> _) -> Stream.of(target);
      case Inline.Emphasis(List<Inline> content) -> content.stream().flatMap(LookAlike::links);
      case Inline.Strong(List<Inline> content) -> content.stream().flatMap(LookAlike::links);
      case Inline.Strikethrough(List<Inline> content) -> content.stream().flatMap(LookAlike::links);
      default -> Stream.empty();
    };
  }
}
