package io.github.pyo3doctor.faq;

import java.util.List;
import java.util.function.Function;

/** Replaces the links of an article; everything else stays as it is. */
final class LinkRewriter {
  private final Function<Inline.Link, List<Inline>> replacement;

  /**
   * @param replacement what stands for a link whose content has been rewritten already
   */
  LinkRewriter(Function<Inline.Link, List<Inline>> replacement) {
    this.replacement = replacement;
  }

  List<Block> blocks(List<Block> blocks) {
    return blocks.stream().map(this::block).toList();
  }

  List<Inline> inlines(List<Inline> inlines) {
    return inlines.stream().flatMap(inline -> inline(inline).stream()).toList();
  }

  private Block block(Block block) {
    return switch (block) {
      case Block.Paragraph(List<Inline> content) -> new Block.Paragraph(inlines(content));
      case Block.Heading heading ->
          new Block.Heading(heading.level(), heading.anchor(), inlines(heading.content()));
      case Block.ListBlock list ->
          new Block.ListBlock(list.start(), list.items().stream().map(this::blocks).toList());
      case Block.Table table ->
          new Block.Table(row(table.header()), table.rows().stream().map(this::row).toList());
      case Block.Quote(List<Block> content) -> new Block.Quote(blocks(content));
      case Block.Alert alert -> new Block.Alert(alert.kind(), blocks(alert.content()));
      case Block.Titled part ->
          new Block.Titled(part.anchor(), inlines(part.title()), blocks(part.content()));
      case Block.CodeBlock code -> code;
      case Block.Rule rule -> rule;
      case Block.Html html -> html;
    };
  }

  private List<List<Inline>> row(List<List<Inline>> cells) {
    return cells.stream().map(this::inlines).toList();
  }

  private List<Inline> inline(Inline inline) {
    return switch (inline) {
      case Inline.Link(String target, List<Inline> content) ->
          replacement.apply(new Inline.Link(target, inlines(content)));
      case Inline.Emphasis(List<Inline> content) -> List.of(new Inline.Emphasis(inlines(content)));
      case Inline.Strong(List<Inline> content) -> List.of(new Inline.Strong(inlines(content)));
      case Inline.Strikethrough(List<Inline> content) ->
          List.of(new Inline.Strikethrough(inlines(content)));
      case Inline.Text text -> List.of(text);
      case Inline.Code code -> List.of(code);
      case Inline.Image image -> List.of(image);
      case Inline.LineBreak lineBreak -> List.of(lineBreak);
      case Inline.Html html -> List.of(html);
    };
  }
}
