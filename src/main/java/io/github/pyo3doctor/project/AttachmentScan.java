package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Attachment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells while a file is scanned whether the code being read runs attached to Python. */
final class AttachmentScan {
  private static final Set<String> CALLED_BY_PYTHON =
      Set.of("pyfunction", "pyfn", "pymodule", "pymodule_init");

  /** Types that only an attached thread can hold. */
  private static final Set<String> HELD_ATTACHED =
      Set.of("Python", "Bound", "Borrowed", "PyRef", "PyRefMut");

  private static final Set<String> PARALLEL =
      Set.of("par_iter", "par_iter_mut", "into_par_iter", "par_bridge", "par_chunks");

  private static final int LONGEST_STATEMENT = 2_000;

  private static final int LONGEST_HEAD = 200;

  /**
   * A stretch of tokens whose attachment its surroundings say.
   *
   * @param elsewhere whether another thread runs it, or this one later
   */
  private record Region(int start, int end, Attachment attachment, boolean elsewhere) {}

  private final RustTokens tokens;
  private final ReachScan reach;
  private final Deque<Region> regions = new ArrayDeque<>();
  private final Set<Integer> calledByPython = new HashSet<>();
  private final Map<Integer, Attachment> known = new HashMap<>();
  private final Map<Integer, List<int[]>> parameters = new HashMap<>();
  private int methodsEnd;

  AttachmentScan(RustTokens tokens, ReachScan reach) {
    this.tokens = tokens;
    this.reach = reach;
  }

  /** Takes in an item with attributes, from the first attribute and from behind the last. */
  void item(int first, int start) {
    int keyword = RustAttributes.keyword(tokens, start);
    for (int i = first; i < start; i++) {
      if (tokens.is(keyword, "fn")
          && tokens.isWord(i)
          && CALLED_BY_PYTHON.contains(tokens.text(i))) {
        calledByPython.add(keyword + 1);
      }
      if (tokens.is(keyword, "impl") && tokens.is(i, "pymethods")) {
        int open = keyword;
        while (open < Math.min(tokens.count(), keyword + LONGEST_HEAD) && !tokens.is(open, '{')) {
          open++;
        }
        methodsEnd = tokens.is(open, '{') ? tokens.partner(open) : methodsEnd;
      }
    }
  }

  /** Takes in any other word. */
  void word(int i) {
    while (!regions.isEmpty() && regions.peek().end() <= i) {
      regions.pop();
    }
    if (!tokens.is(i + 1, '(') && !tokens.is(i, "async")) {
      return;
    }
    if (reach.attaches(i)) {
      enter(i, tokens.partner(i + 1), Attachment.ATTACHED, false);
    } else if (reach.detaches(i)) {
      enter(i, tokens.partner(i + 1), Attachment.DETACHED, false);
    } else if (reach.isSpawn(i)) {
      enter(i, tokens.partner(i + 1), Attachment.DETACHED, true);
    } else if (isParallel(i)) {
      int end = isPool(i) ? tokens.partner(i + 1) : statementEnd(i);
      enter(i, end, Attachment.DETACHED, false);
    } else if (reach.futureBody(i) >= 0) {
      enter(i, tokens.partner(reach.futureBody(i)), Attachment.DETACHED, true);
    }
  }

  private void enter(int start, int end, Attachment attachment, boolean elsewhere) {
    int limit = regions.isEmpty() ? tokens.count() : regions.peek().end();
    boolean within = !regions.isEmpty() && regions.peek().elsewhere();
    regions.push(new Region(start, Math.min(end, limit), attachment, elsewhere || within));
  }

  private int statementEnd(int start) {
    int i = start;
    while (i < Math.min(tokens.count(), start + LONGEST_STATEMENT)) {
      if (tokens.is(i, ';') || tokens.is(i, ')') || tokens.is(i, '}')) {
        return i;
      }
      boolean group = tokens.is(i, '(') || tokens.is(i, '[') || tokens.is(i, '{');
      i = (group ? tokens.partner(i) : i) + 1;
    }
    return i;
  }

  /** What a function's own code says of the token being read, where it says anything. */
  Optional<Attachment> here(RustScopes.Function function) {
    return regions.isEmpty() || regions.peek().start() < function.nameToken()
        ? Optional.empty()
        : Optional.of(regions.peek().attachment());
  }

