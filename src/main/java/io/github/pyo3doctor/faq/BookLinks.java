package io.github.pyo3doctor.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the chapter and the anchor that a link of one chapter means. */
final class BookLinks {
  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*:|//).*");
  private static final Pattern PAGE = Pattern.compile("^(.*)\\.(?:md|html)$");

  private final String chapter;
  private final Map<String, BookChapter> chapters;
  private final Set<String> dead = new TreeSet<>();

  BookLinks(String chapter, Map<String, BookChapter> chapters) {
    this.chapter = chapter;
    this.chapters = chapters;
  }

  /** What the chapter points at and the book does not hold. */
  Set<String> dead() {
    return dead;
  }

  /**
   * The link as {@code CHAPTER.md#ANCHOR}. One that leads out of the book stays as it is. One to a
   * page that is not there is no link but its words, and says so; one to an anchor that is not
   * there leads to the page.
   */
  List<Inline> resolved(Inline.Link link) {
    String target = link.target();
    if (SCHEME.matcher(target).matches()) return List.of(link);
    int hash = target.indexOf('#');
    String page = hash < 0 ? target : target.substring(0, hash);
    Optional<BookChapter> found = chapter(page);
    if (found.isEmpty()) {
      dead.add(chapter + ".md -> " + target);
      return withoutTarget(link);
    }
    String anchor = hash < 0 ? "" : BookPaths.decoded(target.substring(hash + 1));
    String shown = found.get().anchors().getOrDefault(anchor, "");
    if (!anchor.isEmpty() && !found.get().anchors().containsKey(anchor)) {
      dead.add(chapter + ".md -> " + target);
    }
    boolean top = shown.isEmpty() || shown.equals(found.get().anchor());
    String place = found.get().id() + ".md" + (top ? "" : "#" + shown);
    return List.of(new Inline.Link(place, link.content()));
  }

  private Optional<BookChapter> chapter(String page) {
    if (page.isEmpty()) return Optional.ofNullable(chapters.get(chapter));
    Matcher file = PAGE.matcher(BookPaths.decoded(page));
    if (!file.matches()) return Optional.empty();
    return BookPaths.resolve(chapter, file.group(1)).map(chapters::get);
  }

  /** Words that were a link; what they meant is named behind them. */
  private static List<Inline> withoutTarget(Inline.Link link) {
    List<Inline> words = new ArrayList<>(link.content());
    words.add(new Inline.Text(" (not in this guide: " + link.target() + ")"));
    return List.copyOf(words);
  }
}
