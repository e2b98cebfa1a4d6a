package io.github.pyo3doctor.symptoms;

import io.github.pyo3doctor.symptoms.BoundedText.ExhaustedException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
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

  /** Where a pattern matches, if it does without going wild. */
  static Optional<Matcher> find(Pattern pattern, CharSequence text) {
    try {
      Matcher matcher = pattern.matcher(new BoundedText(text));
      return matcher.find() ? Optional.of(matcher) : Optional.empty();
    } catch (ExhaustedException e) {
      return Optional.empty();
    }
  }
}
