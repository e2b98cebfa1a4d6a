package io.github.pyo3doctor.project;

/** The type that the {@code impl} is for in which the token being read stands. */
final class ImplementedType {
  private final RustTokens tokens;
  private String type = "";
  private int end;

  ImplementedType(RustTokens tokens) {
    this.tokens = tokens;
  }

  /** The type around a token; {@code otherwise} outside of every {@code impl}. */
  String around(int token, String otherwise) {
    return token < end ? type : otherwise;
  }

  /**
   * Takes in an {@code impl … for} that stands in no function. No other one stands in its head, so
   * each token is come to once.
   */
  void enter(int keyword) {
    String named = "";
    int depth = 0;
    int i = keyword + 1;
    while (isInHead(i) && !tokens.is(i, '(')) {
      if (tokens.is(i, '<')) {
        depth++;
      } else if (tokens.is(i, '>')) {
        depth--;
      } else if (tokens.is(i, "where")) {
        break;
      } else if (depth == 0 && tokens.isWord(i)) {
        named = tokens.text(i);
      }
      i++;
    }
    while (isInHead(i)) {
      i++;
    }
    if (tokens.is(i, '{')) {
      type = named;
      end = tokens.partner(i);
    }
  }

  private boolean isInHead(int i) {
    return i < tokens.count() && !tokens.is(i, '{') && !tokens.is(i, ';') && !tokens.is(i, "impl");
  }
}
