package io.github.pyo3doctor.faq;

import io.github.pyo3doctor.faq.SummaryItem.Chapter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A whole mdBook: its chapters in the order of its table of contents, includes and placeholders
 * resolved, links between chapters turned into {@code CHAPTER.md#ANCHOR}.
 *
 * @param contents the table of contents
 * @param chapters the chapters that are written, in reading order; a chapter whose file is not
 *     there says so
 * @param deadLinks what the book's own source points at and does not hold, each once: {@code
 *     CHAPTER.md -> TARGET}
 */
record Book(List<SummaryItem> contents, List<BookChapter> chapters, Set<String> deadLinks) {
  private static final String SUMMARY = "SUMMARY.md";

  /**
   * Reads a book.
   *
   * @param folder the path of the folder that holds {@code SUMMARY.md} among the files
   * @return empty when there is no table of contents that names a chapter
   */
  static Optional<Book> read(BookFiles files, String folder, Placeholders placeholders) {
    String base = folder.isEmpty() ? "" : folder + "/";
    List<SummaryItem> contents = files.text(base + SUMMARY).map(Summary::read).orElse(List.of());
    List<Chapter> written = new ArrayList<>();
    for (SummaryItem item : contents) {
      if (item instanceof Chapter chapter) collect(chapter, written);
    }
    if (written.isEmpty()) return Optional.empty();
    List<BookChapter> chapters =
        written.parallelStream()
            .map(chapter -> BookChapter.read(chapter, files, base, placeholders))
            .toList();
    Map<String, BookChapter> byId = new HashMap<>();
    for (BookChapter chapter : chapters) byId.put(chapter.id(), chapter);
    Set<String> dead = new TreeSet<>();
    List<BookChapter> linked = new ArrayList<>();
    for (BookChapter chapter : chapters) {
      BookLinks links = new BookLinks(chapter.id(), byId);
      linked.add(chapter.with(new LinkRewriter(links::resolved)));
      dead.addAll(links.dead());
    }
    return Optional.of(new Book(contents, List.copyOf(linked), dead));
  }

  private static void collect(Chapter chapter, List<Chapter> written) {
    if (chapter.id().isPresent()) written.add(chapter);
    for (Chapter nested : chapter.nested()) collect(nested, written);
  }
}
