package io.github.pyo3doctor.project;

import java.util.Arrays;

/**
 * Cuts Rust source into tokens, in one pass over any text, sound or not.
 *
 * @see <a href="https://doc.rust-lang.org/reference/tokens.html">The Rust Reference, Tokens</a>
 */
final class RustLexer {
  private static final int ASCII = 128;

  /** What an ASCII character is in a word. */
  private static final boolean[] WORD_PARTS = new boolean[ASCII];

  static {
    for (char c = 0; c < ASCII; c++) {
      WORD_PARTS[c] = Character.isLetterOrDigit(c) || c == '_';
    }
  }

  private final String text;
  private final char[] chars;
  private byte[] kinds;
  private char[] firsts;
  private int[] starts;
  private int[] ends;
  private int[] brackets;
  private int bracketCount;
  private int[] lines;
  private int lineCount = 1;
  private int count;
  private int at;

  /**
   * @param chars the text's own
   */
  RustLexer(String text, char[] chars) {
    this.text = text;
    this.chars = chars;
    int expected = 16 + chars.length / 5;
    kinds = new byte[expected];
    firsts = new char[expected];
    starts = new int[expected];
    ends = new int[expected];
    brackets = new int[16 + chars.length / 24];
    lines = new int[16 + chars.length / 24];
    cut();
  }

  /** How many tokens there are. */
  int count() {
    return count;
  }

  /** The code of what each token is; longer than there are tokens. */
  byte[] kinds() {
    return kinds;
  }

  /** The first character of each token, 0 for a string; longer than there are tokens. */
  char[] firsts() {
    return firsts;
  }

  /** Where each token begins, as an index into the text; longer than there are tokens. */
  int[] starts() {
    return starts;
  }

  /** Behind the end of each token; longer than there are tokens. */
  int[] ends() {
    return ends;
  }

  /** The tokens that are brackets, in their order; longer than there are brackets. */
  int[] brackets() {
    return brackets;
  }

  int bracketCount() {
    return bracketCount;
  }

  /** Where each line begins, as an index into the text; longer than there are lines. */
  int[] lineStarts() {
    return lines;
  }

  int lineCount() {
    return lineCount;
  }

  private void cut() {
    if (text.startsWith("\uFEFF")) {
      at = 1;
    }
    if (text.startsWith("#!", at) && !text.startsWith("#![", at)) {
      skipLine();
    }
    while (at < chars.length) {
      char c = chars[at];
      if (c == '\n') {
        addLine(++at);
      } else if (c == ' ' || ((c < ' ' || c >= ASCII) && Character.isWhitespace(c))) {
        at++;
      } else if (c < ASCII && WORD_PARTS[c]) {
        wordOrNumber(c);
      } else if (c == '/' && next() == '/') {
        skipLine();
      } else if (c == '/' && next() == '*') {
        skipBlockComment();
      } else if (c == '"') {
        string(at, at + 1);
      } else if (c == '\'') {
        quote();
      } else if (c >= ASCII && Character.isUnicodeIdentifierPart(text.codePointAt(at))) {
        wordOrNumber(c);
      } else {
        mark(c);
      }
    }
  }

  private void wordOrNumber(char c) {
    if (c < ASCII ? c <= '9' : Character.isDigit(c)) {
      number();
    } else if (c < ASCII || Character.isUnicodeIdentifierStart(text.codePointAt(at))) {
      word();
    } else {
      mark(c);
    }
  }

  private void mark(char c) {
    if (isBracket(c)) {
      addBracket();
      return;
    }
    char next = next();
    boolean isPair = (c == ':' && next == ':') || (next == '>' && (c == '-' || c == '='));
    int length = c < ASCII ? 1 : Character.charCount(text.codePointAt(at));
    add(RustTokens.Kind.MARK, at, at + (isPair ? 2 : length));
  }

  private static boolean isBracket(char c) {
    return switch (c) {
      case '(', ')', '[', ']', '{', '}' -> true;
      default -> false;
    };
  }

  private void addBracket() {
    if (bracketCount == brackets.length) {
      brackets = Arrays.copyOf(brackets, bracketCount * 2);
    }
    brackets[bracketCount++] = count;
    add(RustTokens.Kind.MARK, at, at + 1);
  }

