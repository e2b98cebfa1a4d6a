package io.github.pyo3doctor.faq;

import java.util.List;

/** A run of text inside a block. */
public sealed interface Inline {
  /** Plain text. */
  record Text(String text) implements Inline {}

  /** A code span. */
  record Code(String code) implements Inline {}

  /** {@code *emphasis*}. */
  record Emphasis(List<Inline> content) implements Inline {}

  /** {@code **strong emphasis**}. */
  record Strong(List<Inline> content) implements Inline {}

  /** {@code ~~struck out~~}. */
  record Strikethrough(List<Inline> content) implements Inline {}

  /** A link; its target may be an anchor ({@code #…}), a relative page or a URL. */
  record Link(String target, List<Inline> content) implements Inline {}

  /** An image; only its description is shown, since nothing is fetched. */
  record Image(String target, String description) implements Inline {}

  /** A forced line break. */
  record LineBreak() implements Inline {}

  /** Raw HTML, shown as it is written and never run. */
  record Html(String source) implements Inline {}

  /** The content as it would read aloud, without any markup: tags of raw HTML are none of it. */
  static String plainText(List<Inline> content) {
    StringBuilder text = new StringBuilder();
    for (Inline inline : content) text.append(inline.plainText());
    return text.toString();
  }

  /** This run as it would read aloud. */
  default String plainText() {
    return switch (this) {
      case Text(String text) -> text;
      case Code(String code) -> code;
      case Emphasis(List<Inline> content) -> plainText(content);
      case Strong(List<Inline> content) -> plainText(content);
      case Strikethrough(List<Inline> content) -> plainText(content);
      case Link(String target, List<Inline> content) -> plainText(content);
      case Image(String target, String description) -> description;
      case LineBreak() -> "\n";
      case Html(String source) -> "";
    };
  }
}
