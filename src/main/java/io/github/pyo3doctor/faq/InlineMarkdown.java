package io.github.pyo3doctor.faq;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.HtmlInlineComment;
import com.vladsch.flexmark.ast.ImageRef;
import com.vladsch.flexmark.ast.LinkRef;
import com.vladsch.flexmark.ast.MailLink;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ext.footnotes.Footnote;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import io.github.pyo3doctor.faq.Inline.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The runs inside a block; reference-style links are looked up in the document they stand in. */
final class InlineMarkdown {
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private final Document document;
  private final Consumer<String> anchors;
  private int depth;

  /**
   * @param anchors is told of every tag that links may point at
   */
  InlineMarkdown(Document document, Consumer<String> anchors) {
    this.document = document;
    this.anchors = anchors;
  }

  List<Inline> content(Node parent) {
    if (depth == Markdown.DEEPEST) return List.of(new Text(parent.getChars().toString()));
    depth++;
    List<Inline> content = nested(parent);
    depth--;
    return content;
  }

  private List<Inline> nested(Node parent) {
    List<Inline> content = new ArrayList<>();
    List<Inline> code = new ArrayList<>();
    boolean inCode = false;
    for (Node node : parent.getChildren()) {
      Optional<HtmlTag> tag = tag(node);
      tag.flatMap(HtmlTag::anchor).ifPresent(anchors);
      List<Inline> target = inCode ? code : content;
      switch (tag.map(HtmlTag::name).orElse("")) {
        case "code" -> {
          if (inCode) content.add(new Inline.Code(Inline.plainText(code)));
          code.clear();
          inCode = !tag.orElseThrow().closing();
        }
        case "br" -> target.add(new Inline.LineBreak());
        case "img" -> target.add(tag.orElseThrow().image());
        default -> {
          if (tag.filter(HtmlTag::onlyLooks).isEmpty()) append(target, node);
        }
      }
    }
    content.addAll(code);
    return List.copyOf(content);
  }

  private static Optional<HtmlTag> tag(Node node) {
    return node instanceof HtmlInline html
        ? HtmlTag.of(html.getChars().toString())
        : Optional.empty();
  }

  private void append(List<Inline> content, Node node) {
    switch (node) {
      case com.vladsch.flexmark.ast.Text text -> appendText(content, text.getChars().unescape());
      case HtmlEntity entity -> appendText(content, entity.getChars().unescape());
      case SoftLineBreak ignored -> appendText(content, " ");
      case HardLineBreak ignored -> content.add(new Inline.LineBreak());
      case com.vladsch.flexmark.ast.Code code -> content.add(code(code));
      case com.vladsch.flexmark.ast.Emphasis emphasis ->
          content.add(new Inline.Emphasis(content(emphasis)));
      case StrongEmphasis strong -> content.add(new Inline.Strong(content(strong)));
      case com.vladsch.flexmark.ext.gfm.strikethrough.Strikethrough struck ->
          content.add(new Inline.Strikethrough(content(struck)));
      case com.vladsch.flexmark.ast.Link link ->
          content.add(new Inline.Link(link.getUrl().unescape(), content(link)));
      case com.vladsch.flexmark.ast.Image image ->
          content.add(
              new Inline.Image(image.getUrl().unescape(), Inline.plainText(content(image))));
      case LinkRef link -> appendReference(content, link);
      case ImageRef image -> appendReference(content, image);
      case AutoLink link -> content.add(link(link.getText().toString(), ""));
      case Footnote footnote -> appendText(content, label(footnote.getText()));
      case MailLink link -> content.add(link(link.getText().toString(), "mailto:"));
      case HtmlInlineComment ignored -> {}
      case HtmlInline html -> content.add(new Inline.Html(html.getChars().toString()));
      default -> {
        if (node.hasChildren()) content.addAll(content(node));
        else appendText(content, node.getChars().unescape());
      }
    }
  }

  /** The author's own label, in brackets: here and before the note itself. */
  static String label(CharSequence footnote) {
    return "[" + footnote.toString().strip() + "]";
  }

  /**
   * CommonMark takes one space from either end, when there is one at both. Inside a table even code
   * has to write a pipe as {@code \|}.
   */
  private static Inline code(com.vladsch.flexmark.ast.Code node) {
    String code = LINE_BREAK.matcher(node.getText()).replaceAll(" ");
    boolean padded = code.length() > 2 && code.startsWith(" ") && code.endsWith(" ");
    if (padded && !code.isBlank()) code = code.substring(1, code.length() - 1);
    boolean inTable = node.getAncestorOfType(TableCell.class) != null;
    return new Inline.Code(inTable ? code.replace("\\|", "|") : code);
  }

  private static Inline link(String text, String scheme) {
    return new Inline.Link(scheme + text, List.of(new Text(text)));
  }

  private void appendReference(List<Inline> content, LinkRef link) {
    if (!link.isDefined()) {
      appendText(content, link.getChars().unescape());
      return;
    }
    List<Inline> shown =
        link.hasChildren() ? content(link) : List.of(new Text(link.getReference().unescape()));
    content.add(new Inline.Link(link.getReferenceNode(document).getUrl().unescape(), shown));
  }

  private void appendReference(List<Inline> content, ImageRef image) {
    if (!image.isDefined()) {
      appendText(content, image.getChars().unescape());
      return;
    }
    content.add(
        new Inline.Image(
            image.getReferenceNode(document).getUrl().unescape(), image.getReference().unescape()));
  }

  /** Joins neighbouring pieces of plain text, which flexmark hands out one by one. */
  private static void appendText(List<Inline> content, String text) {
    if (text.isEmpty()) return;
    if (!content.isEmpty() && content.getLast() instanceof Text(String before)) {
      content.set(content.size() - 1, new Text(before + text));
    } else {
      content.add(new Text(text));
    }
  }
}