  private void addLine(int start) {
    if (lineCount == lines.length) {
      lines = Arrays.copyOf(lines, lineCount * 2);
    }
    lines[lineCount++] = start;
  }

  /** Comments and literals may be of several lines. */
  private void addLines(int start, int end) {
    for (int i = start; i < end; i++) {
      if (chars[i] == '\n') {
        addLine(i + 1);
      }
    }
  }

  private char next() {
    return at + 1 < chars.length ? chars[at + 1] : 0;
  }

  private void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  /** Block comments nest. */
  private void skipBlockComment() {
    int start = at;
    int depth = 0;
    do {
      if (chars[at] == '/' && next() == '*') {
        depth++;
        at += 2;
      } else if (chars[at] == '*' && next() == '/') {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < text.length());
    addLines(start, Math.min(at, chars.length));
  }

  private void string(int start, int from) {
    int end = from;
    while (end < chars.length && chars[end] != '"') {
      end += chars[end] == '\\' ? 2 : 1;
    }
    add(RustTokens.Kind.STRING, start, Math.min(end + 1, text.length()));
  }

  private void rawString(int start, int hashes, int from) {
    int end = text.indexOf("\"" + "#".repeat(hashes), from);
    add(RustTokens.Kind.STRING, start, end < 0 ? text.length() : end + 1 + hashes);
  }

  /** {@code 'a'} is a character, {@code 'a} a lifetime. */
  private void quote() {
    int next = at + 1;
    if (next >= text.length()) {
      add(RustTokens.Kind.MARK, at, next);
    } else if (text.charAt(next) == '\\') {
      int end = text.indexOf('\'', Math.min(next + 2, text.length()));
      add(RustTokens.Kind.LITERAL, at, end < 0 ? text.length() : end + 1);
    } else {
      int behind = next + Character.charCount(text.codePointAt(next));
      if (behind < text.length() && text.charAt(behind) == '\'') {
        add(RustTokens.Kind.LITERAL, at, behind + 1);
      } else {
        add(RustTokens.Kind.LIFETIME, at, Math.max(wordEnd(next), next));
      }
    }
  }

  private void number() {
    int end = wordEnd(at);
    boolean fraction =
        end + 1 < text.length()
            && text.charAt(end) == '.'
            && Character.isDigit(text.charAt(end + 1));
    add(RustTokens.Kind.LITERAL, at, fraction ? wordEnd(end + 1) : end);
  }

  private void word() {
    int end = wordEnd(at);
    boolean isPrefix = end - at <= 2 && end < chars.length && "\"#'".indexOf(chars[end]) >= 0;
    if (!isPrefix) {
      add(RustTokens.Kind.WORD, at, end);
      return;
    }
    String prefix = text.substring(at, end);
    boolean raw = prefix.equals("r") || prefix.equals("br") || prefix.equals("cr");
    int quote = end;
    while (raw && quote < text.length() && text.charAt(quote) == '#') {
      quote++;
    }
    boolean quoted = quote < text.length() && text.charAt(quote) == '"';
    if (raw && quoted) {
      rawString(at, quote - end, quote + 1);
    } else if (quoted && (prefix.equals("b") || prefix.equals("c"))) {
      string(at, end + 1);
    } else if (prefix.equals("b") && text.charAt(end) == '\'') {
      at = end;
      quote();
    } else if (prefix.equals("r") && quote == end + 1 && wordEnd(quote) > quote) {
      add(RustTokens.Kind.WORD, quote, wordEnd(quote));
    } else {
      add(RustTokens.Kind.WORD, at, end);
    }
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < chars.length) {
      char c = chars[end];
      if (c < ASCII) {
        if (!WORD_PARTS[c]) {
          break;
        }
        end++;
      } else if (Character.isUnicodeIdentifierPart(text.codePointAt(end))) {
        end += Character.charCount(text.codePointAt(end));
      } else {
        break;
      }
    }
    return end;
  }

  private void add(RustTokens.Kind kind, int start, int end) {
    if (count == starts.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      firsts = Arrays.copyOf(firsts, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    if (kind == RustTokens.Kind.STRING || kind == RustTokens.Kind.LITERAL) {
      addLines(start, end);
    }
    kinds[count] = kind.code();
    firsts[count] = kind == RustTokens.Kind.STRING ? 0 : chars[start];
    starts[count] = start;
    ends[count++] = end;
    at = end;
  }
}
