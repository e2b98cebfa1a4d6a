package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Interruption;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Stay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects where functions may stay for long on the thread that calls them, and which of them see
 * to Ctrl-C, while a file is scanned.
 */
final class InterruptionScan {
  private final RustTokens tokens;
  private final RustScopes scopes;
  private final ReachScan reach;
  private final AttachmentScan attachments;
  private final LongWaits waits;
  private final LaterWork later;
  private final TurnCount counts;
  private final LoopScan loops;
  private final RangeScan ranges;
  private final Nesting nesting = new Nesting();
  private final Map<Integer, Conduct> functions = new LinkedHashMap<>();
  private int elsewhereEnd;
  private int stayEnd;

  /** What was seen of a function so far. */
  private final class Conduct {
    private final RustScopes.Function function;
    private final boolean future;
    private final boolean calledByPython;
    private final List<String> conditions = scopes.conditions();
    private final List<Stay> stays = new ArrayList<>();
    private final Map<String, Located<String>> calls = new LinkedHashMap<>();
    private final Set<String> counts = new LinkedHashSet<>();
    private Optional<Located<String>> heeds = Optional.empty();

    Conduct(RustScopes.Function function) {
      this.function = function;
      future = attachments.isLater(function.nameToken());
      calledByPython = attachments.isCalledByPython(function);
    }

    boolean matters() {
      return heeds.isPresent()
          || !stays.isEmpty()
          || (calledByPython && !calls.isEmpty())
          || LongWaits.isName(tokens.text(function.nameToken()));
    }

    Interruption toInterruption() {
      return new Interruption(
          reach.located(tokens.text(function.nameToken()), function.nameToken()),
          calledByPython,
          function.test(),
          (int)
              attachments.parameters(function).stream()
                  .filter(parameter -> !attachments.isSelf(parameter))
                  .count(),
          heeds,
          List.copyOf(stays),
          List.copyOf(calls.values()),
          List.copyOf(counts),
          conditions);
    }
  }

  InterruptionScan(
      RustTokens tokens, RustScopes scopes, ReachScan reach, AttachmentScan attachments) {
    this.tokens = tokens;
    this.scopes = scopes;
    this.reach = reach;
    this.attachments = attachments;
    waits = new LongWaits(tokens);
    later = new LaterWork(tokens, reach);
    LoopTurns turns = new LoopTurns(tokens, reach);
    counts = new TurnCount(tokens, attachments);
    ranges = new RangeScan(tokens, turns, counts);
    loops = new LoopScan(tokens, waits, later, turns, counts);
  }

  /** The functions that stay somewhere, see to Ctrl-C, or are called by Python and call others. */
  List<Interruption> found() {
    return functions.values().stream()
        .filter(Conduct::matters)
        .map(Conduct::toInterruption)
        .toList();
  }

  /** Takes in a word of a function's body. */
  void word(int i, RustScopes.Function function) {
    boolean closure = tokens.is(i + 1, '=') && tokens.is(i + 2, '|');
    if (!tokens.is(i + 1, '(') && !closure && !mattersUncalled(tokens.firstLetter(i))) {
      return;
    }
    Conduct conduct = conduct(function);
    if (conduct.heeds.isEmpty() && SignalWords.isOne(tokens, i)) {
      conduct.heeds = Optional.of(reach.located(tokens.text(i), i));
    }
    if (i < elsewhereEnd || conduct.future) {
      return;
    }
    elsewhereEnd = Math.max(elsewhereEnd, later.behind(i));
    if (i < elsewhereEnd) {
      return;
    }
    boolean ofSelf = tokens.is(i - 1, '.') && tokens.is(i - 2, "self") && tokens.is(i + 1, '(');
    if (ofSelf || RustSyntax.isCall(tokens, i)) {
      call(i, conduct);
    }
    if (i >= stayEnd) {
      stay(i, conduct);
    }
  }

  /** Whether a word that is not called may matter: a keyword, or one that tells of signals. */
  private static boolean mattersUncalled(char firstLetter) {
    return switch (firstLetter) {
      case 'c', 'P', 's', 'S', 'l', 'w', 'f', 'a', 'm' -> true;
      default -> false;
    };
  }

  private Conduct conduct(RustScopes.Function function) {
    Conduct known = functions.get(function.nameToken());
    if (known != null) {
      return known;
    }
    Conduct conduct = new Conduct(function);
    functions.put(function.nameToken(), conduct);
    return conduct;
  }

  private void call(int i, Conduct conduct) {
    String word = tokens.text(i);
    if (!conduct.calls.containsKey(word)) {
      conduct.calls.put(word, reach.located(word, i));
    }
    if (conduct.calledByPython) {
      handsOn(i, conduct);
    }
  }

  private void stay(int i, Conduct conduct) {
    RustScopes.Function function = conduct.function;
    Optional<LoopScan.Found> loop = loop(i, function, conduct.calledByPython);
    if (loop.isPresent()) {
      LoopScan.Found found = loop.get();
      Optional<String> handed = conduct.calledByPython ? Optional.empty() : found.counter();
      add(i, found.kind(), found.calls(), handed, conduct);
      stayEnd = found.end();
    } else if (waits.isForFuture(i)) {
      add(i, Stay.Kind.FUTURE, conduct);
      stayEnd = Math.min(tokens.partner(i + 1), tokens.count());
    } else if (waits.isUnlimited(i)) {
      add(i, waits.kind(i), conduct);
    } else if (waits.isForInput(i)) {
      add(i, Stay.Kind.INPUT, conduct);
    }
  }

  private Optional<LoopScan.Found> loop(
      int i, RustScopes.Function function, boolean calledByPython) {
    if (ranges.begins(i)) {
      return ranges.read(i, function, calledByPython);
    }
    boolean counted = tokens.is(i, "for");
    if (!counted && !tokens.is(i, "loop") && !tokens.is(i, "while")) {
      return Optional.empty();
    }
    if (!nesting.enter(i, loops.end(i))) {
      return Optional.empty();
    }
    return counted ? loops.counted(i, function) : loops.open(i, function);
  }

  /** Notes which arguments of a call are numbers that Python hands in, be it as another type. */
  private void handsOn(int call, Conduct conduct) {
    List<int[]> arguments = arguments(RustSyntax.behindTurbofish(tokens, call + 1));
    for (int each = 0; each < arguments.size(); each++) {
      int[] argument = arguments.get(each);
      if (counts.ofExpression(argument[0], argument[1], conduct.function).isPresent()) {
        conduct.counts.add(tokens.text(call) + " " + each);
      }
    }
  }

  private List<int[]> arguments(int open) {
    return MacroAttributes.pieces(tokens, open + 1, Math.min(tokens.partner(open), tokens.count()));
  }

  private void add(int i, Stay.Kind kind, Conduct conduct) {
    add(i, kind, List.of(), Optional.empty(), conduct);
  }

  private void add(
      int i, Stay.Kind kind, List<String> calls, Optional<String> counter, Conduct conduct) {
    int arguments = tokens.is(i + 1, '(') ? arguments(i + 1).size() : 0;
    conduct.stays.add(new Stay(kind, tokens.text(i), arguments, reach.excerpt(i), calls, counter));
  }
}
