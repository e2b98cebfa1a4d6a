package io.github.pyo3doctor.symptoms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds texts of which a line must hold one for a regular expression to match it, so that nearly
 * all lines of a log are passed over without trying the expression.
 *
 * <p>It understands the expressions of this program's own signatures: literals, escapes, classes,
 * groups, alternatives, quantifiers and lookarounds. What it does not understand it takes for
 * anything, which is slower and never wrong.
 */
final class RequiredText {
  /** A text is as good as a longer one from here on, and a cut one still has to be there. */
  static final int LONGEST = 32;

  private static final int SHORTEST = 2;

  private final String pattern;
  private int at;

  private RequiredText(String pattern) {
    this.pattern = pattern;
  }

  /** The texts in lower case, one of which is in every line that matches; empty when unknown. */
  static List<String> of(Pattern pattern) {
    RequiredText parser = new RequiredText(pattern.pattern());
    List<String> texts = parser.alternatives();
    return parser.at < parser.pattern.length() ? List.of() : texts;
  }

  /** Alternatives up to the end of the group: each must have a text, or none helps. */
  private List<String> alternatives() {
    List<String> all = new ArrayList<>();
    boolean everyOne = true;
    while (true) {
      List<String> texts = sequence();
      everyOne &= !texts.isEmpty();
      all.addAll(texts);
      if (at >= pattern.length() || pattern.charAt(at) != '|') break;
      at++;
    }
    return everyOne ? all : List.of();
  }

  /** What stands in a row: the element whose texts are the most telling. */
  private List<String> sequence() {
    List<String> best = List.of();
    StringBuilder run = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      int literal = -1;
      List<String> group = List.of();
      char c = pattern.charAt(at++);
      switch (c) {
        case '(' -> group = group();
        case '[' -> skipClass();
        case '.', '^', '$' -> {}
        case '\\' -> literal = escaped();
        default -> literal = c;
      }
      int least = quantifier();
      if (literal >= 0 && least > 0 && literal < 128) run.append((char) literal);
      if (literal < 0 || least != 1 || literal >= 128) {
        best = better(best, texts(run));
        run.setLength(0);
        if (least > 0) best = better(best, group);
      }
    }
    return better(best, texts(run));
  }

  private List<String> group() {
    boolean looksElsewhere = false;
    if (pattern.startsWith("?", at)) {
      int colon = pattern.indexOf(':', at);
      int end = pattern.indexOf(')', at);
      if (pattern.startsWith("?<", at)
          && !pattern.startsWith("?<=", at)
          && !pattern.startsWith("?<!", at)) {
        at = pattern.indexOf('>', at) + 1;
      } else if (colon >= 0 && (end < 0 || colon < end) && onlyFlags(at + 1, colon)) {
        at = colon + 1;
      } else if (end >= 0 && onlyFlags(at + 1, end)) {
        at = end + 1;
        return List.of();
      } else {
        looksElsewhere = true;
        at =
            pattern.indexOf('!', at) == at + 1 || pattern.indexOf('=', at) == at + 1
                ? at + 2
                : at + 3;
      }
    }
    List<String> texts = alternatives();
    if (at < pattern.length()) at++;
    return looksElsewhere ? List.of() : texts;
  }

  private boolean onlyFlags(int from, int to) {
    for (int i = from; i < to; i++) {
      if ("imsux-".indexOf(pattern.charAt(i)) < 0) return false;
    }
    return true;
  }

  private void skipClass() {
    if (at < pattern.length() && pattern.charAt(at) == '^') at++;
    if (at < pattern.length() && pattern.charAt(at) == ']') at++;
    int depth = 1;
    while (at < pattern.length() && depth > 0) {
      char c = pattern.charAt(at++);
      if (c == '\\') at++;
      else if (c == '[') depth++;
      else if (c == ']') depth--;
    }
  }

  /** The character that an escape stands for, or -1 when it stands for several or for a place. */
  private int escaped() {
    if (at >= pattern.length()) return -1;
    char c = pattern.charAt(at++);
    if (!Character.isLetterOrDigit(c)) return c;
    if (c == 'x' || c == 'u') at = Math.min(pattern.length(), at + (c == 'x' ? 2 : 4));
    if ((c == 'p' || c == 'P') && pattern.startsWith("{", at)) at = pattern.indexOf('}', at) + 1;
    if (c == 'Q') {
      int end = pattern.indexOf("\\E", at);
      at = end < 0 ? pattern.length() : end + 2;
    }
    return -1;
  }

  /** How often at least; a quantifier that follows is passed over. */
  private int quantifier() {
    if (at >= pattern.length()) return 1;
    int least =
        switch (pattern.charAt(at)) {
          case '?', '*' -> 0;
          case '+' -> 2; // once and then perhaps again: the text goes no further
          case '{' -> pattern.startsWith("{0", at) || pattern.startsWith("{,", at) ? 0 : 2;
          default -> -1;
        };
    if (least < 0) return 1;
    at = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) + 1 : at + 1;
    if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) at++;
    return least;
  }

  private static List<String> texts(CharSequence run) {
    if (run.length() < SHORTEST) return List.of();
    String text = run.toString().toLowerCase(Locale.ROOT);
    return List.of(text.substring(0, Math.min(LONGEST, text.length())));
  }

  private static List<String> better(List<String> one, List<String> other) {
    return shortest(other) > shortest(one) ? other : one;
  }

  private static int shortest(List<String> texts) {
    return texts.stream().mapToInt(String::length).min().orElse(0);
  }
}
