package io.github.pyo3doctor.report;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Text within HTML. */
final class Html {
  private Html() {}

  /** The text as it is, in an element or an attribute. */
  static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A sentence in which code stands between back quotes. */
  static String sentence(String text) {
    return Sentence.marked(text, Html::text, code -> "<code>" + text(code) + "</code>");
  }

  /** The HTML of each, one below the other. */
  static <T> String each(List<T> things, Function<T, String> html) {
    return things.stream().map(html).collect(Collectors.joining("\n"));
  }
}
