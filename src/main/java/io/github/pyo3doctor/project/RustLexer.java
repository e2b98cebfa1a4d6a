package io.github.pyo3doctor.project;

import java.util.Arrays;

/**
 * Cuts Rust source into tokens, in one pass over any text, sound or not.
 *
 * @see <a href="https://doc.rust-lang.org/reference/tokens.html">The Rust Reference, Tokens</a>
 */
final class RustLexer {
  private final String text;
  private RustTokens.Kind[] kinds = new RustTokens.Kind[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int count;
  private int at;

  RustLexer(String text) {
    this.text = text;
    cut();
  }

  RustTokens.Kind[] kinds() {
    return Arrays.copyOf(kinds, count);
  }

  /** Where each token begins, as an index into the text. */
  int[] starts() {
    return Arrays.copyOf(starts, count);
  }

  /** Behind the end of each token. */
  int[] ends() {
    return Arrays.copyOf(ends, count);
  }

  private void cut() {
    if (text.startsWith("\uFEFF")) {
      at = 1;
    }
    if (text.startsWith("#!", at) && !text.startsWith("#![", at)) {
      skipLine();
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (text.startsWith("//", at)) {
        skipLine();
      } else if (text.startsWith("/*", at)) {
        skipBlockComment();
      } else if (c == '"') {
        string(at, at + 1);
      } else if (c == '\'') {
        quote();
      } else if (Character.isDigit(c)) {
        number();
      } else if (Character.isUnicodeIdentifierStart(text.codePointAt(at)) || c == '_') {
        word();
      } else {
        boolean isPair =
            text.startsWith("::", at) || text.startsWith("->", at) || text.startsWith("=>", at);
        add(
            RustTokens.Kind.MARK,
            at,
            at + (isPair ? 2 : Character.charCount(text.codePointAt(at))));
      }
    }
  }

  private void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  /** Block comments nest. */
  private void skipBlockComment() {
    int depth = 0;
    do {
      if (text.startsWith("/*", at)) {
        depth++;
        at += 2;
      } else if (text.startsWith("*/", at)) {
        depth--;
        at += 2;
      } else {
        at++;
      }
    } while (depth > 0 && at < text.length());
  }

  private void string(int start, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
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
    boolean isPrefix = end - at <= 2 && end < text.length();
    String prefix = isPrefix ? text.substring(at, end) : "";
    boolean raw = prefix.equals("r") || prefix.equals("br") || prefix.equals("cr");
    int quote = end;
    while (raw && quote < text.length() && text.charAt(quote) == '#') {
      quote++;
    }
    boolean quoted = isPrefix && quote < text.length() && text.charAt(quote) == '"';
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
    while (end < text.length() && Character.isUnicodeIdentifierPart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private void add(RustTokens.Kind kind, int start, int end) {
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    kinds[count] = kind;
    starts[count] = start;
    ends[count++] = end;
    at = end;
  }
}
