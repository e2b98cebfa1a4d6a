package io.github.pyo3doctor.faq;

import java.util.List;

/** An article without markup, for searching: what a reader sees, block by block. */
public final class ArticleText {
  private final StringBuilder text = new StringBuilder();

  private ArticleText() {}

  /** The text of the blocks, one line or more each. */
  public static String of(List<Block> blocks) {
    ArticleText article = new ArticleText();
    blocks.forEach(article::append);
    return article.text.toString();
  }

  private void append(Block block) {
    switch (block) {
      case Block.Paragraph(List<Inline> content) -> line(content);
      case Block.Heading heading -> line(heading.content());
      case Block.CodeBlock code -> line(code.visibleText());
      case Block.ListBlock list -> list.items().forEach(item -> item.forEach(this::append));
      case Block.Quote(List<Block> content) -> content.forEach(this::append);
      case Block.Alert alert -> alert.content().forEach(this::append);
      case Block.Table table -> {
        row(table.header());
        table.rows().forEach(this::row);
      }
      case Block.Titled titled -> {
        line(titled.title());
        titled.content().forEach(this::append);
      }
      case Block.Rule() -> {}
      case Block.Html(String source) -> line(source);
    }
  }

  private void row(List<List<Inline>> cells) {
    line(String.join(" · ", cells.stream().map(Inline::plainText).toList()));
  }

  private void line(List<Inline> content) {
    line(Inline.plainText(content));
  }

  private void line(String content) {
    text.append(content).append('\n');
  }
}
