package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.WaitingCode;
import java.util.Optional;

/** Collects what a source file does that may make threads wait, while the file is scanned. */
final class WaitingScan {
  private final RustTokens tokens;
  private final RustScopes scopes;
  private final SharedItems items;
  private final AttachmentScan attachments;
  private final ImplementedType owner;
  private final VisitScan visits;
  private final PythonFunctionScan functions;
  private final InterruptionScan interruptions;
  private final HoldScan holds;

  /**
   * @param path what locations name
   * @param scopes what the token being read stands in
   */
  WaitingScan(String path, RustTokens tokens, RustScopes scopes) {
    this.tokens = tokens;
    this.scopes = scopes;
    ReachScan reach = new ReachScan(path, tokens);
    GuardExtent guards = new GuardExtent(tokens);
    items = new SharedItems(tokens, scopes, reach);
    attachments = new AttachmentScan(tokens, reach);
    owner = new ImplementedType(tokens);
    Receivers receivers = new Receivers(tokens, attachments);
    VisitList list = new VisitList(tokens, scopes, reach, attachments, owner, receivers);
    visits = new VisitScan(tokens, scopes, reach, attachments, guards, list);
    functions = new PythonFunctionScan(reach, attachments);
    interruptions = new InterruptionScan(tokens, scopes, reach, attachments);
    holds = new HoldScan(tokens, scopes, reach, attachments, guards, receivers);
  }

  /**
   * Whether a file is to be looked at at all: one without any of these words has neither a cell
   * that matters nor code that meets Python, sees to Ctrl-C, or waits for those that do.
   */
  static boolean isWorthwhile(RustTokens tokens) {
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.isWord(i)) {
        boolean worthwhile =
            switch (tokens.firstLetter(i)) {
              case 'O' -> tokens.startsWith(i, "OnceLock");
              case 'L' -> tokens.startsWith(i, "LazyLock");
              case 'l' -> tokens.startsWith(i, "lazy_static");
              case 'o' -> tokens.startsWith(i, "once_cell");
              case 'P' -> tokens.startsWith(i, "Python");
              case 'p' -> tokens.startsWith(i, "pyo3");
              case 'c' -> tokens.startsWith(i, "ctrl_c") || tokens.startsWith(i, "ctrlc");
              case 's' -> tokens.startsWith(i, "signal_hook");
              case 'b' -> tokens.startsWith(i, "block_on");
              case 'C' -> tokens.startsWith(i, "Condvar");
              default -> false;
            };
        if (worthwhile) {
          return true;
        }
      }
    }
    return false;
  }

  /** What was found; nothing in a file without any of it. */
  Optional<WaitingCode> found() {
    WaitingCode code =
        new WaitingCode(
            items.found(), visits.found(), functions.found(), interruptions.found(), holds.found());
    return holdsAnything(code) ? Optional.of(code) : Optional.empty();
  }

  // A record's own equals() is made when first asked, which a short run would notice.
  private static boolean holdsAnything(WaitingCode code) {
    return !code.items().isEmpty()
        || !code.visits().isEmpty()
        || !code.functions().isEmpty()
        || !code.interruptions().isEmpty()
        || !code.holds().isEmpty();
  }

  /** Takes in an item with attributes, from the first attribute and from behind the last. */
  void item(int first, int start) {
    attachments.item(first, start);
  }

  /** Takes in a {@code use} from the token behind that word to its last. */
  void use(int start, int end) {
    items.use(start, end);
  }

  /** Takes in any other word that stands in no attribute. */
  void word(int i) {
    items.word(i);
    attachments.word(i);
    RustScopes.Function function = scopes.function();
    if (function == null && tokens.is(i, "impl")) {
      owner.enter(i);
    }
    if (function == null || i <= function.signatureEnd()) {
      return;
    }
    functions.word(i, function);
    interruptions.word(i, function);
    holds.word(i, function, owner.around(i, ""));
    visits.word(i, function);
  }
}
