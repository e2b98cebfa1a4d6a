package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Position;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Rust source as tokens: comments are gone, literals are opaque, brackets know their partner. */
final class RustTokens {
  /** What a token is. */
  enum Kind {
    /** An identifier or keyword, without {@code r#}. */
    WORD(0),
    /** A lifetime or label. */
    LIFETIME(1),
    /** A string literal. */
    STRING(2),
    /** A number or character literal. */
    LITERAL(3),
    /** One character, or {@code ::}, {@code ->}, {@code =>}. */
    MARK(4);

    private static final Kind[] BY_CODE = {WORD, LIFETIME, STRING, LITERAL, MARK};

    private final byte code;

    Kind(int code) {
      this.code = (byte) code;
    }

    /** A token of millions takes a byte for it, not a reference. */
    byte code() {
      return code;
    }
  }

  private static final byte WORD = Kind.WORD.code();
  private static final int LONGEST_EXCERPT = 100;
  private static final int LONGEST_LINE = 2_000;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private final String text;
  private final char[] chars;
  private final byte[] kinds;
  private final char[] firsts;
  private final int[] starts;
  private final int[] ends;
  private final int count;
  private final int[] partners;
  private final int[] lineStarts;
  private final int lineCount;

  /** Cuts a text. */
  RustTokens(String text) {
    this.text = text;
    chars = text.toCharArray();
    RustLexer lexer = new RustLexer(text, chars);
    kinds = lexer.kinds();
    firsts = lexer.firsts();
    starts = lexer.starts();
    ends = lexer.ends();
    count = lexer.count();
    partners = partners(lexer.brackets(), lexer.bracketCount());
    lineStarts = lexer.lineStarts();
    lineCount = lexer.lineCount();
  }

  int count() {
    return count;
  }

  /** The kind of a token; a mark behind either end. */
  Kind kind(int token) {
    return token >= 0 && token < count ? Kind.BY_CODE[kinds[token]] : Kind.MARK;
  }

  boolean isWord(int token) {
    return token >= 0 && token < count && kinds[token] == WORD;
  }

  /** Whether it begins with a digit. */
  boolean isNumber(int token) {
    return token >= 0 && token < count && Character.isDigit(text.charAt(starts[token]));
  }

  /** Whether it is that character and no more. */
  boolean is(int token, char expected) {
    return token >= 0
        && token < count
        && firsts[token] == expected
        && ends[token] - starts[token] == 1;
  }

  /** Whether it is the {@code ::} of a path. */
  boolean isColons(int token) {
    return token >= 0 && token < count && firsts[token] == ':' && ends[token] - starts[token] == 2;
  }

  boolean is(int token, String expected) {
    if (token < 0 || token >= count || firsts[token] != expected.charAt(0)) {
      return false;
    }
    int start = starts[token];
    int length = ends[token] - start;
    if (length != expected.length()) {
      return false;
    }
    for (int i = 1; i < length; i++) {
      if (chars[start + i] != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a word begins so. */
  boolean startsWith(int token, String beginning) {
    return isWord(token)
        && firsts[token] == beginning.charAt(0)
        && text.startsWith(beginning, starts[token]);
  }

  /** The first letter of a word. */
  char firstLetter(int token) {
    return firsts[token];
  }

  /** Whether a word begins with a capital letter. */
  boolean isCapitalised(int token) {
    char first = firsts[token];
    return first < 'a'
        ? first >= 'A' && first <= 'Z'
        : first > 'z' && Character.isUpperCase(text.codePointAt(starts[token]));
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
    String found = text.substring(ends[open], Math.max(ends[open], end)).strip();
    return isOneLine(found) ? found : SPACE.matcher(found).replaceAll(" ");
  }

  /** Whether all space in it is single blanks, as almost everywhere. */
  private static boolean isOneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c == ' ' && text.charAt(i - 1) == ' ')) {
        return false;
      }
    }
    return true;
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

  /**
   * The line a token begins on, stripped, and cut when it is long; of a line that nobody wrote by
   * hand, from the token on.
   */
  String excerpt(int token) {
    int start = lineStarts[line(token) - 1];
    if (starts[token] - start > LONGEST_LINE) {
      start = starts[token];
    }
    while (start < starts[token] && Character.isWhitespace(chars[start])) {
      start++;
    }
    int end = start;
    while (end < chars.length && chars[end] != '\n' && end - start < LONGEST_LINE) {
      end++;
    }
    String line = text.substring(start, end).strip();
    return line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT - 1) + "…";
  }

  private int line(int token) {
    int found = Arrays.binarySearch(lineStarts, 0, lineCount, starts[token]);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /**
   * A closing bracket passes over brackets of other kinds that were left open, unless it has no
   * partner at all.
   */
  private int[] partners(int[] brackets, int bracketCount) {
    int[] found = new int[count];
    Arrays.fill(found, count);
    int[] open = new int[bracketCount];
    int depth = 0;
    int[] waiting = new int[OPENING.length()];
    for (int bracket = 0; bracket < bracketCount; bracket++) {
      int i = brackets[bracket];
      char mark = firsts[i];
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
          kind = OPENING.indexOf(firsts[candidate]);
          waiting[kind]--;
        } while (kind != closing);
        found[candidate] = i;
      }
    }
    return found;
  }
}
