package io.github.pyo3doctor.project;

/** Tells what another thread does, or this one later, so that its function does not stay there. */
final class LaterWork {
  /** What runs its closure or future on another thread, or later. */
  private static final WordSet TAKING = WordSet.of("set_handler", "set_hook");

  private static final WordSet OWNERS = WordSet.of("Box", "Arc", "Rc");

  private final RustTokens tokens;
  private final ReachScan reach;

  LaterWork(RustTokens tokens, ReachScan reach) {
    this.tokens = tokens;
    this.reach = reach;
  }

  /** Behind what is done elsewhere from there on; the token itself if nothing is. */
  int behind(int i) {
    if (!tokens.isWord(i)) {
      return i;
    }
    int brace = reach.futureBody(i);
    if (brace >= 0) {
      return Math.min(tokens.partner(brace), tokens.count());
    }
    if (tokens.is(i + 1, '(') && isHandedOver(i)) {
      return Math.min(tokens.partner(i + 1), tokens.count());
    }
    if (tokens.is(i + 1, '=') && tokens.is(i + 2, '|')) {
      return reach.behindKeptClosure(i + 2);
    }
    return tokens.is(i, "move") && tokens.is(i + 1, '|') ? reach.behindKeptClosure(i + 1) : i;
  }

  private boolean isHandedOver(int called) {
    boolean kept =
        tokens.is(called, "new")
            && tokens.is(called - 1, "::")
            && OWNERS.contains(tokens, called - 2)
            && (tokens.is(called + 2, '|') || tokens.is(called + 2, "move"));
    return kept
        || tokens.startsWith(called, "spawn")
        || TAKING.contains(tokens, called)
        || reach.makesFuture(called);
  }
}
