package io.github.pyo3doctor.faq;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a block of raw HTML means for the blocks around it. */
sealed interface HtmlPiece {
  /** {@code <details>}, with what its {@code <summary>} encloses; empty without one. */
  record DetailsBegin(String summary) implements HtmlPiece {}

  /** {@code </details>}. */
  record DetailsEnd() implements HtmlPiece {}

  /** {@code <hr>}. */
  record Rule() implements HtmlPiece {}

  /** An element that links may point at. */
  record Anchor(String name) implements HtmlPiece {}

  /** {@code <img>}. */
  record Picture(Inline.Image image) implements HtmlPiece {}

  /** Text between tags, as of {@link HtmlText}. */
  record Text(String html) implements HtmlPiece {}

  /** Anything else, as it is written. */
  record Other(String source) implements HtmlPiece {}

  /** What is not shown, {@code <details>} with its summary, or a tag. */
  Pattern PIECE =
      Pattern.compile(
          "<!--.*?(?:-->|\\z)|<style\\b.*?(?:</style\\s*>|\\z)"
              + "|<details\\b[^<>]*>(?:\\s*<summary\\b[^<>]*>(.*?)(?:</summary\\s*>|\\z))?"
              + "|</?[A-Za-z][^<>]*>",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** The pieces of a block, in order. */
  static List<HtmlPiece> of(String source) {
    List<HtmlPiece> pieces = new ArrayList<>();
    StringBuilder other = new StringBuilder();
    Matcher found = PIECE.matcher(source);
    int done = 0;
    while (found.find()) {
      other.append(source, done, found.start());
      done = found.end();
      String text = found.group();
      if (text.startsWith("<!--") || text.startsWith("<style")) continue;
      HtmlTag tag = HtmlTag.of(text.substring(0, text.indexOf('>') + 1)).orElse(HtmlTag.NONE);
      switch (tag.name()) {
        case "details" -> {
          flush(other, pieces);
          String summary = found.group(1);
          pieces.add(
              tag.closing()
                  ? new DetailsEnd()
                  : new DetailsBegin(summary == null ? "" : summary.strip()));
        }
        case "hr" -> {
          flush(other, pieces);
          pieces.add(new Rule());
        }
        case "img" -> {
          flush(other, pieces);
          pieces.add(new Picture(tag.image()));
        }
        default -> {
          if (!tag.onlyLooks()) other.append(text);
        }
      }
      if (tag.anchor().isPresent()) {
        flush(other, pieces);
        pieces.add(new Anchor(tag.anchor().get()));
      }
    }
    other.append(source, done, source.length());
    flush(other, pieces);
    return pieces;
  }

  private static void flush(StringBuilder other, List<HtmlPiece> pieces) {
    String text = other.toString().strip();
    if (!text.isEmpty()) pieces.add(text.startsWith("<") ? new Other(text) : new Text(text));
    other.setLength(0);
  }
}
