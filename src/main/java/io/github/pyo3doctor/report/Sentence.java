package io.github.pyo3doctor.report;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence in which code stands between back quotes. */
final class Sentence {
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private Sentence() {}

  /**
   * The sentence in a language of markup.
   *
   * @param text writes what is no code; a back quote in it has no other beside it
   * @param code writes code, given without its quotes
   */
  static String marked(String sentence, UnaryOperator<String> text, UnaryOperator<String> code) {
    StringBuilder out = new StringBuilder();
    Matcher quoted = CODE.matcher(sentence);
    int done = 0;
    while (quoted.find()) {
      out.append(text.apply(sentence.substring(done, quoted.start())));
      out.append(code.apply(quoted.group(1)));
      done = quoted.end();
    }
    return out.append(text.apply(sentence.substring(done))).toString();
  }
}
