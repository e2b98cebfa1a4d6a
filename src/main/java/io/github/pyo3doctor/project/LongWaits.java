package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Stay;
import java.util.Map;
import java.util.Set;

/** Tells which calls wait for something that may never come. */
final class LongWaits {
  /** Waits without arguments that have no limit of time. */
  private static final Map<String, Stay.Kind> KINDS =
      Map.of(
          "recv", Stay.Kind.MESSAGE,
          "blocking_recv", Stay.Kind.MESSAGE,
          "join", Stay.Kind.THREAD,
          "park", Stay.Kind.THREAD,
          "wait", Stay.Kind.OTHER,
          "accept", Stay.Kind.CONNECTION);

  /** What makes each turn of a loop last, beside the waits above. */
  private static final Set<String> LASTING =
      Set.of(
          "sleep",
          "sleep_ms",
          "sleep_until",
          "recv_timeout",
          "recv_deadline",
          "park_timeout",
          "wait_timeout",
          "wait_timeout_while",
          "wait",
          "wait_for",
          "wait_until",
          "wait_while",
          "block_on");

  private final RustTokens tokens;

  LongWaits(RustTokens tokens) {
    this.tokens = tokens;
  }

  /** Whether a function of that name may be taken for a wait. */
  static boolean isName(String word) {
    return KINDS.containsKey(word);
  }

  /** What a wait without a limit waits for. */
  Stay.Kind kind(int wait) {
    return KINDS.get(tokens.text(wait));
  }

  /** Whether a wait without a limit begins there; a future's does not wait. */
  boolean isUnlimited(int i) {
    boolean called =
        tokens.isWord(i)
            && tokens.is(i + 1, '(')
            && tokens.is(i + 2, ')')
            && KINDS.containsKey(tokens.text(i));
    boolean future = tokens.is(i + 3, '.') && tokens.is(i + 4, "await");
    boolean parks = tokens.is(i, "park") && tokens.is(i - 1, "::");
    return called
        && !future
        && (parks || (!tokens.is(i, "park") && RustSyntax.isMember(tokens, i)));
  }

  /** Whether a turn of a loop lasts because of what is called there. */
  boolean lasts(int i) {
    return isUnlimited(i)
        || (tokens.isWord(i) && tokens.is(i + 1, '(') && LASTING.contains(tokens.text(i)));
  }

  /** {@code block_on}, and the names that projects give their own such functions. */
  boolean isForFuture(int i) {
    return tokens.is(i + 1, '(')
        && !tokens.is(i - 1, "fn")
        && tokens.startsWith(i, "block_")
        && (tokens.startsWith(i, "block_on") || tokens.text(i).endsWith("_on"));
  }

  /** {@code stdin().read_line(…)}, perhaps with a lock in between; it goes on after a signal. */
  boolean isForInput(int i) {
    if (!tokens.is(i, "read_line") || !tokens.is(i - 1, '.') || !tokens.is(i - 2, ')')) {
      return false;
    }
    int locked = tokens.is(i - 4, "lock") && tokens.is(i - 5, '.') ? i - 8 : i - 4;
    return tokens.is(locked, "stdin") && tokens.is(locked + 1, '(');
  }
}
