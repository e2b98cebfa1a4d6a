package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Attachment;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.PythonFunction;
import io.github.pyo3doctor.snapshot.Reach;
import io.github.pyo3doctor.snapshot.Visit;
import io.github.pyo3doctor.snapshot.WaitingCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects what a source file does that may make threads wait, while the file is scanned. */
final class WaitingScan {
  private final RustTokens tokens;
  private final RustScopes scopes;
  private final ReachScan reach;
  private final SharedItems items;
  private final AttachmentScan attachments;
  private final GuardExtent guards;
  private final InterruptionScan interruptions;
  private final HoldScan holds;
  private final List<Visit> visits = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Map<Integer, PythonFunction> functions = new LinkedHashMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private String owner = "";
  private int ownerEnd;
  private int lastNoted = -1;
  private int enteredOnce = -1;

  /**
   * @param path what locations name
   * @param scopes what the token being read stands in
   */
  WaitingScan(String path, RustTokens tokens, RustScopes scopes) {
    this.tokens = tokens;
    this.scopes = scopes;
    reach = new ReachScan(path, tokens);
    items = new SharedItems(tokens, scopes, reach);
    attachments = new AttachmentScan(tokens, reach);
    guards = new GuardExtent(tokens);
    interruptions = new InterruptionScan(tokens, scopes, reach, attachments);
    holds = new HoldScan(tokens, scopes, reach, attachments, guards);
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
    List<PythonFunction> read = List.copyOf(functions.values());
    WaitingCode code =
        new WaitingCode(
            items.found(), List.copyOf(visits), read, interruptions.found(), holds.found());
    return code.equals(WaitingCode.NONE) ? Optional.empty() : Optional.of(code);
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
    if (tokens.is(i, "impl")) {
      implementation(i);
    }
    RustScopes.Function function = scopes.function();
    if (function == null || i <= function.signatureEnd()) {
      return;
    }
    note(i, function);
    interruptions.word(i, function);
    holds.word(i, function, i < ownerEnd ? owner : "");
    if (!tokens.is(i + 1, '(')) {
      other(i, function);
      return;
    }
    String word = tokens.text(i);
    boolean method = tokens.is(i - 1, '.');
    switch (word) {
      case "compare_exchange" -> {
        if (method && leavesOthersOut(i)) {
          enteredOnce = function.nameToken();
        }
      }
      case "get_or_init", "get_or_try_init" -> {
        if (method && function.nameToken() != enteredOnce) {
          visit(i, Visit.Kind.FILL, reach.ofArgument(i + 1));
        }
      }
      case "lock", "read", "write" -> {
        if (method && tokens.is(i + 2, ')')) {
          int end = guards.end(i, scopes.blockEnd());
          visit(i, Visit.Kind.LOCK, reach.ofHolder(i + 3, end));
        }
      }
      case "join", "recv" -> {
        if (method && tokens.is(i + 2, ')')) {
          boolean join = word.equals("join");
          visit(i, join ? Visit.Kind.JOIN : Visit.Kind.RECEIVE, Reach.NONE);
        }
      }
      case "block_on" -> {
        add(i, i, Visit.Kind.BLOCK_ON, function, Reach.NONE);
      }
      case "spawn", "spawn_blocking" -> {
        if (reach.isSpawn(i)) {
          spawn(i, function);
        }
      }
      case "scope" -> {
        if (tokens.is(i - 1, "::") && tokens.is(i - 2, "thread")) {
          scope(i, function);
        }
      }
      case "call_once", "call_once_force" -> {
        if (method) {
          visit(i, Visit.Kind.FILL, reach.ofArgument(i + 1));
        }
      }
      case "clone" -> {
        alias(i, function);
        other(i, function);
      }
      default -> {
        if (attachments.isParallel(i) && attachments.outside(i, function) == Attachment.ATTACHED) {
          started(i, reach.ofParallel(i), function);
          join(i, function, Attachment.ATTACHED);
        }
        other(i, function);
      }
    }
  }

  /** Threads that {@code thread::scope} waits for at its end, if nobody has before. */
  private void scope(int i, RustScopes.Function function) {
    int end = Math.min(tokens.partner(i + 1), tokens.count());
    boolean starts = false;
    boolean joins = false;
    boolean detaches = false;
    for (int j = i + 2; j < end; j++) {
      detaches |= tokens.isWord(j) && reach.detaches(j);
      joins |= tokens.is(j, "join") && tokens.is(j - 1, '.');
      if (tokens.is(j, "spawn") && tokens.is(j - 1, '.') && tokens.is(j + 1, '(')) {
        starts = true;
      }
    }
    if (!starts || detaches) {
      return;
    }
    for (int j = i + 2; j < end; j++) {
      if (tokens.is(j, "spawn") && tokens.is(j - 1, '.') && tokens.is(j + 1, '(')) {
        started(i, reach.ofArgument(j + 1), function);
      }
    }
    if (!joins) {
      join(i, function, attachment(function));
    }
  }

