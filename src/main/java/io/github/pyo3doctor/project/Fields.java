package io.github.pyo3doctor.project;

import java.util.ArrayList;
import java.util.List;

/** Reads the fields between the brackets of a struct or of an enum's variant. */
final class Fields {
  /** Longer types are not shown, nor can anything be told of them. */
  private static final int LONGEST_TYPE = 200;

  private Fields() {}

  /**
   * A field.
   *
   * @param name its name, or its number
   * @param first the first token of its attributes
   * @param start behind its attributes and {@code pub}: its name, or in a tuple its type
   * @param type the first token of its type
   * @param end behind its type
   */
  record Field(String name, int first, int start, int type, int end) {}

  /** The fields behind that {@code (} or <code>{</code>; none behind anything else. */
  static List<Field> behind(RustTokens tokens, int open) {
    boolean tuple = tokens.is(open, '(');
    if (!tuple && !tokens.is(open, '{')) {
      return List.of();
    }
    List<Field> found = new ArrayList<>();
    int close = Math.min(tokens.partner(open), tokens.count());
    for (int[] piece : MacroAttributes.pieces(tokens, open + 1, close)) {
      int start = behindAttributes(tokens, piece[0], piece[1]);
      if (start >= piece[1]) {
        continue;
      }
      if (tokens.is(start, "pub")) {
        start = tokens.is(start + 1, '(') ? tokens.partner(start + 1) + 1 : start + 1;
      }
      int type = tuple ? start : start + 2;
      boolean readable = tuple || (tokens.isWord(start) && tokens.is(start + 1, ':'));
      if (readable && type < piece[1] && piece[1] - type < LONGEST_TYPE) {
        String name = tuple ? Integer.toString(found.size()) : tokens.text(start);
        found.add(new Field(name, piece[0], start, type, piece[1]));
      }
    }
    return found;
  }

  /** The token behind the attributes that begin at {@code first}. */
  static int behindAttributes(RustTokens tokens, int first, int end) {
    int start = first;
    while (start < end && tokens.is(start, '#') && tokens.is(start + 1, '[')) {
      start = tokens.partner(start + 1) + 1;
    }
    return start;
  }
}
