package io.github.pyo3doctor.project;

import java.util.List;

/** Tells by single words what a turn of a loop does that bounds the loop, or lets Python run. */
final class LoopTurns {
  private static final WordSet LEAVING =
      WordSet.of("break", "return", "panic", "unreachable", "exit", "abort");

  /**
   * Beginnings of the names of what leaves something behind in each turn, or takes it away, so that
   * memory bounds it.
   */
  private static final String[] GROWING = {
    "push", "append", "extend", "insert", "add", "write", "set", "pop"
  };

  /** Longer declarations are not looked through. */
  private static final int LONGEST_LET = 200;

  /** Nor are longer brackets. */
  private static final int LONGEST_INDEX = 100;

  private final RustTokens tokens;
  private final ReachScan reach;

  LoopTurns(RustTokens tokens, ReachScan reach) {
    this.tokens = tokens;
    this.reach = reach;
  }

  /** Whether the loop may end there. */
  boolean leaves(int i) {
    return tokens.is(i, '?') || LEAVING.contains(tokens, i);
  }

  /** Whether something is left behind there that takes memory, or such a thing is taken away. */
  boolean grows(int i) {
    if (!tokens.isWord(i)) {
      return false;
    }
    if (!tokens.is(i + 1, '(')) {
      return tokens.is(i, "mut") && tokens.is(i - 1, '&');
    }
    for (String beginning : GROWING) {
      if (tokens.startsWith(i, beginning)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The name that a {@code let} gives there to what is computed from one of these numbers; -1 when
   * none is.
   *
   * @param numbers tokens that name them
   */
  int derived(int let, List<Integer> numbers) {
    if (!tokens.is(let, "let")) {
      return -1;
    }
    int name = tokens.is(let + 1, "mut") ? let + 2 : let + 1;
    int end = Math.min(tokens.count(), let + LONGEST_LET);
    for (int i = name + 1; i < end && !tokens.is(i, ';') && !tokens.is(i, '{'); i++) {
      if (tokens.isWord(i) && isOneOf(i, numbers)) {
        return tokens.isWord(name) ? name : -1;
      }
    }
    return -1;
  }

  private boolean isOneOf(int word, List<Integer> numbers) {
    for (int number : numbers) {
      if (tokens.is(word, tokens.text(number))) {
        return true;
      }
    }
    return false;
  }

  /** Whether an element is asked for by one of these numbers. */
  boolean indexes(int open, List<Integer> numbers) {
    for (int number : numbers) {
      if (indexes(open, number)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an element is asked for by the number of the turn, so that the input bounds that. */
  boolean indexes(int open, int variable) {
    if (!tokens.is(open, '[') || !tokens.isWord(variable)) {
      return false;
    }
    int close = Math.min(tokens.partner(open), Math.min(tokens.count(), open + LONGEST_INDEX));
    String name = tokens.text(variable);
    for (int i = open + 1; i < close; i++) {
      if (tokens.is(i, name)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a variable gets another value there than the next number, up or down.
   *
   * @param variable a token that names it
   */
  boolean changesOtherwise(int i, int variable, boolean down) {
    return changes(i, variable) && !steps(i, variable, down);
  }

  /** Whether a variable gets the next number there. */
  boolean steps(int i, int variable, boolean down) {
    return isSame(i, variable)
        && tokens.is(i + 1, down ? '-' : '+')
        && tokens.is(i + 2, '=')
        && tokens.isNumber(i + 3)
        && (tokens.is(i + 4, ';') || tokens.is(i + 4, '}'));
  }

  /** Whether a variable gets another value there, or may. */
  boolean changes(int i, int variable) {
    boolean assigned = tokens.is(i + 1, '=') && !tokens.is(i + 2, '=');
    boolean operated =
        tokens.is(i + 2, '=') && !tokens.is(i + 3, '=') && isOperator(tokens.firstLetter(i + 1));
    boolean shifted =
        tokens.is(i + 3, '=')
            && ((tokens.is(i + 1, '<') && tokens.is(i + 2, '<'))
                || (tokens.is(i + 1, '>') && tokens.is(i + 2, '>')));
    boolean lent = tokens.is(i - 1, "mut") && tokens.is(i - 2, '&');
    return isSame(i, variable) && (assigned || operated || shifted || lent);
  }

  private static boolean isOperator(char mark) {
    return switch (mark) {
      case '+', '-', '*', '/', '%', '&', '|', '^' -> true;
      default -> false;
    };
  }

  private boolean isSame(int i, int variable) {
    return tokens.isWord(i) && tokens.is(i, tokens.text(variable));
  }

  /** Whether code of Python's runs there, which asks for signals itself. */
  boolean runsPython(int i) {
    if (!tokens.isWord(i) || !tokens.is(i + 1, '(')) {
      return false;
    }
    boolean run =
        tokens.is(i - 1, '.')
            && (tokens.is(i, "call")
                || tokens.is(i, "import")
                || (tokens.is(i - 2, "py") && (tokens.is(i, "run") || tokens.is(i, "eval"))));
    return run || reach.attaches(i) || reach.runsPython(i);
  }
}
