package io.github.pyo3doctor.project;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tells which of a function's parameters, {@code self} left out, is the number of the turns. */
final class TurnCount {
  /** Numbers that are too small for a count that takes long are left out. */
  private static final WordSet TYPES =
      WordSet.of("u32", "u64", "u128", "usize", "i32", "i64", "i128", "isize");

  /** So many turns never come to their end. */
  private static final WordSet ENDLESS_TYPES =
      WordSet.of("u64", "u128", "usize", "i64", "i128", "isize");

  /** Longer heads of loops are not looked through. */
  private static final int LONGEST_HEAD = 100;

  private final RustTokens tokens;
  private final AttachmentScan attachments;
  private final Map<Integer, Map<String, String>> numbers = new HashMap<>();

  TurnCount(RustTokens tokens, AttachmentScan attachments) {
    this.tokens = tokens;
    this.attachments = attachments;
  }

  /**
   * A variable that is counted up to a number, or a parameter that is counted down to none.
   *
   * @param variable a token that names it
   * @param number the token of the parameter
   */
  record Bound(int variable, int number) {
    boolean countsDown() {
      return variable == number;
    }
  }

  /**
   * The last token of the range that ends there, be it taken backwards, by steps, or in
   * parentheses; -1 when something else is done with it.
   */
  int range(int last) {
    int i = last;
    while (tokens.is(i, ')')) {
      int open = last - i < LONGEST_HEAD ? opening(i) : -1;
      if (open < 0) {
        return -1;
      }
      boolean adapts =
          tokens.is(open - 2, '.')
              && (tokens.is(open - 1, "rev") || tokens.is(open - 1, "step_by"));
      boolean alone =
          !tokens.isWord(open - 1) || tokens.is(open - 1, "in") || tokens.is(open - 1, "return");
      if (!adapts && !alone) {
        return -1;
      }
      i = adapts ? open - 3 : i - 1;
    }
    return i;
  }

  /** Which parameter ends a range. */
  Optional<String> ofRange(int last, RustScopes.Function function) {
    int number = named(last);
    return number >= 0 && isBehindDots(number) ? parameter(number, function) : Optional.empty();
  }

  /** Whether a range has no end that is ever come to. */
  boolean isEndless(int last) {
    boolean most =
        tokens.is(last, "MAX")
            && tokens.is(last - 1, "::")
            && ENDLESS_TYPES.contains(tokens, last - 2);
    return most ? isBehindDots(last - 2) : isDots(last);
  }

  /** What {@code while done < count}, {@code <= count}, {@code left > 0} compares with. */
  Optional<Bound> inHead(int keyword, int open, RustScopes.Function function) {
    int variable = keyword + 1;
    if (!tokens.is(keyword, "while") || !tokens.isWord(variable)) {
      return Optional.empty();
    }
    boolean toNothing = tokens.is(open - 1, "0") && open == keyword + 4;
    if (tokens.is(variable + 1, '>') && toNothing) {
      return bound(variable, variable, function);
    }
    int number = tokens.is(variable + 2, '=') ? variable + 3 : variable + 2;
    boolean compares = tokens.is(variable + 1, '<') && named(open - 1) == number;
    return compares ? bound(variable, number, function) : Optional.empty();
  }

  /** What the {@code if done >= count} compares with that leads to a {@code break}. */
  Optional<Bound> before(int leaving, RustScopes.Function function) {
    if (!tokens.is(leaving, "break") || !tokens.is(leaving - 1, '{')) {
      return Optional.empty();
    }
    int number = named(leaving - 2);
    int mark = number - 1;
    while (tokens.is(mark, '=') || tokens.is(mark, '>')) {
      mark--;
    }
    boolean compares = mark < number - 1 && tokens.isWord(mark) && tokens.is(mark - 1, "if");
    return compares ? bound(mark, number, function) : Optional.empty();
  }

  private Optional<Bound> bound(int variable, int number, RustScopes.Function function) {
    return parameter(number, function).isPresent()
        ? Optional.of(new Bound(variable, number))
        : Optional.empty();
  }

  /** Which parameter a stretch of code stands for, be it as another type, or one more or less. */
  Optional<String> ofExpression(int start, int end, RustScopes.Function function) {
    return start < end && named(end - 1) == start ? parameter(start, function) : Optional.empty();
  }

  /** Which parameter a token names, if that is a number. */
  Optional<String> parameter(int token, RustScopes.Function function) {
    if (!tokens.isWord(token)) {
      return Optional.empty();
    }
    Map<String, String> known = numbers.get(function.nameToken());
    if (known == null) {
      known = numbers(function);
      numbers.put(function.nameToken(), known);
    }
    return Optional.ofNullable(known.get(tokens.text(token)));
  }

  /** The places of the parameters that are numbers, by their names. */
  private Map<String, String> numbers(RustScopes.Function function) {
    Map<String, String> found = new HashMap<>();
    int place = 0;
    for (int[] parameter : attachments.parameters(function)) {
      int type = parameter[1] - 1;
      if (tokens.is(type - 1, ':') && tokens.isWord(type - 2) && TYPES.contains(tokens, type)) {
        found.putIfAbsent(tokens.text(type - 2), Integer.toString(place));
      }
      place += attachments.isSelf(parameter) ? 0 : 1;
    }
    return found;
  }

  private boolean isBehindDots(int end) {
    return isDots(tokens.is(end - 1, '=') ? end - 2 : end - 1);
  }

  private boolean isDots(int last) {
    return tokens.is(last, '.') && tokens.is(last - 1, '.');
  }

  /** The word before {@code as usize}, {@code + 1}; -1 when the code is not as simple. */
  private int named(int last) {
    int i = last;
    if (tokens.isNumber(i) && (tokens.is(i - 1, '+') || tokens.is(i - 1, '-'))) {
      i -= 2;
    }
    if (tokens.isWord(i) && tokens.is(i - 1, "as")) {
      i -= 2;
    }
    return tokens.isWord(i) ? i : -1;
  }

  /** The parenthesis that another closes; -1 when it is too far off to be looked for. */
  private int opening(int close) {
    int depth = 0;
    for (int i = close; i > Math.max(1, close - LONGEST_HEAD); i--) {
      depth += tokens.is(i, ')') ? 1 : tokens.is(i, '(') ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