  /** Threads without a handle of their own. */
  private void started(int i, Reach inside, RustScopes.Function function) {
    String method = tokens.text(i);
    Attachment own = Attachment.DETACHED;
    add(i, handle(i), Visit.Kind.SPAWN, method, function, inside, "thread", own);
  }

  private void join(int i, RustScopes.Function function, Attachment attachment) {
    String method = tokens.text(i);
    add(i, handle(i), Visit.Kind.JOIN, method, function, Reach.NONE, "", attachment);
  }

  private String handle(int i) {
    return tokens.text(i) + " in line " + tokens.position(i).line();
  }

  /** {@code let count = Arc::clone(&self.count)}, {@code let count = self.count.clone()}. */
  private void alias(int clone, RustScopes.Function function) {
    boolean arc =
        tokens.is(clone - 1, "::")
            && tokens.is(clone + 2, '&')
            && tokens.is(clone + 3, "self")
            && tokens.is(clone + 4, '.')
            && tokens.is(clone + 6, ')');
    boolean method =
        tokens.is(clone - 1, '.') && tokens.is(clone - 3, '.') && tokens.is(clone - 4, "self");
    int equals = arc ? clone - 3 : clone - 5;
    int field = arc ? clone + 5 : clone - 2;
    if ((arc || method)
        && tokens.is(equals, '=')
        && tokens.isWord(equals - 1)
        && tokens.isWord(field)) {
      aliases.put(function.nameToken() + " " + tokens.text(equals - 1), tokens.text(field));
    }
  }

  /** {@code if flag.compare_exchange(…).is_err() { return }}: only one call goes on from there. */
  private boolean leavesOthersOut(int exchange) {
    int i = tokens.partner(exchange + 1) + 1;
    boolean failed = tokens.is(i, '.') && tokens.is(i + 1, "is_err") && tokens.is(i + 3, ')');
    return failed && tokens.is(i + 4, '{') && tokens.is(i + 5, "return");
  }

  private void other(int i, RustScopes.Function function) {
    char first = tokens.firstLetter(i);
    boolean constant = first == '_' || (first >= 'A' && first <= 'Z');
    if (constant && isConstantName(tokens.text(i))) {
      boolean lookedAt = tokens.is(i - 1, '&') && tokens.is(i - 2, '(') && tokens.is(i - 3, "get");
      boolean associated =
          tokens.is(i - 1, "::")
              && tokens.isWord(i - 2)
              && Character.isUpperCase(tokens.firstLetter(i - 2));
      boolean other =
          tokens.is(i - 1, '.')
              || tokens.is(i + 1, "::")
              || tokens.is(i + 1, '!')
              || tokens.is(i + 1, ':');
      if (!lookedAt && !associated && !other) {
        once(i, Visit.Kind.USE, function);
      }
    } else if (attachments.here(function).isPresent() && RustSyntax.isCall(tokens, i)) {
      once(i, Visit.Kind.CALL, function);
    }
  }

