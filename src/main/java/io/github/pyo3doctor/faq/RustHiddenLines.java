package io.github.pyo3doctor.faq;

import io.github.pyo3doctor.faq.Block.CodeLine;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of a Rust example that rustdoc and mdBook hide: {@code # } or a lone {@code #}. {@code ##}
 * stands for one {@code #}; {@code #[…]} and {@code #!} are code.
 */
final class RustHiddenLines {
  private static final Pattern HASH = Pattern.compile("^(\\s*)#(.?)(.*)$");

  private RustHiddenLines() {}

  static List<CodeLine> of(List<String> lines) {
    return lines.stream().map(RustHiddenLines::line).toList();
  }

  private static CodeLine line(String line) {
    Matcher hash = HASH.matcher(line);
    if (!hash.matches()) return new CodeLine(line, false);
    return switch (hash.group(2)) {
      case "#" -> new CodeLine(hash.group(1) + "#" + hash.group(3), false);
      case " ", "" -> new CodeLine(hash.group(1) + hash.group(3), true);
      default -> new CodeLine(line, false);
    };
  }
}
