package io.github.pyo3doctor.faq;

import io.github.pyo3doctor.faq.Signature.Companion;
import io.github.pyo3doctor.faq.Signature.Where;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.IntStream;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;

/** A bundled topic: TOML front matter between {@code +++} lines, then the article. */
final class TopicFile {
  private static final String FENCE = "+++";

  private final String name;
  private final TomlParseResult front;
  private final String article;

  private TopicFile(String name, TomlParseResult front, String article) {
    this.name = name;
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
    TomlParseResult front = Toml.parse(text.substring(FENCE.length(), end));
    if (front.hasErrors()) {
      throw new IllegalArgumentException(name + ": " + front.errors().getFirst());
    }
    String article = text.substring(end + 1 + FENCE.length());
    return new TopicFile(name, front, article).topic(release, facts);
  }

  private Topic topic(Pyo3Release release, Facts facts) {
    List<Block> body =
        Markdown.read(new Placeholders(release, facts::find).resolve(article.stripLeading()));
    List<Inline> title =
        Markdown.read(string("title")).stream()
            .filter(Block.Paragraph.class::isInstance)
            .map(block -> ((Block.Paragraph) block).content())
            .findFirst()
            .orElseThrow(() -> mistake("title is empty"));
    String anchor = HeadingSlugs.slug(Inline.plainText(title));
    return new Topic(string("id"), title, anchor, body, Optional.of(card()), Optional.empty());
  }

  private TopicCard card() {
    return new TopicCard(
        Stage.titled(string("when")).orElseThrow(() -> mistake("no stage " + string("when"))),
        string("in-short"),
        strings("upstream"),
        strings("guide"),
        string("pyo3"),
        strings("words"),
        Boolean.TRUE.equals(front.getBoolean("often-asked")),
        signatures());
  }

  private List<Signature> signatures() {
    TomlArray tables = front.getArrayOrEmpty("signatures");
    return IntStream.range(0, tables.size()).mapToObj(i -> signature(tables.getTable(i))).toList();
  }

  private Signature signature(TomlTable table) {
    return new Signature(
        text(table, "id"),
        pattern(text(table, "pattern")),
        text(table, "sample"),
        optional(table, "with")
            .map(with -> new Companion(pattern(with), text(table, "sample-with"))),
        optional(table, "shared-with"),
        optional(table, "where").map(this::where).orElse(Where.ANYWHERE),
        Boolean.TRUE.equals(table.getBoolean("is-waiting")));
  }

  private Where where(String word) {
    return switch (word) {
      case "not-of-others" -> Where.NOT_OF_OTHERS;
      case "of-python" -> Where.OF_PYTHON;
      case "of-rust" -> Where.OF_RUST;
      case "like-rust" -> Where.LIKE_RUST;
      default -> throw mistake("no such place: " + word);
    };
  }

  private Pattern pattern(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      throw mistake("signature " + pattern + ": " + e.getDescription());
    }
  }

  private static Optional<String> optional(TomlTable table, String key) {
    return Optional.ofNullable(table.getString(key));
  }

  private String text(TomlTable table, String key) {
    return optional(table, key).orElseThrow(() -> mistake("lacks " + key));
  }

  private String string(String key) {
    return text(front, key);
  }

  private List<String> strings(String key) {
    return front.getArrayOrEmpty(key).toList().stream().map(String::valueOf).toList();
  }

  private IllegalArgumentException mistake(String what) {
    return new IllegalArgumentException(name + ": " + what);
  }
}
