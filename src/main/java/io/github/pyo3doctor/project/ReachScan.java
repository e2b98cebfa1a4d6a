package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Reach;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a stretch of code comes to: Python, or functions that may. */
final class ReachScan {
  private static final Set<String> ATTACHING =
      Set.of(
          "with_gil",
          "with_gil_unchecked",
          "attach",
          "attach_unchecked",
          "try_attach",
          "assume_attached",
          "assume_gil_acquired",
          "acquire_gil");

  /** What the token hands out without letting another thread in. */
  private static final Set<String> CONSTANT =
      Set.of("None", "NotImplemented", "Ellipsis", "version", "version_info");

  /** Functions of {@code PyErr} that take what is raised from the thread, and call nothing. */
  private static final Set<String> TAKING_ERRORS = Set.of("fetch", "take", "occurred");

  private static final Set<String> BEFORE_CLOSURE =
      Set.of("(", ",", "=", "move", "{", ";", "=>", "return", ":");

  private static final Set<String> ENDS_CLOSURE = Set.of(",", ")", ";", "]", "}");

  /** What calls the closure it is given before it returns. */
  private static final Set<String> CALLS_ITS_CLOSURE =
      Set.of(
          "with_gil",
          "attach",
          "try_attach",
          "detach",
          "allow_threads",
          "map",
          "map_err",
          "and_then",
          "or_else",
          "unwrap_or_else",
          "ok_or_else",
          "get_or_init",
          "get_or_try_init",
          "for_each",
          "try_for_each",
          "retain",
          "any",
          "all",
          "find",
          "position",
          "fold",
          "filter_map",
          "with");

  /** Behind these an iterator is parallel no more. */
  private static final Set<String> GATHERING =
      Set.of(
          "install",
          "collect",
          "collect_into_vec",
          "unzip",
          "partition",
          "sum",
          "product",
          "count",
          "min",
          "max",
          "reduce",
          "reduce_with",
          "for_each",
          "try_for_each",
          "try_reduce",
          "any",
          "all",
          "find_any",
          "find_first");

  /** Longer stretches are not looked through. */
  private static final int LONGEST = 5_000;

  private final String path;
  private final RustTokens tokens;

  /**
   * @param path what locations name
   */
  ReachScan(String path, RustTokens tokens) {
    this.path = path;
    this.tokens = tokens;
  }

  /** What code runs to its end that may touch Python in any way. */
  Reach ofCode(int start, int end) {
    return read(start, end, false);
  }

  /**
   * What the closures come to that a chain hands to other threads: those from a parallel iterator
   * on to the method that gathers its results.
   */
  Reach ofParallel(int method) {
    Map<String, Located<String>> calls = new LinkedHashMap<>();
    int i = method;
    boolean gathered = false;
    while (tokens.isWord(i) && !gathered) {
      gathered = GATHERING.contains(tokens.text(i));
      int open = RustSyntax.behindTurbofish(tokens, i + 1);
      if (!tokens.is(open, '(')) {
        break;
      }
      Reach inside = ofArgument(open);
      if (inside.python().isPresent()) {
        return inside;
      }
      inside.calls().forEach(call -> calls.putIfAbsent(call.value(), call));
      int close = Math.min(tokens.partner(open), tokens.count());
      i = tokens.is(close + 1, '.') ? close + 2 : tokens.count();
    }
    return new Reach("", Optional.empty(), List.copyOf(calls.values()));
  }

  /** What happens while a lock is held; only what may let another thread in counts. */
  Reach ofHolder(int start, int end) {
    return read(start, end, true);
  }

  /** What an argument comes to that may be a closure or the path of a function. */
  Reach ofArgument(int open) {
    int close = Math.min(tokens.partner(open), tokens.count());
    int last = tokens.is(close - 1, ',') ? close - 2 : close - 1;
    boolean isPath = tokens.isWord(last);
    for (int i = open + 1; i <= last && isPath; i++) {
      isPath = tokens.isWord(i) || tokens.is(i, "::");
    }
    int future = tokens.is(open + 1, "async") ? futureBody(open + 1) : -1;
    return isPath && last > open
        ? new Reach("", Optional.empty(), List.of(located(tokens.text(last), last)))
        : ofCode(future < 0 ? open + 1 : future + 1, close);
  }

