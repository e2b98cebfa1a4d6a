package io.github.pyo3doctor.report;

import io.github.pyo3doctor.faq.Block;
import io.github.pyo3doctor.faq.Inline;
import java.util.List;
import java.util.stream.Collectors;

/** An article as Markdown that GitHub shows: lines that rustdoc hides are left out. */
final class ArticleMarkdown {
  private static final String LINE_BREAK = "\\\n";

  private final StringBuilder out = new StringBuilder();

  private ArticleMarkdown() {}

  /** The blocks, a blank line between each two. */
  static String of(List<Block> blocks) {
    ArticleMarkdown article = new ArticleMarkdown();
    article.blocks(blocks, "");
    return article.out.toString().strip() + "\n";
  }

  private void blocks(List<Block> blocks, String indent) {
    for (Block block : blocks) {
      block(block, indent);
      line(indent, "");
    }
  }

  private void block(Block block, String indent) {
    switch (block) {
      case Block.Paragraph(List<Inline> content) -> lines(indent, inline(content));
      case Block.Heading heading ->
          line(indent, "#".repeat(heading.level()) + " " + inline(heading.content()));
      case Block.CodeBlock code -> code(code, indent);
      case Block.ListBlock list -> list(list, indent);
      case Block.Quote(List<Block> content) -> blocks(content, indent + "> ");
      case Block.Alert alert -> {
        line(indent, "> [!" + alert.kind().name() + "]");
        blocks(alert.content(), indent + "> ");
      }
      case Block.Table table -> table(table, indent);
      case Block.Titled part -> {
        line(indent, "**" + inline(part.title()) + "**");
        line(indent, "");
        blocks(part.content(), indent);
      }
      case Block.Rule() -> line(indent, "---");
      case Block.Html(String source) -> lines(indent, source);
    }
  }

  private void code(Block.CodeBlock code, String indent) {
    String text = code.visibleText();
    String fence = MarkdownText.fence(text);
    line(indent, fence + code.language());
    lines(indent, text);
    line(indent, fence);
  }

  private void list(Block.ListBlock list, String indent) {
    int number = list.start().orElse(0);
    for (List<Block> item : list.items()) {
      String bullet = list.start().isPresent() ? number++ + ". " : "- ";
      ArticleMarkdown content = new ArticleMarkdown();
      content.blocks(item, indent + " ".repeat(bullet.length()));
      String text = content.out.toString().stripTrailing();
      String first = text.length() > indent.length() ? text.substring(indent.length()).strip() : "";
      line(indent, bullet + first);
    }
  }

  private void table(Block.Table table, String indent) {
    row(table.header(), indent);
    line(indent, "|" + " --- |".repeat(table.header().size()));
    table.rows().forEach(cells -> row(cells, indent));
  }

  private void row(List<List<Inline>> cells, String indent) {
    line(
        indent,
        cells.stream()
            .map(cell -> inline(cell).replace("|", "\\|").replace(LINE_BREAK, "<br>"))
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  private static String inline(List<Inline> content) {
    return content.stream().map(ArticleMarkdown::inline).collect(Collectors.joining());
  }

  private static String inline(Inline run) {
    return switch (run) {
      case Inline.Text(String text) -> MarkdownText.text(text);
      case Inline.Code(String code) -> MarkdownText.code(code);
      case Inline.Emphasis(List<Inline> content) -> "*" + inline(content) + "*";
      case Inline.Strong(List<Inline> content) -> "**" + inline(content) + "**";
      case Inline.Strikethrough(List<Inline> content) -> "~~" + inline(content) + "~~";
      case Inline.Link(String target, List<Inline> content) -> link(target, inline(content));
      case Inline.Image(String target, String description) ->
          "![" + MarkdownText.text(description) + "](" + target + ")";
      case Inline.LineBreak() -> LINE_BREAK;
      case Inline.Html(String source) -> source;
    };
  }

  /** Outside of its page an anchor leads nowhere. */
  private static String link(String target, String text) {
    return target.contains("://") ? "[" + text + "](" + target + ")" : text;
  }

  private void lines(String indent, String text) {
    text.lines().forEach(line -> line(indent, line));
  }

  private void line(String indent, String text) {
    out.append((indent + text).stripTrailing()).append('\n');
  }
}
