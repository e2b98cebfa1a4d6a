package io.github.pyo3doctor.faq;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tag of raw HTML.
 *
 * @param name lower case
 * @param closing whether it ends what another began
 * @param attributes as they are written
 */
record HtmlTag(String name, boolean closing, String attributes) {
  private static final Pattern TAG =
      Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\\s[^<>]*?)?)/?>", Pattern.DOTALL);
  private static final Pattern ATTRIBUTE =
      Pattern.compile("([A-Za-z-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");

  /** What is no tag. */
  static final HtmlTag NONE = new HtmlTag("", false, "");

  /** Tags that only say how something looks; what they enclose reads the same without them. */
  private static final Set<String> LOOKS =
      Set.of(
          "a", "b", "big", "center", "details", "div", "em", "font", "i", "ins", "kbd", "mark", "p",
          "q", "s", "samp", "section", "small", "span", "strong", "sub", "summary", "sup", "u",
          "var", "wbr");

  /** The tag that this is, nothing before or behind it. */
  static Optional<HtmlTag> of(String source) {
    Matcher tag = TAG.matcher(source.strip());
    if (!tag.matches()) return Optional.empty();
    String name = tag.group(2).toLowerCase(Locale.ROOT);
    return Optional.of(new HtmlTag(name, !tag.group(1).isEmpty(), tag.group(3)));
  }

  /** What links may point at: its {@code id}, or the {@code name} that anchors once had. */
  Optional<String> anchor() {
    return attribute("id").or(() -> name.equals("a") ? attribute("name") : Optional.empty());
  }

  /** The picture that an {@code <img>} names. */
  Inline.Image image() {
    return new Inline.Image(attribute("src").orElse(""), attribute("alt").orElse(""));
  }

  /** The value of an attribute, quotes taken off. */
  private Optional<String> attribute(String wanted) {
    Matcher attribute = ATTRIBUTE.matcher(attributes);
    while (attribute.find()) {
      if (!attribute.group(1).equalsIgnoreCase(wanted)) continue;
      for (int group = 2; group <= 4; group++) {
        if (attribute.group(group) != null) return Optional.of(attribute.group(group));
      }
    }
    return Optional.empty();
  }

  /** A text without the tags that only say how it looks. */
  static String withoutLooks(String html) {
    return TAG.matcher(html)
        .replaceAll(
            tag ->
                LOOKS.contains(tag.group(2).toLowerCase(Locale.ROOT))
                    ? ""
                    : Matcher.quoteReplacement(tag.group()));
  }

  /** Whether it may be left out without a word being lost. */
  boolean onlyLooks() {
    return LOOKS.contains(name);
  }
}
