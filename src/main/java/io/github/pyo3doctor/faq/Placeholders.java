package io.github.pyo3doctor.faq;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves mdBook's {@code {{#…}}} in the raw Markdown, before it is parsed, as mdBook does. What
 * cannot be resolved here (an include of a file that is not at hand) is shown as such, so that no
 * placeholder survives.
 */
final class Placeholders {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\\\?\\{\\{\\s*#\\s*([A-Za-z0-9_]+)\\s*([^{}]*)}}");

  private final Pyo3Release release;
  private final Function<String, Optional<String>> facts;

  /**
   * @param release fills in PyO3's own placeholders
   * @param facts the value of a version fact by its dotted key, for {@code {{#FACT key}}}
   */
  Placeholders(Pyo3Release release, Function<String, Optional<String>> facts) {
    this.release = release;
    this.facts = facts;
  }

  String resolve(String markdown) {
    if (!markdown.contains("{{")) return markdown;
    return PLACEHOLDER
        .matcher(markdown)
        .replaceAll(
            found -> Matcher.quoteReplacement(value(found.group(1), found.group(2).strip())));
  }

  private String value(String name, String argument) {
    return switch (name) {
      case "PYO3_DOCS_URL" -> release.docsUrl();
      case "PYO3_DOCS_VERSION" -> release.version();
      case "PYO3_CRATE_VERSION" -> release.crateVersion();
      case "PYO3_VERSION_TAG" -> release.tag();
      case "FACT" -> facts.apply(argument).orElseGet(() -> unavailable("fact", argument));
      case "title" -> "";
      default -> unavailable(name, argument);
    };
  }

  /** What stands for something that cannot be shown. */
  static String unavailable(String what, String argument) {
    return ("[not available here: " + what + " " + argument).strip() + "]";
  }
}