  private Reach read(int start, int end, boolean held) {
    Map<String, Located<String>> calls = new LinkedHashMap<>();
    int limit = Math.min(Math.min(end, tokens.count()), start + LONGEST);
    for (int i = start; i < limit; i++) {
      int behind = Math.max(behindOthersWork(i), i > start + 1 ? behindKeptClosure(i) : i);
      if (behind > i) {
        i = behind - 1;
        continue;
      }
      if (!tokens.isWord(i)) {
        continue;
      }
      if (held ? letsOthersIn(i) : touchesPython(i)) {
        String word = isIdle(i) ? Reach.ATTACHING_ONLY : tokens.text(i);
        return new Reach(word, Optional.of(excerpt(i)), List.of());
      }
      if (RustSyntax.isCall(tokens, i)) {
        calls.putIfAbsent(tokens.text(i), located(tokens.text(i), i));
      }
    }
    return new Reach("", Optional.empty(), new ArrayList<>(calls.values()));
  }

  /** Behind what another thread will do, or this one later, or whoever calls a nested function. */
  private int behindOthersWork(int i) {
    if (tokens.is(i, "fn") && tokens.is(i + 2, '(')) {
      int body = tokens.partner(i + 2);
      while (body < tokens.count() && !tokens.is(body, '{') && !tokens.is(body, ';')) body++;
      return Math.min(tokens.is(body, '{') ? tokens.partner(body) : body, tokens.count());
    }
    if (isSpawn(i)) {
      return Math.min(tokens.partner(i + 1), tokens.count());
    }
    int brace = futureBody(i);
    return brace < 0 ? i : Math.min(tokens.partner(brace), tokens.count());
  }

  /** Behind the body of a closure that is handed on, and perhaps never called here. */
  int behindKeptClosure(int i) {
    boolean begins =
        (tokens.is(i, '|') || tokens.is(i, "||")) && BEFORE_CLOSURE.contains(tokens.text(i - 1));
    if (!begins || isCalledAtOnce(tokens.is(i - 1, "move") ? i - 1 : i)) {
      return i;
    }
    int body = i + 1;
    while (tokens.is(i, '|') && body < tokens.count() && !tokens.is(body, '|')) body++;
    if (tokens.is(i, '|')) body++;
    if (tokens.is(body, '{')) {
      return Math.min(tokens.partner(body), tokens.count());
    }
    while (body < tokens.count() && !ENDS_CLOSURE.contains(tokens.text(body))) {
      boolean opens = tokens.is(body, '(') || tokens.is(body, '[') || tokens.is(body, '{');
      body = opens ? Math.min(tokens.partner(body), tokens.count()) + 1 : body + 1;
    }
    return body;
  }

  private boolean isCalledAtOnce(int closure) {
    int open = closure - 1;
    if (!tokens.is(open, '(')) {
      return false;
    }
    return CALLS_ITS_CLOSURE.contains(tokens.text(open - 1))
        || (!tokens.isWord(open - 1) && tokens.is(tokens.partner(open) + 1, '('));
  }

  /** Whether work is handed to another thread there. */
  boolean isSpawn(int i) {
    return tokens.isWord(i)
        && tokens.is(i + 1, '(')
        && (tokens.is(i, "spawn") || tokens.is(i, "spawn_blocking"));
  }

  /** The brace of an {@code async} block that is not waited for at once; -1 when there is none. */
  int futureBody(int i) {
    if (!tokens.is(i, "async") || (tokens.is(i - 1, '(') && tokens.is(i - 2, "block_on"))) {
      return -1;
    }
    int brace = tokens.is(i + 1, "move") ? i + 2 : i + 1;
    return tokens.is(brace, '{') ? brace : -1;
  }

  /** Whether the interpreter is attached to there. */
  boolean attaches(int i) {
    return tokens.is(i + 1, '(')
        && tokens.is(i - 1, "::")
        && tokens.is(i - 2, "Python")
        && ATTACHING.contains(tokens.text(i));
  }

