package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Position;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.IntStream;

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

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private final String text;
  private final int[] lineStarts;
  private final Kind[] kinds;
  private final int[] starts;
  private final int[] ends;
  private final int count;
  private final int[] partners;

  /** Cuts a text. */
  RustTokens(String text) {
    this.text = text;
    lineStarts = lineStarts(text);
    RustLexer lexer = new RustLexer(text);
    kinds = lexer.kinds();
    starts = lexer.starts();
    ends = lexer.ends();
    count = kinds.length;
    partners = partners(text, kinds, starts);
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

  /**
   * A closing bracket passes over brackets of other kinds that were left open, unless it has no
   * partner at all.
   */
  private static int[] partners(String text, Kind[] kinds, int[] starts) {
    int count = kinds.length;
    int[] found = new int[count];
    Arrays.fill(found, count);
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
        found[candidate] = i;
      }
    }
    return found;
  }
}
