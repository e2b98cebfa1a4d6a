package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Position;
import java.util.Arrays;

/** Rust source as tokens: comments are gone, literals are opaque, brackets know their partner. */
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

  private static final int LONGEST_EXCERPT = 100;

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private final String text;
  private final char[] chars;
  private final int[] lineStarts;
  private final Kind[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final int count;
  private final int[] partners;

  /** Cuts a text. */
  RustTokens(String text) {
    this.text = text;
    chars = text.toCharArray();
    lineStarts = lineStarts(chars);
    RustLexer lexer = new RustLexer(text, chars);
    kinds = lexer.kinds();
    starts = lexer.starts();
    ends = lexer.ends();
    count = lexer.count();
    partners = partners();
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
    if (token < 0 || token >= count) {
      return false;
    }
    int start = starts[token];
    int length = ends[token] - start;
    return length == expected.length()
        && chars[start] == expected.charAt(0)
        && (length == 1 || text.startsWith(expected, start))
        && kinds[token] != Kind.STRING;
  }

  char firstLetter(int token) {
    return chars[starts[token]];
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

  /** The line a token begins on, stripped, and cut when it is long. */
  String excerpt(int token) {
    String line = sourceLine(token);
    return line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT - 1) + "…";
  }

  private int line(int token) {
    int found = Arrays.binarySearch(lineStarts, starts[token]);
    return found >= 0 ? found + 1 : -found - 1;
  }

  private static int[] lineStarts(char[] chars) {
    int lines = 1;
    for (char c : chars) {
      lines += c == '\n' ? 1 : 0;
    }
    int[] found = new int[lines];
    int line = 1;
    for (int i = 0; line < lines; i++) {
      if (chars[i] == '\n') {
        found[line++] = i + 1;
      }
    }
    return found;
  }

  /**
   * A closing bracket passes over brackets of other kinds that were left open, unless it has no
   * partner at all.
   */
  private int[] partners() {
    int[] found = new int[count];
    Arrays.fill(found, count);
    int[] open = new int[count];
    int depth = 0;
    int[] waiting = new int[OPENING.length()];
    for (int i = 0; i < count; i++) {
      char mark = chars[starts[i]];
      if (kinds[i] != Kind.MARK || !isBracket(mark)) {
        continue;
      }
      int opening = OPENING.indexOf(mark);
      if (opening >= 0) {
        open[depth++] = i;
        waiting[opening]++;
        continue;
      }
      int closing = CLOSING.indexOf(mark);
      if (waiting[closing] > 0) {
        int candidate;
        int kind;
        do {
          candidate = open[--depth];
          kind = OPENING.indexOf(chars[starts[candidate]]);
          waiting[kind]--;
        } while (kind != closing);
        found[candidate] = i;
      }
    }
    return found;
  }

  private static boolean isBracket(char mark) {
    return switch (mark) {
      case '(', ')', '[', ']', '{', '}' -> true;
      default -> false;
    };
  }
}
