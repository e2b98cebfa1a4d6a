package io.github.pyo3doctor.report;

import io.github.pyo3doctor.faq.Block;
import io.github.pyo3doctor.faq.Block.CodeLine;
import io.github.pyo3doctor.faq.Inline;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An article as HTML. Raw HTML in it is shown as written and never run; pictures are not loaded.
 */
final class ArticleHtml {
  private final int deeper;

  /**
   * @param deeper how many levels its headings stand below those of the page around it
   */
  ArticleHtml(int deeper) {
    this.deeper = deeper;
  }

  String of(List<Block> blocks) {
    return Html.each(blocks, this::block);
  }

  private String block(Block block) {
    return switch (block) {
      case Block.Paragraph(List<Inline> content) -> "<p>" + inline(content) + "</p>";
      case Block.Heading heading -> heading(heading);
      case Block.CodeBlock code -> "<pre><code>" + code(code) + "</code></pre>";
      case Block.ListBlock list -> list(list);
      case Block.Quote(List<Block> content) -> "<blockquote>" + of(content) + "</blockquote>";
      case Block.Alert alert ->
          "<blockquote><p><strong>%s</strong></p>%s</blockquote>"
              .formatted(alert.kind().word(), of(alert.content()));
      case Block.Table table -> table(table);
      case Block.Titled part ->
          "<details open=\"open\"><summary>%s</summary>%s</details>"
              .formatted(inline(part.title()), of(part.content()));
      case Block.Rule() -> "<hr/>";
      case Block.Html(String source) -> "<pre>" + Html.text(source) + "</pre>";
    };
  }

  private String heading(Block.Heading heading) {
    int level = Math.min(6, heading.level() + deeper);
    return "<h%1$d>%2$s</h%1$d>".formatted(level, inline(heading.content()));
  }

  /** All lines: what is copied compiles. */
  private static String code(Block.CodeBlock code) {
    return Html.each(code.lines(), ArticleHtml::line);
  }

  private static String line(CodeLine line) {
    String text = Html.text(line.text());
    return line.hidden() ? "<span class=\"faint\">" + text + "</span>" : text;
  }

  private String list(Block.ListBlock list) {
    String tag = list.start().isPresent() ? "ol" : "ul";
    String start = list.start().map(first -> " start=\"" + first + "\"").orElse("");
    String items = Html.each(list.items(), item -> "<li>" + of(item) + "</li>");
    return "<%1$s%2$s>%3$s</%1$s>".formatted(tag, start, items);
  }

  private static String table(Block.Table table) {
    return "<table><thead>%s</thead><tbody>%s</tbody></table>"
        .formatted(row("th", table.header()), Html.each(table.rows(), cells -> row("td", cells)));
  }

  private static String row(String tag, List<List<Inline>> cells) {
    return cells.stream()
        .map(cell -> "<%1$s>%2$s</%1$s>".formatted(tag, inline(cell)))
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }

  private static String inline(List<Inline> content) {
    return content.stream().map(ArticleHtml::inline).collect(Collectors.joining());
  }

  private static String inline(Inline run) {
    return switch (run) {
      case Inline.Text(String text) -> Html.text(text);
      case Inline.Code(String code) -> "<code>" + Html.text(code) + "</code>";
      case Inline.Emphasis(List<Inline> content) -> "<em>" + inline(content) + "</em>";
      case Inline.Strong(List<Inline> content) -> "<strong>" + inline(content) + "</strong>";
      case Inline.Strikethrough(List<Inline> content) -> "<s>" + inline(content) + "</s>";
      case Inline.Link(String target, List<Inline> content) -> link(target, inline(content));
      case Inline.Image(String target, String description) ->
          link(target, "[picture: " + Html.text(description) + "]");
      case Inline.LineBreak() -> "<br/>";
      case Inline.Html(String source) -> Html.text(source);
    };
  }

  /** Only links into the web: outside of its page an anchor leads nowhere. */
  private static String link(String target, String text) {
    return target.startsWith("https://") || target.startsWith("http://")
        ? "<a href=\"" + Html.text(target) + "\">" + text + "</a>"
        : text;
  }
}
