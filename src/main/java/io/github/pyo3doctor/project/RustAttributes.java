package io.github.pyo3doctor.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The attributes of one item, and how far that item reaches. */
final class RustAttributes {
  private static final Set<String> TESTS = Set.of("rstest", "test_case", "bench", "quickcheck");

  private static final Set<String> MODIFIERS =
      Set.of("pub", "async", "unsafe", "const", "extern", "default", "safe", "static");

  /** Items whose text may hold a comma outside brackets. */
  private static final Set<String> ITEMS =
      Set.of(
          "fn",
          "mod",
          "impl",
          "trait",
          "struct",
          "enum",
          "union",
          "use",
          "type",
          "let",
          "static",
          "const",
          "extern",
          "macro_rules");

  /** Items that end with a semicolon, whatever braces they hold. */
  private static final Set<String> ENDING_WITH_SEMICOLON =
      Set.of("use", "type", "let", "static", "const");

  /**
   * In tokens outside brackets; an item without an end is not looked for to the end of the file.
   */
  private static final int LONGEST_ITEM = 5_000;

  private final RustTokens tokens;
  private final List<String> conditions = new ArrayList<>();
  private final List<String> conditionalPaths = new ArrayList<>();
  private Optional<String> path = Optional.empty();
  private boolean test;

  RustAttributes(RustTokens tokens) {
    this.tokens = tokens;
  }

  /** Takes in the attribute whose {@code [} that is. */
  void add(int open) {
    int close = tokens.partner(open);
    int last = open + 1;
    while (last + 2 < close && tokens.is(last + 1, "::")) {
      last += 2;
    }
    if (!tokens.isWord(last)) {
      return;
    }
    String name = tokens.text(last);
    if (name.equals("cfg") && tokens.is(last + 1, '(')) {
      conditions.add(tokens.between(last + 1, tokens.partner(last + 1)));
    } else if (name.equals("path")) {
      path = stringBehind(last);
    } else if (name.equals("cfg_attr")) {
      for (int i = last + 1; i < close; i++) {
        if (tokens.is(i, "path")) {
          stringBehind(i).ifPresent(conditionalPaths::add);
        }
      }
    } else if (name.endsWith("test") || TESTS.contains(name)) {
      test = true;
    }
  }

  private Optional<String> stringBehind(int word) {
    boolean assigned = tokens.is(word + 1, '=') && tokens.kind(word + 2) == RustTokens.Kind.STRING;
    return assigned ? Optional.of(tokens.content(word + 2)) : Optional.empty();
  }

  /** The {@code cfg} predicates. */
  List<String> conditions() {
    return List.copyOf(conditions);
  }

  Optional<String> path() {
    return path;
  }

  List<String> conditionalPaths() {
    return List.copyOf(conditionalPaths);
  }

  /** Whether a test runner takes the function for a test or a benchmark. */
  boolean isTest() {
    return test;
  }

  /**
   * The keyword of the item that begins at {@code start}, behind {@code pub(crate)} and its like.
   */
  static int keyword(RustTokens tokens, int start) {
    int token = start;
    while (token < tokens.count()) {
      boolean modifier = tokens.isWord(token) && MODIFIERS.contains(tokens.text(token));
      boolean abi = tokens.kind(token) == RustTokens.Kind.STRING && tokens.is(token - 1, "extern");
      boolean scope = tokens.is(token, '(') && tokens.is(token - 1, "pub");
      if (!modifier && !abi && !scope) {
        break;
      }
      token = scope ? tokens.partner(token) + 1 : token + 1;
    }
    return token;
  }

  /** Behind the last token of the item that begins at {@code start}. */
  static int itemEnd(RustTokens tokens, int start) {
    int keyword = keyword(tokens, start);
    String word = tokens.isWord(keyword) ? tokens.text(keyword) : "";
    String first = tokens.isWord(start) ? tokens.text(start) : "";
    boolean constant = !ITEMS.contains(word) && (first.equals("const") || first.equals("static"));
    boolean item = ITEMS.contains(word) || constant || keyword > start;
    boolean toSemicolon = ENDING_WITH_SEMICOLON.contains(word) || constant;
    int token = keyword;
    for (int passed = 0; token < tokens.count() && passed < LONGEST_ITEM; passed++) {
      if (tokens.is(token, ';') || (!item && tokens.is(token, ','))) {
        return token + 1;
      }
      if (tokens.is(token, '}') || tokens.is(token, ')') || tokens.is(token, ']')) {
        return token;
      }
      boolean brace = tokens.is(token, '{');
      if (brace && !toSemicolon) {
        return tokens.partner(token) + 1;
      }
      boolean group = brace || tokens.is(token, '(') || tokens.is(token, '[');
      token = (group ? tokens.partner(token) : token) + 1;
    }
    return token;
  }
}
