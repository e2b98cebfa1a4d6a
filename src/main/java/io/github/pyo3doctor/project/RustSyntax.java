package io.github.pyo3doctor.project;

/** Tells what a word of Rust source stands for by the tokens around it. */
final class RustSyntax {
  private static final WordSet KEYWORDS =
      WordSet.of(
          """
          as async await box break const continue crate dyn else extern fn for if
          impl in let loop match move mut pub ref return self static super unsafe
          where while yield use
          """
              .strip()
              .split("\\s+", -1));

  /** Longer lists of generic arguments are not looked through. */
  private static final int MOST_GENERIC_TOKENS = 200;

  private RustSyntax() {}

  /** Hands the crate a path may begin with, if one begins at that word, to {@code crates}. */
  static void addPath(RustTokens tokens, int i, CrateNames crates) {
    if (!tokens.isColons(i + 1)
        || tokens.is(i + 2, '<')
        || tokens.is(i - 1, '$')
        || isMember(tokens, i)
        || KEYWORDS.contains(tokens, i)) {
      return;
    }
    if (!tokens.isColons(i - 1)) {
      if (!tokens.isCapitalised(i)) {
        crates.path(tokens.text(i), i);
      }
    } else if (isLeading(tokens, i - 1)) {
      crates.importedPath(tokens.text(i), i);
    }
  }

  /** Whether a {@code ::} begins a path: nothing before it that it could continue. */
  private static boolean isLeading(RustTokens tokens, int colons) {
    boolean continued = tokens.is(colons - 1, '>') || tokens.is(colons - 1, '$');
    boolean wordBefore = tokens.isWord(colons - 1) && !KEYWORDS.contains(tokens, colons - 1);
    return !continued && !wordBefore;
  }

  /** Whether a word stands behind the {@code .} of a field or method, as against a range's. */
  static boolean isMember(RustTokens tokens, int i) {
    return tokens.is(i - 1, '.') && !tokens.is(i - 2, '.');
  }

  /**
   * Whether a word names a function that is called there; methods, macros and constructors do not
   * count.
   */
  static boolean isCall(RustTokens tokens, int i) {
    int next = behindTurbofish(tokens, i + 1);
    if (!tokens.is(next, '(') || isMember(tokens, i) || tokens.is(i - 1, '$')) {
      return false;
    }
    return !tokens.isCapitalised(i) && !KEYWORDS.contains(tokens, i);
  }

  /** Behind the {@code ::<…>} that begins there, if one does. */
  static int behindTurbofish(RustTokens tokens, int start) {
    boolean begins = tokens.isColons(start) && tokens.is(start + 1, '<');
    return begins ? behindGenerics(tokens, start + 1) : start;
  }

  /** Behind the generic arguments whose {@code <} that is; the same when they never end. */
  static int behindGenerics(RustTokens tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.count() && i < open + MOST_GENERIC_TOKENS; i++) {
      depth += tokens.is(i, '<') ? 1 : tokens.is(i, '>') ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return open;
  }
}
