package io.github.pyo3doctor.project;

import java.util.HashSet;
import java.util.Set;

/** Reads a {@code use}: the crates its paths begin with, and the names it binds. */
final class UseDeclaration {
  private UseDeclaration() {}

  /** Reads the {@code use} at that token and returns the last token of it. */
  static int read(RustTokens tokens, int i, CrateNames crates) {
    int end = i + 1;
    while (end < tokens.count() && !tokens.is(end, ';')) {
      end = tokens.is(end, '{') ? Math.min(tokens.partner(end), tokens.count() - 1) + 1 : end + 1;
    }
    int start = tokens.is(i + 1, "::") ? i + 2 : i + 1;
    Set<Integer> firsts = new HashSet<>();
    if (tokens.isWord(start)) {
      firsts.add(start);
    } else if (tokens.is(start, '{')) {
      addElements(tokens, start, firsts);
    }
    for (int token = start; token < end; token++) {
      if (firsts.contains(token)) {
        crates.importedPath(tokens.text(token), token);
      } else if (tokens.isWord(token) && bindsName(tokens, token)) {
        crates.bind(tokens.text(token));
      }
    }
    return Math.min(end, tokens.count() - 1);
  }

  private static boolean bindsName(RustTokens tokens, int token) {
    return tokens.is(token + 1, ';') || tokens.is(token + 1, ',') || tokens.is(token + 1, '}');
  }

  private static void addElements(RustTokens tokens, int brace, Set<Integer> firsts) {
    int close = tokens.partner(brace);
    boolean starts = true;
    for (int i = brace + 1; i < close; i++) {
      if (starts && tokens.isWord(i)) {
        firsts.add(i);
      }
      starts = tokens.is(i, ',') || (starts && tokens.is(i, "::"));
      i = tokens.is(i, '{') ? tokens.partner(i) : i;
    }
  }
}