  /** {@code Python::attach(|py| py.version_info())}: attached, nothing is done that takes long. */
  private boolean isIdle(int i) {
    if (!attaches(i) || !tokens.is(i + 2, '|') || !tokens.is(i + 3, "py")) {
      return false;
    }
    int end = Math.min(tokens.partner(i + 1), tokens.count());
    for (int j = i + 5; j < end; j++) {
      if (tokens.isWord(j)
          && (touchesPython(j) || RustSyntax.isCall(tokens, j) || tokens.is(j, "bind"))) {
        return false;
      }
    }
    return end - i < LONGEST;
  }

  /** Whether the thread detaches for the length of a closure there. */
  boolean detaches(int i) {
    boolean method = tokens.is(i - 1, '.');
    boolean path = tokens.is(i - 1, "::") && tokens.is(i - 2, "Python");
    return (method || path)
        && tokens.is(i + 1, '(')
        && !tokens.is(i + 2, ')')
        && Reach.DETACHING.contains(tokens.text(i));
  }

  private boolean letsOthersIn(int i) {
    return attaches(i) || detaches(i) || runsPythonAttached(i);
  }

  /** Whether code of Python's runs there, or a module of Python's is imported. */
  boolean runsPythonAttached(int i) {
    boolean imports = tokens.is(i, "import") && tokens.is(i - 1, '.') && tokens.is(i - 2, "py");
    return runsPython(i) || imports || asksTheClass(i) || makesFuture(i);
  }

  /** {@code object.bind(py).eq(other)}. */
  private boolean asksTheClass(int i) {
    if (!tokens.is(i - 1, '.') || !tokens.is(i - 2, ')') || !tokens.is(i + 1, '(')) {
      return false;
    }
    boolean plain = tokens.is(i - 4, '(') && tokens.is(i - 5, "bind");
    boolean asked =
        tokens.is(i - 3, ')')
            && tokens.is(i - 4, '(')
            && tokens.is(i - 5, "py")
            && tokens.is(i - 8, '(')
            && tokens.is(i - 9, "bind");
    return (plain || asked) && Reach.ASKING_THE_CLASS.contains(tokens.text(i));
  }

  /** Whether Python's event loop is asked for a future there. */
  boolean makesFuture(int i) {
    return tokens.is(i + 1, '(')
        && !tokens.is(i - 1, "fn")
        && Reach.MAKING_FUTURES.contains(tokens.text(i));
  }

  private boolean touchesPython(int i) {
    return attaches(i) || runsPython(i) || isToken(i);
  }

  /** Whether a function of the C interface is called there that none but an attached thread may. */
  boolean isOfInterface(int i) {
    return tokens.is(i + 1, '(') && Reach.OF_INTERFACE.contains(tokens.text(i));
  }

  /** Whether code of Python's runs there. */
  boolean runsPython(int i) {
    if (!tokens.is(i + 1, '(')) {
      return false;
    }
    String word = tokens.text(i);
    return (Reach.CALLING.contains(word) && tokens.is(i - 1, '.'))
        || Reach.OF_INTERFACE.contains(word)
        || word.equals("PyGILState_Ensure");
  }

  /** The token of an attached thread, {@code py}, used and not only named. */
  private boolean isToken(int i) {
    if (!tokens.is(i, "py")) {
      return false;
    }
    if (tokens.is(i - 1, '.')) {
      return tokens.is(i + 1, '(') && tokens.is(i + 2, ')');
    }
    if (tokens.is(i + 1, '.') && CONSTANT.contains(tokens.text(i + 2))) {
      return false;
    }
    if (tokens.is(i - 1, '(')
        && TAKING_ERRORS.contains(tokens.text(i - 2))
        && tokens.is(i - 4, "PyErr")) {
      return false;
    }
    boolean used = tokens.is(i + 1, '.') || tokens.is(i + 1, ',') || tokens.is(i + 1, ')');
    boolean parameter = tokens.is(i - 1, '|') && !tokens.is(i + 1, '.');
    boolean named = parameter || tokens.is(i - 1, "let") || tokens.is(i - 1, "::");
    return used && !named;
  }

  /** The line of a token, shortened. */
  Located<String> excerpt(int token) {
    return located(tokens.excerpt(token), token);
  }

  Located<String> located(String value, int token) {
    return new Located<>(value, Location.in(path, tokens.position(token)));
  }
}
