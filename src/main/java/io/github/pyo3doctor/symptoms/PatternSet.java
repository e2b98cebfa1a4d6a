package io.github.pyo3doctor.symptoms;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Many patterns, of which few match any one line; numbered as they were given. */
final class PatternSet {
  private final TextScanner scanner;
  private final BitSet always = new BitSet();

  PatternSet(List<Pattern> patterns) {
    List<List<String>> texts = patterns.stream().map(RequiredText::of).toList();
    for (int i = 0; i < texts.size(); i++) always.set(i, texts.get(i).isEmpty());
    this.scanner = new TextScanner(texts);
  }

  /** Adds the patterns that may match a text. */
  void candidates(CharSequence text, BitSet into) {
    into.or(always);
    scanner.scan(text, into);
  }
}
