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
  private static final Set<String> HEEDING =
      Set.of(
          "check_signals",
          "PyErr_CheckSignals",
          "PyErr_CheckSignalsEx",
          "ctrl_c",
          "ctrlc",
          "signal_hook",
          "SignalKind",
          "SIGINT",
          "SIG_DFL");

  /** What runs its closure or future on another thread, or later. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "set_handler",
          "set_hook",
          "future_into_py",
          "future_into_py_with_locals",
          "local_future_into_py",
          "local_future_into_py_with_locals");

  private static final Set<String> OWNERS = Set.of("Box", "Arc", "Rc");

  /** Waits without arguments that have no limit of time. */
  private static final Map<String, Stay.Kind> WAITS =
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

  private static final Set<String> LEAVING =
      Set.of("break", "return", "panic", "unreachable", "exit", "abort");

  /**
   * Beginnings of the names of what leaves something behind in each turn, so that memory bounds it.
   */
  private static final List<String> GROWING =
      List.of("push", "append", "extend", "insert", "add", "write", "set");

  /** What works off an iterator and leaves one value. */
  private static final Set<String> ADDING_UP =
      Set.of("fold", "for_each", "sum", "product", "count", "max", "min", "last", "reduce");

  private static final Set<String> PARALLEL = Set.of("into_par_iter", "par_bridge");

  /** Numbers that are too small for a count that takes long are left out. */
  private static final Set<String> COUNTS =
      Set.of("u32", "u64", "u128", "usize", "i32", "i64", "i128", "isize");

  /** Longer loops and heads of loops are not looked through. */
  private static final int LONGEST = 5_000;

  private static final int LONGEST_HEAD = 100;

  private final RustTokens tokens;
  private final RustScopes scopes;
  private final ReachScan reach;
  private final AttachmentScan attachments;
  private final Map<Integer, Conduct> functions = new LinkedHashMap<>();
  private int elsewhereEnd;
  private int stayEnd;

  /** What was seen of a function so far. */
  private final class Conduct {
    private final RustScopes.Function function;
    private final boolean later;
    private final boolean calledByPython;
    private final List<String> conditions = scopes.conditions();
    private final List<Stay> stays = new ArrayList<>();
    private final Map<String, Located<String>> calls = new LinkedHashMap<>();
    private final Set<String> counts = new LinkedHashSet<>();
    private Optional<Located<String>> heeds = Optional.empty();

    Conduct(RustScopes.Function function) {
      this.function = function;
      later = attachments.isLater(function.nameToken());
      calledByPython = attachments.isCalledByPython(function);
    }

    boolean matters() {
      return heeds.isPresent()
          || !stays.isEmpty()
          || (calledByPython && !calls.isEmpty())
          || WAITS.containsKey(tokens.text(function.nameToken()));
    }

    Interruption toInterruption() {
      return new Interruption(
          reach.located(tokens.text(function.nameToken()), function.nameToken()),
          calledByPython,
          function.test(),
          (int)
              attachments.parameters(function).stream()
                  .filter(parameter -> !isSelf(parameter[0], parameter[1]))
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
    String word = tokens.text(i);
    Conduct conduct = conduct(function);
    if (conduct.heeds.isEmpty() && heeds(i, word)) {
      conduct.heeds = Optional.of(reach.located(word, i));
    }
    if (i < elsewhereEnd || conduct.later) {
      return;
    }
    elsewhereEnd = Math.max(elsewhereEnd, behindElsewhere(i));
    if (i < elsewhereEnd) {
      return;
    }
    boolean ofSelf = tokens.is(i - 1, '.') && tokens.is(i - 2, "self") && tokens.is(i + 1, '(');
    if (ofSelf || RustSyntax.isCall(tokens, i)) {
      conduct.calls.putIfAbsent(word, reach.located(word, i));
      if (conduct.calledByPython) {
        handsOn(i, conduct);
      }
    }
    if (i >= stayEnd) {
      stay(i, word, conduct);
    }
  }

  /** Whether a word that is not called may matter: one of those above, or a keyword. */
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

  private boolean heeds(int i, String word) {
    boolean module =
        word.equals("import")
            && tokens.kind(i + 2) == RustTokens.Kind.STRING
            && tokens.content(i + 2).equals("signal");
    return HEEDING.contains(word) || module;
  }

  private void stay(int i, String word, Conduct conduct) {
    switch (word) {
      case "loop", "while" -> loop(i, conduct);
      case "for" -> counted(i, conduct);
      default -> {
        if (isWaitForFuture(i, word)) {
          add(i, Stay.Kind.FUTURE, conduct);
          stayEnd = Math.min(tokens.partner(i + 1), tokens.count());
        } else if (isWait(i)) {
          add(i, WAITS.get(word), conduct);
        } else if (PARALLEL.contains(word)
            && tokens.is(i - 1, '.')
            && tokens.is(i - 2, ')')
            && isCount(i - 3, conduct.function)) {
          add(i, Stay.Kind.COUNTED_PARALLEL, conduct);
        } else if (isInput(i)) {
          add(i, Stay.Kind.INPUT, conduct);
        } else if (behindSum(i, conduct.function) > i) {
          stayEnd = behindSum(i, conduct.function);
          add(i, Stay.Kind.COUNTED_LOOP, conduct);
        }
      }
    }
  }

  /** {@code block_on}, and the names that projects give their own such functions. */
  private boolean isWaitForFuture(int i, String word) {
    boolean named =
        word.startsWith("block_on") || (word.startsWith("block_") && word.endsWith("_on"));
    return named && tokens.is(i + 1, '(') && !tokens.is(i - 1, "fn");
  }

  /** Whether a wait without a limit begins there; a future's does not wait. */
  private boolean isWait(int i) {
    Stay.Kind kind = tokens.isWord(i) ? WAITS.get(tokens.text(i)) : null;
    boolean called = kind != null && tokens.is(i + 1, '(') && tokens.is(i + 2, ')');
    boolean future = tokens.is(i + 3, '.') && tokens.is(i + 4, "await");
    boolean parks = tokens.is(i, "park") && tokens.is(i - 1, "::");
    return called
        && !future
        && (parks || (!tokens.is(i, "park") && RustSyntax.isMember(tokens, i)));
  }

  /** {@code stdin().read_line(…)}, perhaps with a lock in between; it goes on after a signal. */
  private boolean isInput(int i) {
    if (!tokens.is(i, "read_line") || !tokens.is(i - 1, '.') || !tokens.is(i - 2, ')')) {
      return false;
    }
    int locked = tokens.is(i - 4, "lock") && tokens.is(i - 5, '.') ? i - 8 : i - 4;
    return tokens.is(locked, "stdin") && tokens.is(locked + 1, '(');
  }

  /** Notes which arguments of a call are numbers that Python hands in, be it as another type. */
  private void handsOn(int call, Conduct conduct) {
    List<int[]> arguments =
        MacroAttributes.pieces(
            tokens, call + 2, Math.min(tokens.partner(call + 1), tokens.count()));
    for (int each = 0; each < arguments.size(); each++) {
      int start = arguments.get(each)[0];
      int length = arguments.get(each)[1] - start;
      boolean plain = length == 1 || (length == 3 && tokens.is(start + 1, "as"));
      if (plain && number(start, conduct.function).isPresent()) {
        conduct.counts.add(tokens.text(call) + " " + each);
      }
    }
  }

  private void add(int i, Stay.Kind kind, Conduct conduct) {
    add(i, kind, List.of(), Optional.empty(), conduct);
  }

  private void add(
      int i, Stay.Kind kind, List<String> calls, Optional<String> counter, Conduct conduct) {
    int arguments =
        tokens.is(i + 1, '(')
            ? MacroAttributes.pieces(tokens, i + 2, Math.min(tokens.partner(i + 1), tokens.count()))
                .size()
            : 0;
    Optional<String> handed = counter.filter(_ -> !conduct.calledByPython);
    conduct.stays.add(new Stay(kind, tokens.text(i), arguments, reach.excerpt(i), calls, handed));
  }

  private void loop(int keyword, Conduct conduct) {
    int open = body(keyword + 1);
    if (open < 0) {
      return;
    }
    int close = Math.min(tokens.partner(open), tokens.count());
    boolean endless =
        tokens.is(keyword, "loop")
            || (tokens.is(keyword + 1, "true") && tokens.is(keyword + 2, '{'));
    boolean lasts = false;
    boolean lastsEachTurn = false;
    boolean leavesNothing = true;
    boolean broken = false;
    boolean forever = endless;
    Set<String> calls = new LinkedHashSet<>();
    Set<String> callsInLoops = new LinkedHashSet<>();
    int innerStart = 0;
    int innerEnd = 0;
    for (int i = keyword + 1; i < Math.min(close, keyword + LONGEST); i++) {
      if (tokens.is(i, "for") && i >= innerEnd && body(i + 1) > 0) {
        innerStart = body(i + 1);
        innerEnd = Math.min(tokens.partner(innerStart), close);
      }
      boolean inner = i > innerStart && i < innerEnd;
      int behind = behindElsewhere(i);
      if (behind > i) {
        i = behind - 1;
        continue;
      }
      if (runsPython(i) || tokens.is(i, "await")) {
        return;
      }
      endless &= !leaves(i);
      boolean waits = isWait(i) || lasts(i);
      lasts |= waits;
      lastsEachTurn |= waits && !inner;
      boolean byCount = forever && breaksByCount(i, conduct.function);
      broken |= byCount;
      leavesNothing &= (byCount || !leaves(i)) && !grows(i);
      if (tokens.isWord(i) && tokens.is(i + 1, '(')) {
        (inner ? callsInLoops : calls).add(tokens.text(i));
      }
    }
    if (!lastsEachTurn) {
      calls.addAll(callsInLoops); // else an idle turn goes without them
    }
    boolean counted =
        leavesNothing
            && (broken
                || (tokens.is(keyword, "while") && isCountedBy(keyword, open, conduct.function)));
    if (lasts || endless || counted) {
      Stay.Kind kind = lasts || endless ? Stay.Kind.LOOP : Stay.Kind.COUNTED_LOOP;
      add(keyword, kind, List.copyOf(calls), Optional.empty(), conduct);
      stayEnd = close;
    }
  }

  /** Whether {@code while done < count} compares with a number that Python hands in. */
  private boolean isCountedBy(int keyword, int open, RustScopes.Function function) {
    boolean compares = tokens.isWord(keyword + 1) && tokens.is(keyword + 2, '<');
    int number = tokens.is(keyword + 3, '=') ? keyword + 4 : keyword + 3;
    return compares && number + 1 == open && isNumber(number, function);
  }

  private void counted(int keyword, Conduct conduct) {
    int open = body(keyword + 1);
    if (open < 0) {
      return;
    }
    int close = Math.min(tokens.partner(open), tokens.count());
    boolean connections =
        tokens.is(open - 1, ')') && tokens.is(open - 2, '(') && tokens.is(open - 3, "incoming");
    int number = connections ? -1 : count(open - 1);
    Optional<String> counter = number(number, conduct.function);
    if (!connections && counter.isEmpty()) {
      return;
    }
    Set<String> calls = new LinkedHashSet<>();
    for (int i = open; i < Math.min(close, open + LONGEST); i++) {
      boolean bounded = leaves(i) || grows(i) || indexes(i, keyword + 1);
      if (runsPython(i) || (!connections && bounded)) {
        return;
      }
      if (tokens.isWord(i) && tokens.is(i + 1, '(')) {
        calls.add(tokens.text(i));
      }
    }
    Stay.Kind kind = connections ? Stay.Kind.CONNECTION : Stay.Kind.COUNTED_LOOP;
    add(keyword, kind, List.copyOf(calls), counter, conduct);
    stayEnd = close;
  }

  private boolean isCount(int last, RustScopes.Function function) {
    return isNumber(count(last), function);
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

  /** Behind the methods that add up a range which Python counts; the token itself if none do. */
  private int behindSum(int method, RustScopes.Function function) {
    boolean ofRange =
        tokens.is(method - 1, '.')
            && tokens.is(method - 2, ')')
            && tokens.is(method + 1, '(')
            && isCount(method - 2, function);
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
        if (runsPython(inside) || grows(inside)) {
          return method;
        }
      }
      if (ADDING_UP.contains(tokens.text(i))) {
        return close;
      }
      i = tokens.is(close + 1, '.') ? close + 2 : tokens.count();
    }
    return method;
  }

  /** Whether that is all that a comparison with a number of Python's leads to. */
  private boolean breaksByCount(int i, RustScopes.Function function) {
    return tokens.is(i, "break")
        && tokens.is(i - 1, '{')
        && (tokens.is(i - 3, '=') || tokens.is(i - 3, '>') || tokens.is(i - 3, '<'))
        && isNumber(i - 2, function);
  }

  private boolean isNumber(int token, RustScopes.Function function) {
    return attachments.isCalledByPython(function) && number(token, function).isPresent();
  }

  /** Which of a function's parameters, {@code self} left out, a token is, if it is a number. */
  private Optional<String> number(int token, RustScopes.Function function) {
    if (token < 0 || !tokens.isWord(token)) {
      return Optional.empty();
    }
    String name = tokens.text(token);
    int place = 0;
    for (int[] parameter : attachments.parameters(function)) {
      int type = parameter[1] - 1;
      boolean counts =
          tokens.is(type - 1, ':')
              && tokens.is(type - 2, name)
              && tokens.isWord(type)
              && COUNTS.contains(tokens.text(type));
      if (counts) {
        return Optional.of(Integer.toString(place));
      }
      place += isSelf(parameter[0], parameter[1]) ? 0 : 1;
    }
    return Optional.empty();
  }

  private boolean isSelf(int start, int end) {
    for (int i = start; i < Math.min(end, start + 4); i++) {
      if (tokens.is(i, "self")) {
        return true;
      }
    }
    return false;
  }

  /** The brace of a loop's body; -1 when there is none. */
  private int body(int start) {
    for (int i = start; i < Math.min(tokens.count(), start + LONGEST_HEAD); i++) {
      if (tokens.is(i, '{')) {
        return i;
      }
      if (tokens.is(i, '(') || tokens.is(i, '[')) {
        i = tokens.partner(i);
      } else if (tokens.is(i, ';') || tokens.is(i, '}')) {
        return -1;
      }
    }
    return -1;
  }

  private boolean grows(int i) {
    if (!tokens.isWord(i)) {
      return false;
    }
    boolean called = tokens.is(i + 1, '(');
    return called
        ? GROWING.stream().anyMatch(tokens.text(i)::startsWith)
        : tokens.is(i, "mut") && tokens.is(i - 1, '&');
  }

  /** Whether an element is asked for by the number of the turn, so that the input bounds that. */
  private boolean indexes(int open, int variable) {
    if (!tokens.is(open, '[') || !tokens.isWord(variable)) {
      return false;
    }
    int close = Math.min(tokens.partner(open), tokens.count());
    String name = tokens.text(variable);
    for (int i = open + 1; i < close; i++) {
      if (tokens.is(i, name)) {
        return true;
      }
    }
    return false;
  }

  private boolean leaves(int i) {
    return tokens.is(i, '?') || (tokens.isWord(i) && LEAVING.contains(tokens.text(i)));
  }

  private boolean lasts(int i) {
    return tokens.isWord(i) && tokens.is(i + 1, '(') && LASTING.contains(tokens.text(i));
  }

  private boolean runsPython(int i) {
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

  /** Behind what another thread does from there on, or this one later. */
  private int behindElsewhere(int i) {
    if (!tokens.isWord(i)) {
      return i;
    }
    int brace = reach.futureBody(i);
    if (brace >= 0) {
      return Math.min(tokens.partner(brace), tokens.count());
    }
    String word = tokens.text(i);
    if (tokens.is(i + 1, '(')) {
      boolean kept =
          word.equals("new")
              && tokens.is(i - 1, "::")
              && tokens.isWord(i - 2)
              && OWNERS.contains(tokens.text(i - 2))
              && (tokens.is(i + 2, '|') || tokens.is(i + 2, "move"));
      if (kept || word.startsWith("spawn") || ELSEWHERE.contains(word)) {
        return Math.min(tokens.partner(i + 1), tokens.count());
      }
    }
    if (tokens.is(i + 1, '=') && tokens.is(i + 2, '|')) {
      return reach.behindKeptClosure(i + 2);
    }
    return word.equals("move") && tokens.is(i + 1, '|') ? reach.behindKeptClosure(i + 1) : i;
  }
}
