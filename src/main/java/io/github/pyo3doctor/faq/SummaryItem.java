package io.github.pyo3doctor.faq;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A line of a book's table of contents, mdBook's {@code SUMMARY.md}. */
public sealed interface SummaryItem {
  /**
   * A chapter.
   *
   * @param id the id of the topic that holds it; empty for a draft, which is announced and not
   *     written
   * @param title as the table of contents has it
   * @param number its number, {@code [3, 2]} of 3.2; empty before and after the numbered chapters
   * @param nested the chapters below it
   */
  record Chapter(
      Optional<String> id, List<Inline> title, List<Integer> number, List<Chapter> nested)
      implements SummaryItem {
    /** The title without markup. */
    public String titleText() {
      return Inline.plainText(title);
    }

    /** The number as mdBook writes it, {@code 3.2.}; empty when it has none. */
    public String numberText() {
      return number.stream().map(each -> each + ".").collect(Collectors.joining());
    }
  }

  /** The title of the chapters that follow. */
  record Part(List<Inline> title) implements SummaryItem {}

  /** A line between chapters. */
  record Separator() implements SummaryItem {}
}
