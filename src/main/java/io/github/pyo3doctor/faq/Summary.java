package io.github.pyo3doctor.faq;

import io.github.pyo3doctor.faq.SummaryItem.Chapter;
import io.github.pyo3doctor.faq.SummaryItem.Part;
import io.github.pyo3doctor.faq.SummaryItem.Separator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads mdBook's {@code SUMMARY.md}: links in paragraphs are chapters without a number, links in
 * lists have one, later first-level headings are titles of parts, rules are separators. A link
 * without a target is a draft. A second link to the same file is none: mdBook refuses it.
 */
final class Summary {
  private static final String PAGE = ".md";

  private final Set<String> named = new HashSet<>();
  private final List<SummaryItem> items = new ArrayList<>();
  private int numbered;

  private Summary() {}

  static List<SummaryItem> read(String markdown) {
    Summary summary = new Summary();
    boolean first = true;
    for (Block block : Markdown.read(markdown)) {
      summary.add(block, first);
      first = false;
    }
    return List.copyOf(summary.items);
  }

  private void add(Block block, boolean first) {
    switch (block) {
      case Block.Heading heading when !first -> items.add(new Part(heading.content()));
      case Block.Rule() -> items.add(new Separator());
      case Block.Paragraph(List<Inline> content) -> {
        for (Inline run : content) {
          if (run instanceof Inline.Link link) {
            chapter(link, List.of(), List.of()).ifPresent(items::add);
          }
        }
      }
      case Block.ListBlock list -> {
        for (List<Block> item : list.items()) {
          numbered(item, List.of(numbered + 1))
              .ifPresent(
                  chapter -> {
                    numbered++;
                    items.add(chapter);
                  });
        }
      }
      default -> {}
    }
  }

  private Optional<Chapter> numbered(List<Block> item, List<Integer> number) {
    List<Chapter> nested = new ArrayList<>();
    Optional<Inline.Link> own = Optional.empty();
    for (Block block : item) {
      if (block instanceof Block.Paragraph(List<Inline> content) && own.isEmpty()) {
        own =
            content.stream()
                .filter(Inline.Link.class::isInstance)
                .map(Inline.Link.class::cast)
                .findFirst();
      } else if (block instanceof Block.ListBlock list) {
        for (List<Block> below : list.items()) {
          List<Integer> next = new ArrayList<>(number);
          next.add(nested.size() + 1);
          numbered(below, List.copyOf(next)).ifPresent(nested::add);
        }
      }
    }
    return own.flatMap(link -> chapter(link, number, List.copyOf(nested)));
  }

  private Optional<Chapter> chapter(Inline.Link link, List<Integer> number, List<Chapter> nested) {
    Optional<String> path =
        BookPaths.normalised(BookPaths.decoded(link.target()))
            .filter(target -> target.endsWith(PAGE))
            .map(target -> target.substring(0, target.length() - PAGE.length()));
    if (path.isPresent() && !named.add(path.get())) return Optional.empty();
    return Optional.of(new Chapter(path, link.content(), number, nested));
  }
}
