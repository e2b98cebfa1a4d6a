package io.github.pyo3doctor.faq;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A block of an article. */
public sealed interface Block {
  /** A paragraph. */
  record Paragraph(List<Inline> content) implements Block {}

  /**
   * A heading.
   *
   * @param level 1 to 6
   * @param anchor mdBook's slug, unique on its page
   */
  record Heading(int level, String anchor, List<Inline> content) implements Block {
    /** The heading without markup. */
    public String plainText() {
      return Inline.plainText(content);
    }
  }

  /**
   * An ordered or bullet list; each item is a list of blocks.
   *
   * @param start the first number of an ordered list; empty for bullets
   */
  record ListBlock(Optional<Integer> start, List<List<Block>> items) implements Block {}

  /**
   * A block of code.
   *
   * @param language the first word of the info string, lower case; empty when there is none
   * @param lines its lines, some of them hidden by rustdoc's {@code # } convention
   */
  record CodeBlock(String language, List<CodeLine> lines) implements Block {
    /** The lines a reader sees first. */
    public String visibleText() {
      return text(false);
    }

    /** All lines, the hidden ones included: what would compile. */
    public String fullText() {
      return text(true);
    }

    /** Whether a line is hidden. */
    public boolean hasHiddenLines() {
      return lines.stream().anyMatch(CodeLine::hidden);
    }

    private String text(boolean withHidden) {
      return String.join(
          "\n",
          lines.stream().filter(line -> withHidden || !line.hidden()).map(CodeLine::text).toList());
    }
  }

  /** A line of code, and whether rustdoc hides it. */
  record CodeLine(String text, boolean hidden) {}

  /** A table; every row has as many cells as the header. */
  record Table(List<List<Inline>> header, List<List<List<Inline>>> rows) implements Block {}

  /** A block quote. */
  record Quote(List<Block> content) implements Block {}

  /** A GitHub alert: a block quote that begins with {@code [!NOTE]} or one of its sisters. */
  record Alert(AlertKind kind, List<Block> content) implements Block {}

  /** The kinds of alert that GitHub knows. */
  enum AlertKind {
    /** Worth knowing. */
    NOTE,
    /** Worth trying. */
    TIP,
    /** Needed to succeed. */
    IMPORTANT,
    /** Risky. */
    WARNING,
    /** Harmful if ignored. */
    CAUTION;

    /** The word shown above the alert. */
    public String word() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A part under a title of its own that is no heading: one of several tabs, {@code <details>}, the
   * definition of a term.
   *
   * @param anchor where links point that mean the part
   */
  record Titled(Optional<String> anchor, List<Inline> title, List<Block> content)
      implements Block {}

  /** A line across the page. */
  record Rule() implements Block {}

  /** Raw HTML, shown as it is written and never run. */
  record Html(String source) implements Block {}
}
