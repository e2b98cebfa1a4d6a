package io.github.pyo3doctor.faq;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.gfm.strikethrough.StrikethroughExtension;
import com.vladsch.flexmark.ext.tables.TableBlock;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableRow;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.MutableDataSet;
import io.github.pyo3doctor.faq.Block.CodeBlock;
import io.github.pyo3doctor.faq.Block.CodeLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The mdBook dialect of Markdown, read by flexmark and turned into our own blocks. */
final class Markdown {
  private static final Parser PARSER =
      Parser.builder(
              new MutableDataSet()
                  .set(
                      Parser.EXTENSIONS,
                      List.of(TablesExtension.create(), StrikethroughExtension.create()))
                  .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
                  .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                  .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
                  .toImmutable())
          .build();

  private final HeadingSlugs slugs = new HeadingSlugs();
  private final InlineMarkdown inlines;

  private Markdown(Document document) {
    this.inlines = new InlineMarkdown(document);
  }

  /** The blocks of a page, placeholders already resolved. */
  static List<Block> read(String markdown) {
    Document document = PARSER.parse(markdown);
    return new Markdown(document).blocks(document);
  }

  private List<Block> blocks(Node parent) {
    List<Block> blocks = new ArrayList<>();
    for (Node node : parent.getChildren()) block(node).ifPresent(blocks::add);
    return List.copyOf(blocks);
  }

  private Optional<Block> block(Node node) {
    return switch (node) {
      case com.vladsch.flexmark.ast.Heading heading -> Optional.of(heading(heading));
      case com.vladsch.flexmark.ast.Paragraph paragraph ->
          Optional.of(new Block.Paragraph(inlines.content(paragraph)));
      case FencedCodeBlock fence ->
          Optional.of(code(fence.getInfo().unescape(), fence.getContentChars().toString()));
      case IndentedCodeBlock indented ->
          Optional.of(code("", indented.getContentChars().toString()));
      case BulletList list -> Optional.of(new Block.ListBlock(Optional.empty(), items(list)));
      case OrderedList list ->
          Optional.of(new Block.ListBlock(Optional.of(list.getStartNumber()), items(list)));
      case BlockQuote quote -> Optional.of(Alerts.alertOrQuote(blocks(quote)));
      case TableBlock table -> Optional.of(table(table));
      case ThematicBreak ignored -> Optional.of(new Block.Rule());
      case HtmlCommentBlock ignored -> Optional.empty();
      case HtmlBlock html -> Optional.of(new Block.Html(html.getChars().toString().strip()));
      default -> Optional.empty();
    };
  }

  private Block heading(com.vladsch.flexmark.ast.Heading node) {
    HeadingAttributes heading = HeadingAttributes.split(inlines.content(node));
    String anchor =
        heading
            .id()
            .map(slugs::explicit)
            .orElseGet(() -> slugs.next(Inline.plainText(heading.content())));
    return new Block.Heading(node.getLevel(), anchor, heading.content());
  }

  private List<List<Block>> items(Node list) {
    List<List<Block>> items = new ArrayList<>();
    for (Node item : list.getChildren()) items.add(blocks(item));
    return List.copyOf(items);
  }

  private static Block code(String info, String content) {
    String language = info.split("[,\\s{]", 2)[0].toLowerCase(Locale.ROOT);
    List<String> lines = content.stripTrailing().lines().toList();
    return new CodeBlock(
        language,
        language.equals("rust")
            ? RustHiddenLines.of(lines)
            : lines.stream().map(line -> new CodeLine(line, false)).toList());
  }

  private Block table(TableBlock table) {
    List<List<Inline>> header = List.of();
    List<List<List<Inline>>> rows = new ArrayList<>();
    for (Node section : table.getChildren()) {
      if (section instanceof TableSeparator) continue;
      for (Node row : section.getChildren()) {
        if (!(row instanceof TableRow)) continue;
        List<List<Inline>> cells = cells(row);
        if (section instanceof TableHead) header = cells;
        else rows.add(cells);
      }
    }
    return new Block.Table(header, List.copyOf(rows));
  }

  private List<List<Inline>> cells(Node row) {
    List<List<Inline>> cells = new ArrayList<>();
    for (Node cell : row.getChildren()) {
      if (cell instanceof TableCell) cells.add(inlines.content(cell));
    }
    return List.copyOf(cells);
  }
}
