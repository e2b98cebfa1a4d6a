package io.github.pyo3doctor.faq;

import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.IndentedCodeBlock;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.definition.DefinitionExtension;
import com.vladsch.flexmark.ext.definition.DefinitionList;
import com.vladsch.flexmark.ext.definition.DefinitionTerm;
import com.vladsch.flexmark.ext.footnotes.FootnoteBlock;
import com.vladsch.flexmark.ext.footnotes.FootnoteExtension;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The mdBook dialect of Markdown, read by flexmark and turned into our own blocks. */
final class Markdown {
  private static final Parser PARSER =
      Parser.builder(
              new MutableDataSet()
                  .set(
                      Parser.EXTENSIONS,
                      List.of(
                          TablesExtension.create(),
                          StrikethroughExtension.create(),
                          FootnoteExtension.create(),
                          DefinitionExtension.create()))
                  .set(DefinitionExtension.TILDE_MARKER, false)
                  .set(TablesExtension.MIN_SEPARATOR_DASHES, 1)
                  .set(TablesExtension.APPEND_MISSING_COLUMNS, true)
                  .set(TablesExtension.DISCARD_EXTRA_COLUMNS, true)
                  .toImmutable())
          .build();

  /** Nobody writes lists in lists that deep; what reads the blocks may be recursive. */
  static final int DEEPEST = 60;

  private final HeadingSlugs slugs = new HeadingSlugs();
  private final Map<String, String> anchors = new HashMap<>();
  private final List<String> anchorsBeforeHeading = new ArrayList<>();
  private final InlineMarkdown inlines;
  private String headingAnchor = "";
  private int depth;

  private Markdown(Document document) {
    this.inlines = new InlineMarkdown(document, anchorsBeforeHeading::add);
  }

  /**
   * A page.
   *
   * @param anchors every anchor that a link to the page may name, with the anchor of the heading or
   *     titled part to show for it; empty for the page's beginning
   */
  record Page(List<Block> blocks, Map<String, String> anchors) {}

  /** The blocks of a page, placeholders already resolved. */
  static List<Block> read(String markdown) {
    return page(markdown).blocks();
  }

  /** A page with its anchors, placeholders already resolved. */
  static Page page(String markdown) {
    try {
      Document document = PARSER.parse(markdown);
      Markdown reader = new Markdown(document);
      List<Block> blocks = reader.blocks(document);
      reader.settleAnchors();
      return new Page(blocks, Map.copyOf(reader.anchors));
    } catch (StackOverflowError e) { // the parser itself is recursive
      return new Page(List.of(code("", markdown)), Map.of());
    }
  }

  /** What is nested too deeply is shown as it is written. */
  private List<Block> blocks(Node parent) {
    if (depth == DEEPEST) return List.of(code("", parent.getChars().toString()));
    depth++;
    List<Block> blocks = nested(parent);
    depth--;
    return blocks;
  }

  private List<Block> nested(Node parent) {
    OpenParts parts = new OpenParts();
    for (Node node : parent.getChildren()) {
      switch (node) {
        case HtmlCommentBlock ignored -> {}
        case HtmlBlock html -> html(html.getChars().toString(), parts);
        case DefinitionList list -> definitions(list, parts);
        case FootnoteBlock note -> parts.addAll(footnote(note));
        case com.vladsch.flexmark.ast.Paragraph paragraph -> {
          List<Inline> content = inlines.content(paragraph);
          if (content.stream().allMatch(run -> run.plainText().isBlank()) && !holdsHtml(content)) {
            continue;
          }
          settleAnchors();
          parts.add(new Block.Paragraph(content));
          if (endsDetails(paragraph)) parts.close();
        }
        default -> block(node).ifPresent(parts::add);
      }
    }
    return parts.all();
  }

  /** {@code </details>} may also stand at the end of a paragraph's last line. */
  private static boolean endsDetails(Node paragraph) {
    for (Node node : paragraph.getChildren()) {
      if (node instanceof HtmlInline html && html.getChars().startsWith("</details")) return true;
    }
    return false;
  }

  private static boolean holdsHtml(List<Inline> content) {
    return content.stream()
        .anyMatch(run -> run instanceof Inline.Html || run instanceof Inline.Image);
  }

  private Optional<Block> block(Node node) {
    return switch (node) {
      case com.vladsch.flexmark.ast.Heading heading -> Optional.of(heading(heading));
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
      default -> Optional.empty();
    };
  }

  /** Markup around Markdown: {@code <details>} encloses the blocks that follow. */
  private void html(String source, OpenParts parts) {
    for (HtmlPiece piece : HtmlPiece.of(source)) {
      switch (piece) {
        case HtmlPiece.DetailsBegin(String summary) -> parts.open(title(summary));
        case HtmlPiece.DetailsEnd() -> parts.close();
        case HtmlPiece.Rule() -> parts.add(new Block.Rule());
        case HtmlPiece.Anchor(String name) -> anchorsBeforeHeading.add(name);
        case HtmlPiece.Picture(Inline.Image image) ->
            parts.add(new Block.Paragraph(List.of(image)));
        case HtmlPiece.Text(String text) -> {
          settleAnchors();
          parts.add(new Block.Paragraph(HtmlText.inlines(text)));
        }
        case HtmlPiece.Other(String html) -> {
          settleAnchors();
          parts.add(new Block.Html(html));
        }
      }
    }
  }

  private static List<Inline> title(String summary) {
    return summary.isEmpty() ? List.of(new Inline.Text("Details")) : HtmlText.inlines(summary);
  }

  private void definitions(DefinitionList list, OpenParts parts) {
    OpenParts terms = new OpenParts();
    for (Node node : list.getChildren()) {
      if (node instanceof DefinitionTerm term) {
        terms.close();
        List<Inline> title = inlines.content(term);
        String anchor = slugs.next(Inline.plainText(title));
        anchors.put(anchor, anchor);
        terms.open(anchor, title);
      } else {
        terms.addAll(blocks(node));
      }
    }
    parts.addAll(terms.all());
  }

  private List<Block> footnote(FootnoteBlock note) {
    List<Block> blocks = new ArrayList<>(blocks(note));
    List<Inline> first =
        new ArrayList<>(List.of(new Inline.Text(InlineMarkdown.label(note.getText()) + " ")));
    if (!blocks.isEmpty() && blocks.getFirst() instanceof Block.Paragraph(List<Inline> content)) {
      first.addAll(content);
      blocks.removeFirst();
    }
    blocks.addFirst(new Block.Paragraph(List.copyOf(first)));
    return blocks;
  }

  /** Anchors that stand in or behind text belong to the heading above it. */
  private void settleAnchors() {
    anchorsBeforeHeading.forEach(anchor -> anchors.putIfAbsent(anchor, headingAnchor));
    anchorsBeforeHeading.clear();
  }

  private Block heading(com.vladsch.flexmark.ast.Heading node) {
    HeadingAttributes heading = HeadingAttributes.split(inlines.content(node));
    String anchor =
        heading
            .id()
            .map(slugs::explicit)
            .orElseGet(() -> slugs.next(Inline.plainText(heading.content())));
    anchors.put(anchor, anchor);
    headingAnchor = anchor;
    settleAnchors();
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
