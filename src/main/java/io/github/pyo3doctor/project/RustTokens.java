package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Position;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * Rust source cut into tokens: comments are gone, and literals are opaque. Brackets know their
 * partner. Works on any text, sound or not, in one pass.
 *
 * @see <a href="https://doc.rust-lang.org/reference/tokens.html">The Rust Reference, Tokens</a>
 */
final class RustTokens {
  /** What a token is. */
  enum Kind {
    /** An identifier or keyword, without {@code r#}. */
    WORD,
    /** A lifetime or label. */
    LIFETIME,
    /** A string literal. */
    STRING,
    /** A number or character literal. */
    LITERAL,
    /** One character, or {@code ::}, {@code ->}, {@code =>}. */
    MARK
  }

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private final String text;
  private final int[] lineStarts;
  private Kind[] kinds = new Kind[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private int count;
  private int at;
  private int[] partners = new int[0];

  /** Cuts a text. */
  RustTokens(String text) {
    this.text = text;
    lineStarts = lineStarts(text);
    cut();
    pair();
  }

  int count() {
    return count;
  }

  /** The kind of a token; a mark behind either end. */
  Kind kind(int token) {
    return token >= 0 && token < count ? kinds[token] : Kind.MARK;
  }

  boolean isWord(int token) {
    return token >= 0 && token < count && kinds[token] == Kind.WORD;
  }

  boolean is(int token, String expected) {
    if (token < 0 || token >= count || kinds[token] == Kind.STRING) {
      return false;
    }
    int length = ends[token] - starts[token];
    return length == expected.length() && text.startsWith(expected, starts[token]);
  }

  String text(int token) {
    return text.substring(starts[token], ends[token]);
  }

  /** The content of a string literal, taken literally. */
  String content(int token) {
    String literal = text(token);
    int open = literal.indexOf('"');
    int close = literal.lastIndexOf('"');
    return open >= 0 && close > open ? literal.substring(open + 1, close) : "";
  }

  /** The source between two tokens, both left out, on one line. */
  String between(int open, int close) {
    int end = close < count ? starts[close] : text.length();
    return text.substring(ends[open], Math.max(ends[open], end)).strip().replaceAll("\\s+", " ");
  }

  /** The closing bracket of an opening one; the count of all tokens when it is never closed. */
  int partner(int open) {
    return partners[open];
  }

  /** Where a token begins. */
  Position position(int token) {
    int line = line(token);
    return new Position(line, starts[token] - lineStarts[line - 1] + 1);
  }

  /** The line a token begins on, stripped. */
  String sourceLine(int token) {
    int end = text.indexOf('\n', starts[token]);
    int start = lineStarts[line(token) - 1];
    return text.substring(start, end < 0 ? text.length() : end).strip();
  }

  private int line(int token) {
    int found = Arrays.binarySearch(lineStarts, starts[token]);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static int[] lineStarts(String text) {
    return IntStream.concat(
            IntStream.of(0),
            IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) == '\n')
                .map(newLine -> newLine + 1))
        .toArray();
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
        add(Kind.MARK, at, at + (isPair ? 2 : Character.charCount(text.codePointAt(at))));
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
    add(Kind.STRING, start, Math.min(end + 1, text.length()));
  }

  private void rawString(int start, int hashes, int from) {
    int end = text.indexOf("\"" + "#".repeat(hashes), from);
    add(Kind.STRING, start, end < 0 ? text.length() : end + 1 + hashes);
  }

  /** {@code 'a'} is a character, {@code 'a} a lifetime. */
  private void quote() {
    int next = at + 1;
    if (next >= text.length()) {
      add(Kind.MARK, at, next);
    } else if (text.charAt(next) == '\\') {
      int end = text.indexOf('\'', Math.min(next + 2, text.length()));
      add(Kind.LITERAL, at, end < 0 ? text.length() : end + 1);
    } else {
      int behind = next + Character.charCount(text.codePointAt(next));
      if (behind < text.length() && text.charAt(behind) == '\'') {
        add(Kind.LITERAL, at, behind + 1);
      } else {
        add(Kind.LIFETIME, at, Math.max(wordEnd(next), next));
      }
    }
  }

  private void number() {
    int end = wordEnd(at);
    boolean fraction =
        end + 1 < text.length()
            && text.charAt(end) == '.'
            && Character.isDigit(text.charAt(end + 1));
    add(Kind.LITERAL, at, fraction ? wordEnd(end + 1) : end);
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
      add(Kind.WORD, quote, wordEnd(quote));
    } else {
      add(Kind.WORD, at, end);
    }
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length() && Character.isUnicodeIdentifierPart(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  private void add(Kind kind, int start, int end) {
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

  /**
   * A closing bracket passes over brackets of other kinds that were left open, unless it has no
   * partner at all.
   */
  private void pair() {
    partners = new int[count];
    Arrays.fill(partners, count);
    Deque<Integer> open = new ArrayDeque<>();
    int[] waiting = new int[OPENING.length()];
    for (int i = 0; i < count; i++) {
      char mark = kinds[i] == Kind.MARK ? text.charAt(starts[i]) : ' ';
      int opening = OPENING.indexOf(mark);
      int closing = CLOSING.indexOf(mark);
      if (opening >= 0) {
        open.push(i);
        waiting[opening]++;
      } else if (closing >= 0 && waiting[closing] > 0) {
        int candidate;
        int kind;
        do {
          candidate = open.pop();
          kind = OPENING.indexOf(text.charAt(starts[candidate]));
          waiting[kind]--;
        } while (kind != closing);
        partners[candidate] = i;
      }
    }
  }
}
