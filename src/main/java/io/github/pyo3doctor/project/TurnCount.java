package io.github.pyo3doctor.project;

import java.util.Optional;

/**
 * Tells how often a loop turns where a number says it that a function is handed: {@code 0..count},
 * be it taken backwards, by steps, or worked off by the methods of iterators.
 */
final class TurnCount {
  /** Numbers that are too small for a count that takes long are left out. */
  private static final WordSet TYPES =
      WordSet.of("u32", "u64", "u128", "usize", "i32", "i64", "i128", "isize");

  /** What works off an iterator and leaves one value. */
  private static final WordSet ADDING_UP =
      WordSet.of("fold", "for_each", "sum", "product", "count", "max", "min", "last", "reduce");

  private static final WordSet PARALLEL = WordSet.of("into_par_iter", "par_bridge");

  /** Longer heads of loops are not looked through. */
  private static final int LONGEST_HEAD = 100;

  private final RustTokens tokens;
  private final AttachmentScan attachments;
  private final LoopTurns turns;

  TurnCount(RustTokens tokens, AttachmentScan attachments, LoopTurns turns) {
    this.tokens = tokens;
    this.attachments = attachments;
    this.turns = turns;
  }

  /**
   * Which of a function's parameters counts the turns of what goes through the range that ends with
   * that token.
   */
  Optional<String> ofRange(int last, RustScopes.Function function) {
    return number(count(last), function);
  }

  /** Whether a comparison with a number of Python's leads to that {@code break}, and only to it. */
  boolean breaks(int i, RustScopes.Function function) {
    return tokens.is(i, "break")
        && tokens.is(i - 1, '{')
        && (tokens.is(i - 3, '=') || tokens.is(i - 3, '>') || tokens.is(i - 3, '<'))
        && isOfPython(i - 2, function);
  }

  /** Whether {@code while done < count} compares with a number that Python hands in. */
  boolean isInHead(int keyword, int open, RustScopes.Function function) {
    boolean compares =
        tokens.is(keyword, "while") && tokens.isWord(keyword + 1) && tokens.is(keyword + 2, '<');
    int number = tokens.is(keyword + 3, '=') ? keyword + 4 : keyword + 3;
    return compares && number + 1 == open && isOfPython(number, function);
  }

  /** Whether that shares out a range which Python counts among threads. */
  boolean isSharedOut(int method, RustScopes.Function function) {
    return PARALLEL.contains(tokens, method)
        && tokens.is(method - 1, '.')
        && tokens.is(method - 2, ')')
        && isOfPython(count(method - 2), function);
  }

  /** Behind the methods that add up a range which Python counts; the token itself if none do. */
  int behindSum(int method, RustScopes.Function function) {
    boolean ofRange =
        tokens.is(method - 1, '.')
            && tokens.is(method - 2, ')')
            && tokens.is(method + 1, '(')
            && isOfPython(count(method - 2), function);
    int i = ofRange ? method : tokens.count();
    while (tokens.isWord(i)) {
      int open = i + 1;
      while (open < i + LONGEST_HEAD && !tokens.is(open, '(') && !tokens.is(open, ';')) {
        open++;
      }
      if (!tokens.is(open, '(')) {
        return method;
      }
      int close = Math.min(tokens.partner(open), tokens.count());
      for (int inside = open; inside < close; inside++) {
        if (turns.runsPython(inside) || turns.grows(inside)) {
          return method;
        }
      }
      if (ADDING_UP.contains(tokens, i)) {
        return close;
      }
      i = tokens.is(close + 1, '.') ? close + 2 : tokens.count();
    }
    return method;
  }

  /** Which of a function's parameters, {@code self} left out, a token is, if it is a number. */
  Optional<String> number(int token, RustScopes.Function function) {
    if (token < 0 || !tokens.isWord(token)) {
      return Optional.empty();
    }
    String name = tokens.text(token);
    int place = 0;
    for (int[] parameter : attachments.parameters(function)) {
      int type = parameter[1] - 1;
      if (tokens.is(type - 1, ':') && tokens.is(type - 2, name) && TYPES.contains(tokens, type)) {
        return Optional.of(Integer.toString(place));
      }
      place += attachments.isSelf(parameter) ? 0 : 1;
    }
    return Optional.empty();
  }

  private boolean isOfPython(int token, RustScopes.Function function) {
    return token >= 0
        && attachments.isCalledByPython(function)
        && number(token, function).isPresent();
  }

  /**
   * The number with which the range ends that ends with that token, be it taken backwards or by
   * steps; -1 when there is none.
   */
  private int count(int last) {
    if (tokens.is(last, ')')) {
      int open = opening(last);
      boolean adapts =
          tokens.is(open - 2, '.')
              && (tokens.is(open - 1, "rev") || tokens.is(open - 1, "step_by"));
      boolean alone = !tokens.isWord(open - 1) || tokens.is(open - 1, "in");
      return adapts ? count(open - 3) : alone ? count(last - 1) : -1;
    }
    int dot = tokens.is(last - 1, '=') ? last - 2 : last - 1;
    return tokens.is(dot, '.') && tokens.is(dot - 1, '.') ? last : -1;
  }

  private int opening(int close) {
    int depth = 0;
    for (int i = close; i > Math.max(1, close - LONGEST_HEAD); i--) {
      depth += tokens.is(i, ')') ? 1 : tokens.is(i, '(') ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return 1;
  }
}
