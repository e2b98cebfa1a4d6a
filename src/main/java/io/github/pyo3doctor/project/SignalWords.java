package io.github.pyo3doctor.project;

/** The names by which a function sees to Ctrl-C itself. */
final class SignalWords {
  private static final WordSet WORDS =
      WordSet.of(
          "check_signals",
          "PyErr_CheckSignals",
          "PyErr_CheckSignalsEx",
          "ctrl_c",
          "ctrlc",
          "signal_hook",
          "SignalKind",
          "SIGINT",
          "SIG_DFL");

  private SignalWords() {}

  /** Whether a word is one of them, or imports Python's {@code signal} module. */
  static boolean isOne(RustTokens tokens, int i) {
    return WORDS.contains(tokens, i) || isModule(tokens, i);
  }

  private static boolean isModule(RustTokens tokens, int i) {
    return tokens.is(i, "import")
        && tokens.kind(i + 2) == RustTokens.Kind.STRING
        && tokens.content(i + 2).equals("signal");
  }
}
