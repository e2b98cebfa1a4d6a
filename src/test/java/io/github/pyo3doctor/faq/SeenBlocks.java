package io.github.pyo3doctor.faq;

import io.github.pyo3doctor.faq.Block.CodeBlock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a reader of blocks sees, and where the links in them lead. */
final class SeenBlocks {
  private final StringBuilder text = new StringBuilder();
  private final List<String> links = new ArrayList<>();
  private final Set<String> anchors = new HashSet<>();
  private final List<CodeBlock> code = new ArrayList<>();

  private SeenBlocks() {}

  static SeenBlocks of(BookChapter chapter) {
    return of(chapter.topic());
  }

  static SeenBlocks of(Topic topic) {
    SeenBlocks seen = new SeenBlocks();
    seen.inlines(topic.title());
    seen.blocks(topic.body());
    return seen;
  }

  String text() {
    return text.toString();
  }

  /** The words of the page; what is said of a dead link is none of them. */
  List<String> words() {
    return GuideSource.words(
        text.toString().replaceAll(" \\(not in this guide: .*?\\)(?=\\W)", ""));
  }

  List<String> links() {
    return links;
  }

  Set<String> anchors() {
    return anchors;
  }

  List<CodeBlock> code() {
    return code;
  }

  int codeBlocks() {
    return code.size();
  }

  int hiddenLines() {
    return (int)
        code.stream()
            .flatMap(block -> block.lines().stream())
            .filter(Block.CodeLine::hidden)
            .count();
  }

  /** Lines of Rust that are shown and look as if they should not be. */
  List<String> visibleHashes() {
    return code.stream()
        .filter(block -> block.language().equals("rust"))
        .flatMap(block -> block.visibleText().lines())
        .filter(line -> line.strip().equals("#") || line.strip().startsWith("# "))
        .toList();
  }

  private void blocks(List<Block> blocks) {
    blocks.forEach(this::block);
  }

  private void block(Block block) {
    switch (block) {
      case Block.Paragraph(List<Inline> content) -> inlines(content);
      case Block.Heading heading -> {
        anchors.add(heading.anchor());
        inlines(heading.content());
      }
      case CodeBlock its -> {
        code.add(its);
        text.append(its.visibleText()).append('\n');
      }
      case Block.ListBlock list -> list.items().forEach(this::blocks);
      case Block.Quote(List<Block> content) -> blocks(content);
      case Block.Alert alert -> {
        text.append("[!").append(alert.kind()).append("]\n");
        blocks(alert.content());
      }
      case Block.Table table -> {
        table.header().forEach(this::inlines);
        table.rows().forEach(row -> row.forEach(this::inlines));
      }
      case Block.Titled part -> {
        part.anchor().ifPresent(anchors::add);
        inlines(part.title());
        blocks(part.content());
      }
      case Block.Rule() -> {}
      case Block.Html(String source) -> text.append(source).append('\n');
    }
  }

  private void inlines(List<Inline> content) {
    content.forEach(this::inline);
    text.append('\n');
  }

  private void inline(Inline inline) {
    switch (inline) {
      case Inline.Link(String target, List<Inline> content) -> {
        links.add(target);
        content.forEach(this::inline);
      }
      case Inline.Emphasis(List<Inline> content) -> content.forEach(this::inline);
      case Inline.Strong(List<Inline> content) -> content.forEach(this::inline);
      case Inline.Strikethrough(List<Inline> content) -> content.forEach(this::inline);
      case Inline.Html(String source) -> text.append(source);
      default -> text.append(inline.plainText());
    }
  }
}