  /** The attachment of the thread that comes to the token being read. */
  Attachment current(RustScopes.Function function) {
    return regions.isEmpty() || regions.peek().start() < function.nameToken()
        ? caller(function)
        : regions.peek().attachment();
  }

  /** Whether another thread runs the token being read, or this one later. */
  boolean isElsewhere(RustScopes.Function function) {
    return !regions.isEmpty()
        && regions.peek().start() >= function.nameToken()
        && regions.peek().elsewhere();
  }

  /** Whether an iterator there is worked off by several threads. */
  boolean isParallel(int i) {
    return tokens.is(i - 1, '.')
        && tokens.is(i + 1, '(')
        && (tokens.firstLetter(i) == 'p' || tokens.firstLetter(i) == 'i')
        && (PARALLEL.contains(tokens.text(i)) || isPool(i));
  }

  /** {@code pool.install(|| …)}; whatever else is installed is no work. */
  private boolean isPool(int i) {
    return tokens.is(i, "install")
        && tokens.is(i + 1, '(')
        && (tokens.is(i + 2, '|') || tokens.is(i + 2, "move"));
  }

  /** The attachment of the thread that comes to a stretch which begins at a token. */
  Attachment outside(int start, RustScopes.Function function) {
    for (Region each : regions) {
      if (each.start() != start) {
        return each.start() < function.nameToken() ? caller(function) : each.attachment();
      }
    }
    return caller(function);
  }

  /** The attachment of the thread that calls a function. */
  Attachment caller(RustScopes.Function function) {
    Attachment judged = known.get(function.nameToken());
    if (judged == null) {
      judged = judge(function);
      known.put(function.nameToken(), judged);
    }
    return judged;
  }

  /** Whether Python calls a function, and waits for it to return. */
  boolean isCalledByPython(RustScopes.Function function) {
    int name = function.nameToken();
    return !isLater(name) && (calledByPython.contains(name) || name < methodsEnd);
  }

  /** Whether a function only makes a future. */
  boolean isLater(int name) {
    return tokens.is(name - 2, "async") || tokens.is(name - 3, "async");
  }

  private Attachment judge(RustScopes.Function function) {
    int name = function.nameToken();
    if (isLater(name) || tokens.is(name, "__traverse__")) {
      return Attachment.UNKNOWN;
    }
    boolean byPython = calledByPython.contains(name) || name < methodsEnd;
    return byPython || holdsAttached(function) ? Attachment.ATTACHED : Attachment.UNKNOWN;
  }

  /** The parameters of a function, {@code self} too: each its first token and its end. */
  List<int[]> parameters(RustScopes.Function function) {
    List<int[]> read = parameters.get(function.nameToken());
    if (read == null) {
      read = readParameters(function);
      parameters.put(function.nameToken(), read);
    }
    return read;
  }

  private List<int[]> readParameters(RustScopes.Function function) {
    int open = function.nameToken() + 1;
    while (open < function.signatureEnd() && !tokens.is(open, '(')) {
      open++;
    }
    return tokens.is(open, '(')
        ? MacroAttributes.pieces(tokens, open + 1, Math.min(tokens.partner(open), tokens.count()))
        : List.of();
  }

  /** Whether one of those is {@code self}. */
  boolean isSelf(int[] parameter) {
    for (int i = parameter[0]; i < Math.min(parameter[1], parameter[0] + 4); i++) {
      if (tokens.is(i, "self")) {
        return true;
      }
    }
    return false;
  }

  /** Whether a parameter is what only an attached thread has; those of parameters do not count. */
  private boolean holdsAttached(RustScopes.Function function) {
    int open = function.nameToken() + 1;
    while (open < function.signatureEnd() && !tokens.is(open, '(')) {
      open++;
    }
    int close = Math.min(tokens.partner(Math.min(open, tokens.count() - 1)), tokens.count());
    for (int i = open + 1; i < close; i++) {
      if (tokens.is(i, '(')) {
        i = tokens.partner(i);
      } else if (tokens.isWord(i)
          && HELD_ATTACHED.contains(tokens.text(i))
          && !tokens.is(i + 1, ':')) {
        return true;
      }
    }
    return false;
  }
}
