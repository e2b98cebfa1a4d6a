package io.github.pyo3doctor.project;

import java.util.Set;

/**
 * How long the guard that a call of {@code lock()} returns is kept: a bound one to the end of its
 * block or to {@code drop}, a temporary one to the end of its statement.
 *
 * @see <a href="https://doc.rust-lang.org/reference/destructors.html">The Rust Reference,
 *     Destructors</a>
 */
final class GuardExtent {
  private static final Set<String> UNWRAPPING = Set.of("unwrap", "expect", "unwrap_or_else");

  /** Longer statements are not looked through. */
  private static final int LONGEST = 300;

  /** Further on no {@code drop} is looked for. */
  private static final int LONGEST_HELD = 5_000;

  private final RustTokens tokens;

  GuardExtent(RustTokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Behind the last token that runs while the lock is held.
   *
   * @param method the {@code lock} in {@code x.lock()}
   * @param blockEnd the end of the braces around it
   */
  int end(int method, int blockEnd) {
    int start = statementStart(method);
    int behind = behindUnwrapping(Math.min(tokens.partner(method + 1) + 1, tokens.count()));
    boolean plain = isPlainReceiver(method, start);
    boolean let = tokens.is(start, "let") && plain;
    if (let && tokens.is(behind, ';')) {
      int name = behindMut(start + 1);
      return tokens.is(name, '_') ? behind : untilDropped(name, behind, blockEnd);
    }
    if (let && tokens.is(start + 1, "Ok") && tokens.is(behind, "else")) {
      return untilDropped(behindMut(start + 3), behind, blockEnd);
    }
    boolean keepsTemporaries =
        tokens.is(start, "match")
            || tokens.is(start, "for")
            || ((tokens.is(start, "if") || tokens.is(start, "while"))
                && tokens.is(start + 1, "let"));
    for (int i = method; i < Math.min(blockEnd, method + LONGEST); i++) {
      if (tokens.is(i, ';')) {
        return i;
      }
      if (tokens.is(i, '{')) {
        boolean closure = tokens.is(i - 1, '|');
        if (!closure) {
          return keepsTemporaries ? tokens.partner(i) : i;
        }
      }
      if (tokens.is(i, '(') || tokens.is(i, '[') || tokens.is(i, '{')) {
        i = tokens.partner(i);
      } else if (tokens.is(i, ')') || tokens.is(i, '}')) {
        return i;
      }
    }
    return Math.min(blockEnd, method + LONGEST);
  }

  private int behindMut(int i) {
    return tokens.is(i, "mut") ? i + 1 : i;
  }

  private int statementStart(int method) {
    for (int i = method - 1; i > Math.max(0, method - LONGEST); i--) {
      if (tokens.is(i, ';') || tokens.is(i, '{') || tokens.is(i, '}')) {
        return i + 1;
      }
    }
    return method;
  }

  /** Whether {@code let x =} is followed by nothing but a path to the lock. */
  private boolean isPlainReceiver(int method, int start) {
    for (int i = method - 1; i > start; i--) {
      if (tokens.is(i, '=')) {
        return true;
      }
      if (!tokens.isWord(i) && !tokens.is(i, '.') && !tokens.is(i, "::")) {
        return false;
      }
    }
    return false;
  }

  private int behindUnwrapping(int behindCall) {
    int i = behindCall;
    while (true) {
      if (tokens.is(i, '?')) {
        i++;
      } else if (tokens.is(i, '.')
          && tokens.isWord(i + 1)
          && UNWRAPPING.contains(tokens.text(i + 1))
          && tokens.is(i + 2, '(')) {
        i = tokens.partner(i + 2) + 1;
      } else {
        return i;
      }
    }
  }

  private int untilDropped(int name, int from, int blockEnd) {
    if (!tokens.isWord(name)) {
      return blockEnd;
    }
    String guard = tokens.text(name);
    int limit = Math.min(Math.min(blockEnd, tokens.count()), from + LONGEST_HELD);
    for (int i = from; i < limit; i++) {
      if (tokens.is(i, "drop") && tokens.is(i + 1, '(') && tokens.is(i + 2, guard)) {
        return i;
      }
    }
    return blockEnd;
  }
}