  private static boolean isConstantName(String word) {
    boolean letter = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c != '_' && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z')) {
        return false;
      }
      letter |= c >= 'A';
    }
    return letter && word.length() > 1;
  }

  private void note(int i, RustScopes.Function function) {
    boolean attaching = reach.attaches(i);
    boolean detaching = reach.detaches(i);
    boolean running = !attaching && !detaching && reach.runsPythonAttached(i);
    if (!attaching && !detaching && !running && function.nameToken() == lastNoted) {
      return;
    }
    lastNoted = function.nameToken();
    Attachment called = attachments.caller(function);
    boolean own = !attachments.isElsewhere(function) && !attachments.isCalledByPython(function);
    boolean attaches =
        attaching && attachments.here(function).map(Attachment.ATTACHED::equals).orElse(true);
    boolean detaches = detaching && own && attachments.outside(i, function) == Attachment.ATTACHED;
    boolean runs = running && own && attachment(function) == Attachment.ATTACHED;
    PythonFunction known =
        functions.getOrDefault(
            function.nameToken(),
            new PythonFunction(
                reach.located("", function.nameToken()).location(),
                called,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    PythonFunction now =
        new PythonFunction(
            known.location(),
            called,
            known.attaches().or(() -> excerptIf(attaches, i)),
            known.detaches().or(() -> excerptIf(detaches, i)),
            known.runs().or(() -> excerptIf(runs, i)));
    if (!now.equals(known) || called == Attachment.ATTACHED) {
      functions.put(function.nameToken(), now);
    }
  }

  private Optional<Located<String>> excerptIf(boolean condition, int i) {
    return condition ? Optional.of(reach.excerpt(i)) : Optional.empty();
  }

  private void once(int i, Visit.Kind kind, RustScopes.Function function) {
    Attachment attachment = attachment(function);
    if (seen.add(function.nameToken() + " " + kind + " " + attachment + " " + tokens.text(i))) {
      add(i, i, kind, function, Reach.NONE);
    }
  }

  /** A method of something that has a name. */
  private void visit(int method, Visit.Kind kind, Reach inside) {
    RustScopes.Function function = scopes.function();
    int receiver = method - 2;
    boolean numbered =
        tokens.isNumber(receiver)
            && tokens.is(receiver - 1, '.')
            && tokens.is(receiver - 2, "self");
    if (function != null && (tokens.isWord(receiver) || numbered)) {
      add(method, receiver, kind, function, inside);
    }
  }

  private void spawn(int i, RustScopes.Function function) {
    boolean thread = tokens.is(i - 1, "::") && tokens.is(i - 2, "thread");
    int start = thread ? i - 2 : i;
    while (tokens.is(start - 1, "::") && tokens.isWord(start - 2)) {
      start -= 2;
    }
    boolean bound = thread && tokens.is(start - 1, '=') && tokens.isWord(start - 2);
    int name = bound ? start - 2 : i;
    add(i, name, Visit.Kind.SPAWN, function, reach.ofArgument(i + 1), thread ? "thread" : "");
  }

  private void add(
      int method, int name, Visit.Kind kind, RustScopes.Function function, Reach inside) {
    boolean own =
        tokens.is(name - 1, '.') && !tokens.is(name - 3, '.') && isReceiver(name - 2, function);
    boolean field = tokens.is(name - 1, '.') && name != method;
    String alias = aliases.get(function.nameToken() + " " + tokens.text(name));
    if (alias != null && name != method && !field) {
      String asked = tokens.text(method);
      add(name, alias, kind, asked, function, inside, owner(name), attachment(function));
    } else {
      add(method, name, kind, function, inside, own ? owner(name) : field ? "?" : "");
    }
  }

  private void add(
      int method,
      int name,
      Visit.Kind kind,
      RustScopes.Function function,
      Reach inside,
      String owner) {
    Attachment here = attachment(function);
    add(name, tokens.text(name), kind, tokens.text(method), function, inside, owner, here);
  }

  private void add(
      int at,
      String name,
      Visit.Kind kind,
      String method,
      RustScopes.Function function,
      Reach inside,
      String owner,
      Attachment attachment) {
    visits.add(
        new Visit(
            name,
            owner,
            kind,
            method,
            reach.excerpt(at),
            reach.located(tokens.text(function.nameToken()), function.nameToken()),
            function.test(),
            attachment,
            inside,
            scopes.conditions()));
  }

  /** {@code self}, or {@code slf} in {@code slf: PyRef<'_, Self>}. */
  private boolean isReceiver(int token, RustScopes.Function function) {
    if (tokens.is(token, "self") || !tokens.isWord(token)) {
      return tokens.is(token, "self");
    }
    List<int[]> parameters = attachments.parameters(function);
    int name = parameters.isEmpty() ? -1 : behindMut(parameters.getFirst()[0]);
    boolean first = name >= 0 && tokens.is(name, tokens.text(token)) && tokens.is(name + 1, ':');
    boolean guard = tokens.is(name + 2, "PyRef") || tokens.is(name + 2, "PyRefMut");
    int end = first && guard ? parameters.getFirst()[1] : 0;
    for (int i = name + 3; i < end; i++) {
      if (tokens.is(i, "Self")) {
        return true;
      }
    }
    return false;
  }

  private int behindMut(int i) {
    return tokens.is(i, "mut") ? i + 1 : i;
  }

  private Attachment attachment(RustScopes.Function function) {
    return attachments.here(function).orElseGet(() -> attachments.caller(function));
  }

  private String owner(int i) {
    return i < ownerEnd ? owner : "?";
  }

  /** Remembers the type behind {@code impl … for}. */
  private void implementation(int keyword) {
    String type = "";
    int depth = 0;
    int i = keyword + 1;
    while (i < tokens.count() && !tokens.is(i, '{') && !tokens.is(i, ';') && !tokens.is(i, '(')) {
      if (tokens.is(i, '<')) {
        depth++;
      } else if (tokens.is(i, '>')) {
        depth--;
      } else if (tokens.is(i, "where")) {
        break;
      } else if (depth == 0 && tokens.isWord(i)) {
        type = tokens.text(i);
      }
      i++;
    }
    while (i < tokens.count() && !tokens.is(i, '{') && !tokens.is(i, ';')) {
      i++;
    }
    if (tokens.is(i, '{') && scopes.function() == null) {
      owner = type;
      ownerEnd = tokens.partner(i);
    }
  }
}
