package io.github.pyo3doctor.report;

import io.github.pyo3doctor.faq.Block;
import io.github.pyo3doctor.faq.Block.CodeLine;
import io.github.pyo3doctor.faq.Inline;
import io.github.pyo3doctor.faq.Topic;
import java.util.ArrayList;
import java.util.List;

/** An article for a terminal: wrapped text, indented code, links with their targets. */
public final class ArticlePage {
  private static final int WIDTH = 80;

  private final Paint paint;
  private final boolean hiddenLines;
  private final StringBuilder out = new StringBuilder();

  /**
   * A page in these colours.
   *
   * @param hiddenLines whether the lines that rustdoc hides in Rust examples are shown too
   */
  public ArticlePage(Paint paint, boolean hiddenLines) {
    this.paint = paint;
    this.hiddenLines = hiddenLines;
  }

  /** The whole article. */
  public String page(Topic topic) {
    out.append(paint.bold(inline(topic.title()))).append("\n\n");
    blocks(topic.body(), "");
    return out.toString().stripTrailing() + "\n";
  }

  private void blocks(List<Block> blocks, String indent) {
    for (Block block : blocks) {
      block(block, indent);
      out.append(indent.stripTrailing()).append('\n');
    }
  }

  private void block(Block block, String indent) {
    switch (block) {
      case Block.Paragraph(List<Inline> content) -> wrap(inline(content), indent, indent);
      case Block.Heading heading -> line(indent, paint.bold(inline(heading.content())));
      case Block.CodeBlock code -> code(code, indent);
      case Block.ListBlock list -> list(list, indent);
      case Block.Quote(List<Block> content) -> blocks(content, indent + "│ ");
      case Block.Alert alert -> {
        line(indent, "│ " + paint.bold(alert.kind().word()));
        blocks(alert.content(), indent + "│ ");
      }
      case Block.Table table -> table(table, indent);
      case Block.Titled part -> {
        line(indent, "▸ " + paint.bold(inline(part.title())));
        blocks(part.content(), indent + "  ");
      }
      case Block.Rule() -> line(indent, "─".repeat(WIDTH - indent.length()));
      case Block.Html(String source) -> source.lines().forEach(html -> line(indent, html));
    }
  }

  private void code(Block.CodeBlock code, String indent) {
    for (CodeLine codeLine : code.lines()) {
      if (codeLine.hidden() && !hiddenLines) continue;
      line(indent + "    ", codeLine.hidden() ? paint.faint(codeLine.text()) : codeLine.text());
    }
  }

  private void list(Block.ListBlock list, String indent) {
    int number = list.start().orElse(0);
    for (List<Block> item : list.items()) {
      String bullet = list.start().isPresent() ? number++ + ". " : "• ";
      String inner = indent + " ".repeat(bullet.length());
      ArticlePage content = new ArticlePage(paint, hiddenLines);
      content.blocks(item, inner);
      String text = content.out.toString().stripTrailing();
      out.append(indent).append(bullet).append(text.stripLeading()).append('\n');
    }
  }

  private void table(Block.Table table, String indent) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.header().stream().map(this::inline).toList());
    table.rows().forEach(row -> rows.add(row.stream().map(this::inline).toList()));
    int columns = table.header().size();
    for (int r = 0; r < rows.size(); r++) {
      StringBuilder cells = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String cell = c < rows.get(r).size() ? rows.get(r).get(c) : "";
        cells.append(cell).append(" ".repeat(width(rows, c) - cell.length() + 2));
      }
      line(indent, cells.toString().stripTrailing());
      if (r == 0) line(indent, "─".repeat(cells.length() - 2));
    }
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }

  private String inline(List<Inline> content) {
    StringBuilder text = new StringBuilder();
    for (Inline run : content) text.append(inline(run));
    return text.toString();
  }

  private String inline(Inline run) {
    return switch (run) {
      case Inline.Text(String text) -> text;
      case Inline.Code(String code) -> "`" + code + "`";
      case Inline.Emphasis(List<Inline> content) -> "*" + inline(content) + "*";
      case Inline.Strong(List<Inline> content) -> "**" + inline(content) + "**";
      case Inline.Strikethrough(List<Inline> content) -> "~~" + inline(content) + "~~";
      case Inline.Link(String target, List<Inline> content) -> link(target, inline(content));
      case Inline.Image(String target, String description) ->
          "[picture: " + description + "] <" + target + ">";
      case Inline.LineBreak() -> "\n";
      case Inline.Html(String source) -> source;
    };
  }

  private static String link(String target, String text) {
    return text.equals(target) || target.startsWith("#") ? text : text + " <" + target + ">";
  }

  private void wrap(String text, String first, String rest) {
    for (String paragraph : text.lines().toList()) {
      StringBuilder line = new StringBuilder(first);
      boolean empty = true;
      for (String word : List.of(paragraph.split(" ", -1))) {
        if (!empty && line.length() + 1 + word.length() > WIDTH) {
          out.append(line).append('\n');
          line = new StringBuilder(rest);
          empty = true;
        }
        if (!empty) line.append(' ');
        line.append(word);
        empty = false;
      }
      out.append(line).append('\n');
    }
  }

  private void line(String indent, String text) {
    out.append(indent).append(text).append('\n');
  }
}
