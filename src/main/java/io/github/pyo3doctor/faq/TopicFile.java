package io.github.pyo3doctor.faq;

import io.github.pyo3doctor.faq.Signature.Companion;
import io.github.pyo3doctor.faq.Signature.Where;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A bundled topic: TOML front matter between {@code +++} lines, then the article. */
final class TopicFile {
  private static final String FENCE = "+++";

  private final BundledTable front;
  private final String article;

  private TopicFile(BundledTable front, String article) {
    this.front = front;
    this.article = article;
  }

  /**
   * Reads one file of {@code faq-data/topics}.
   *
   * @throws IllegalArgumentException naming the file and the mistake; these files ship with the
   *     program
   */
  static Topic read(String name, String text, Pyo3Release release, Facts facts) {
    int end = text.indexOf("\n" + FENCE, FENCE.length());
    if (!text.startsWith(FENCE) || end < 0) {
      throw new IllegalArgumentException(name + ": has no front matter between +++ lines");
    }
    BundledTable front = BundledTable.parse(name, text.substring(FENCE.length(), end));
    String article = text.substring(end + 1 + FENCE.length());
    return new TopicFile(front, article).topic(release, facts);
  }

  private Topic topic(Pyo3Release release, Facts facts) {
    List<Block> body =
        Markdown.read(new Placeholders(release, facts::find).resolve(article.stripLeading()));
    List<Inline> title =
        Markdown.read(front.needed("title")).stream()
            .filter(Block.Paragraph.class::isInstance)
            .map(block -> ((Block.Paragraph) block).content())
            .findFirst()
            .orElseThrow(() -> front.mistake("title is empty"));
    String anchor = HeadingSlugs.slug(Inline.plainText(title));
    return new Topic(
        front.needed("id"), title, anchor, body, Optional.of(card()), Optional.empty());
  }

  private TopicCard card() {
    return new TopicCard(
        Stage.titled(front.needed("when"))
            .orElseThrow(() -> front.mistake("no stage " + front.needed("when"))),
        front.needed("in-short"),
        front.texts("upstream"),
        front.texts("guide"),
        front.needed("pyo3"),
        front.texts("words"),
        front.isTrue("often-asked"),
        front.tables("signatures").stream().map(this::signature).toList());
  }

  private Signature signature(BundledTable table) {
    return new Signature(
        table.needed("id"),
        pattern(table.needed("pattern")),
        table.needed("sample"),
        table.text("with").map(with -> new Companion(pattern(with), table.needed("sample-with"))),
        table.text("shared-with"),
        table.text("where").map(this::where).orElse(Where.ANYWHERE),
        table.isTrue("is-waiting"));
  }

  private Where where(String word) {
    return switch (word) {
      case "not-of-others" -> Where.NOT_OF_OTHERS;
      case "of-python" -> Where.OF_PYTHON;
      case "of-rust" -> Where.OF_RUST;
      case "named-as-rust" -> Where.NAMED_AS_RUST;
      case "like-rust" -> Where.LIKE_RUST;
      default -> throw front.mistake("no such place: " + word);
    };
  }

  private Pattern pattern(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw front.mistake("signature " + pattern + ": " + e.getDescription());
    }
  }
}
