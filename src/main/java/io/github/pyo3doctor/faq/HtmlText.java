package io.github.pyo3doctor.faq;

import com.vladsch.flexmark.util.sequence.Escaping;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text inside raw HTML, where Markdown is not read: asterisks and underscores stand for themselves.
 * What authors put between backticks there is meant as code, though, and is shown as code.
 */
final class HtmlText {
  private static final Pattern CODE =
      Pattern.compile("`([^`]+)`|<code\\b[^<>]*>(.*?)(?:</code\\s*>|\\z)", Pattern.DOTALL);

  private HtmlText() {}

  static List<Inline> inlines(String html) {
    List<Inline> inlines = new ArrayList<>();
    Matcher code = CODE.matcher(html);
    int done = 0;
    while (code.find()) {
      add(inlines, html.substring(done, code.start()));
      inlines.add(new Inline.Code(code.group(1) != null ? code.group(1) : plain(code.group(2))));
      done = code.end();
    }
    add(inlines, html.substring(done));
    return List.copyOf(inlines);
  }

  private static void add(List<Inline> inlines, String html) {
    String text = plain(html);
    if (!text.isEmpty()) inlines.add(new Inline.Text(text));
  }

  private static String plain(String html) {
    String text = HtmlTag.withoutLooks(html).replaceAll("\\s+", " ");
    return Escaping.unescapeHtml(text);
  }
}
