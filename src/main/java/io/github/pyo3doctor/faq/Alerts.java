package io.github.pyo3doctor.faq;

import io.github.pyo3doctor.faq.Block.Alert;
import io.github.pyo3doctor.faq.Block.AlertKind;
import io.github.pyo3doctor.faq.Block.Paragraph;
import io.github.pyo3doctor.faq.Block.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells GitHub's alerts from ordinary block quotes. */
final class Alerts {
  private static final Pattern MARK =
      Pattern.compile("^\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]\\s*", Pattern.CASE_INSENSITIVE);

  private Alerts() {}

  static Block alertOrQuote(List<Block> blocks) {
    if (blocks.isEmpty()
        || !(blocks.getFirst() instanceof Paragraph(List<Inline> content))
        || content.isEmpty()
        || !(content.getFirst() instanceof Inline.Text(String text))) {
      return new Quote(blocks);
    }
    Matcher mark = MARK.matcher(text);
    if (!mark.find()) return new Quote(blocks);
    AlertKind kind = AlertKind.valueOf(mark.group(1).toUpperCase(Locale.ROOT));
    return new Alert(kind, withoutMark(blocks, content, text.substring(mark.end())));
  }

  private static List<Block> withoutMark(List<Block> blocks, List<Inline> first, String rest) {
    List<Inline> content = new ArrayList<>(first.subList(1, first.size()));
    if (!content.isEmpty() && content.getFirst() instanceof Inline.LineBreak) content.removeFirst();
    if (!rest.isEmpty()) content.addFirst(new Inline.Text(rest));
    List<Block> shown = new ArrayList<>(blocks.subList(1, blocks.size()));
    if (!content.isEmpty()) shown.addFirst(new Paragraph(List.copyOf(content)));
    return List.copyOf(shown);
  }
}
