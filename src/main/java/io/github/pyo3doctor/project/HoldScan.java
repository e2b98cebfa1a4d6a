package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Hold;
import io.github.pyo3doctor.snapshot.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Collects where a function holds an object of a Python class mutably while something else may ask
 * for it, while a file is scanned.
 */
final class HoldScan {
  private static final Set<String> BORROWING = Set.of("borrow", "borrow_mut");

  /** What calls the very thing it is a method of. */
  private static final Set<String> CALLING = Set.of("call0", "call1", "call");

  private static final Set<String> CALLING_METHODS =
      Set.of("call_method", "call_method0", "call_method1");

  /** What leads from an object to a part of it, or to another one. */
  private static final Set<String> LEADING_ELSEWHERE =
      Set.of(
          "getattr",
          "import",
          "get_type",
          "get_item",
          "call",
          "call0",
          "call1",
          "call_method",
          "call_method0",
          "call_method1");

  /** Types of parameters that may be anything a caller likes. */
  private static final Set<String> ANYTHING =
      Set.of("PyAny", "PyObject", "PyFunction", "PyCFunction");

  private static final Set<String> CELLS = Set.of("Bound", "Py", "PyCell");

  /** Python comes to these from one thread at a time. */
  private static final Set<String> ITERATING = Set.of("__next__", "__iter__");

  /** Longer expressions are not looked through. */
  private static final int LONGEST = 200;

  /** No function that people write has more. */
  private static final int MOST_PARAMETERS = 100;

  private final RustTokens tokens;
  private final RustScopes scopes;
  private final ReachScan reach;
  private final AttachmentScan attachments;
  private final GuardExtent guards;
  private final Receivers receivers;
  private final LaterWork later;
  private final List<Hold> found = new ArrayList<>();
  private final Map<Integer, Holder> functions = new HashMap<>();
  private int laterEnd;

  /** A function, and what of it holds or is held. */
  private final class Holder {
    private final List<Receivers.Parameter> parameters;
    private final String receiver;
    private final Set<String> ofSelf = new HashSet<>();
    private final Set<String> helpers = new HashSet<>();
    private int heldUntil;

    Holder(RustScopes.Function function, String owner) {
      boolean byPython = attachments.isCalledByPython(function);
      parameters = byPython ? receivers.named(function) : List.of();
      receiver = byPython ? receivers.heldMutably(function, owner) : "";
      heldUntil = tokens.count();
      if (byPython) {
        sameClass(function, this, owner);
      }
    }

    boolean isParameter(String name, Set<String> types) {
      return parameters.stream()
          .anyMatch(each -> each.name().equals(name) && receivers.names(each, types));
    }
  }

  HoldScan(
      RustTokens tokens,
      RustScopes scopes,
      ReachScan reach,
      AttachmentScan attachments,
      GuardExtent guards,
      Receivers receivers) {
    this.tokens = tokens;
    this.scopes = scopes;
    this.reach = reach;
    this.attachments = attachments;
    this.guards = guards;
    this.receivers = receivers;
    later = new LaterWork(tokens, reach);
  }

  List<Hold> found() {
    return List.copyOf(found);
  }

  /**
   * Takes in a word of a function's body.
   *
   * @param owner the type that the {@code impl} around it is for; empty outside of one
   */
  void word(int i, RustScopes.Function function, String owner) {
    if (!attachments.isCalledByPython(function)) {
      return;
    }
    Holder holder = holder(function, owner);
    boolean holds = !holder.receiver.isEmpty();
    if (tokens.is(i, "self") || (holds && tokens.is(i, holder.receiver))) {
      Optional<String> part = partOfSelf(i);
      if (part.isPresent()) {
        holder.ofSelf.add(part.get());
      }
    }
    boolean here = i >= laterEnd;
    laterEnd = Math.max(laterEnd, later.behind(i));
    if (!tokens.is(i + 1, '(')) {
      return;
    }
    if (tokens.is(i, "borrow_mut") && tokens.is(i - 1, '.')) {
      guard(i, function, holder, owner);
    } else if (holds && tokens.is(i, "drop") && tokens.is(i + 2, holder.receiver)) {
      holder.heldUntil = Math.min(holder.heldUntil, i);
    }
    if (!holds || !here || i > holder.heldUntil || attachments.isElsewhere(function)) {
      return;
    }
    boolean iterates = ITERATING.contains(tokens.text(function.nameToken()));
    Located<String> name = name(function);
    if (reach.detaches(i) && !iterates) {
      add(Hold.Kind.DETACHED, owner, holder.receiver, i, name, function);
    } else if (isCallback(i, holder)) {
      add(Hold.Kind.CALLBACK, owner, holder.receiver, i, name, function);
    } else if (!iterates && RustSyntax.isCall(tokens, i) && holder.helpers.add(tokens.text(i))) {
      add(Hold.Kind.HELPER, owner, holder.receiver, i, name, function);
    }
  }

  private Located<String> name(RustScopes.Function function) {
    return reach.located(tokens.text(function.nameToken()), function.nameToken());
  }

  private void add(
      Hold.Kind kind,
      String owner,
      String held,
      int i,
      Located<String> borrow,
      RustScopes.Function function) {
    found.add(
        new Hold(
            kind,
            owner,
            held,
            tokens.text(i),
            reach.excerpt(i),
            borrow,
            name(function),
            function.test(),
            scopes.conditions()));
  }

  /** What is done while {@code let guard = object.borrow_mut()} lasts. */
  private void guard(int method, RustScopes.Function function, Holder holder, String owner) {
    int receiver = method - 2;
    boolean plain = tokens.isWord(receiver) && !tokens.is(receiver - 1, '.');
    String object = plain ? tokens.text(receiver) : "";
    boolean ofPython = holder.isParameter(object, CELLS) && !holder.isParameter(object, ANYTHING);
    if (!plain || !ofPython) {
      return;
    }
    Located<String> borrow = reach.excerpt(receiver);
    int close = Math.min(tokens.partner(method + 1), tokens.count());
    int end = Math.min(guards.end(method, scopes.blockEnd()), tokens.count());
    int depth = 0;
    for (int i = close + 1; i < end; i++) {
      int behind = reach.behindKeptClosure(i);
      if (behind > i) {
        i = behind - 1;
        continue;
      }
      depth += tokens.is(i, '{') ? 1 : tokens.is(i, '}') ? -1 : 0;
      if (!tokens.isWord(i) || !tokens.is(i + 1, '(') || !tokens.is(i - 1, '.')) {
        continue;
      }
      boolean same = tokens.is(i - 2, object) && !tokens.is(i - 3, '.');
      if (same && BORROWING.contains(tokens.text(i))) {
        Hold.Kind kind = depth == 0 ? Hold.Kind.BORROWED_AGAIN : Hold.Kind.PERHAPS_BORROWED_AGAIN;
        add(kind, owner, object, i, borrow, function);
        return;
      }
      boolean calls = CALLING.contains(tokens.text(i)) || CALLING_METHODS.contains(tokens.text(i));
      if (calls && isHanded(i, object)) {
        add(Hold.Kind.HANDED_ON, owner, object, i, borrow, function);
        return;
      }
      if (isCallback(i, holder)) {
        add(Hold.Kind.CALLBACK, owner, object, i, borrow, function);
        return;
      }
    }
  }

  private boolean isHanded(int call, String object) {
    int close = Math.min(tokens.partner(call + 1), tokens.count());
    for (int i = call + 2; i < close; i++) {
      boolean alone =
          tokens.is(i + 1, ',')
              || tokens.is(i + 1, ')')
              || (tokens.is(i + 1, '.') && tokens.is(i + 2, "clone"))
              || (tokens.is(i + 1, '.') && tokens.is(i + 2, "clone_ref"));
      if (tokens.is(i, object) && !tokens.is(i - 1, '.') && alone) {
        return true;
      }
    }
    return false;
  }

  /** Whether a callable is called there that is a parameter or a part of {@code self}. */
  private boolean isCallback(int i, Holder holder) {
    if (!CALLING.contains(tokens.text(i)) || !tokens.is(i - 1, '.') || !tokens.is(i + 1, '(')) {
      return false;
    }
    int start = i - 2;
    boolean direct = true;
    boolean bound = !tokens.is(i, "call");
    while (start > i - LONGEST) {
      if (tokens.is(start, '?')) {
        start--;
      } else if (tokens.is(start, ')')) {
        start = opening(start) - 1;
      } else if (tokens.isWord(start)) {
        String word = tokens.text(start);
        direct &= !LEADING_ELSEWHERE.contains(word);
        bound |= word.equals("bind");
        if (!tokens.is(start - 1, '.')) {
          break;
        }
        start -= 2;
      } else {
        return false;
      }
    }
    boolean path = tokens.is(start - 1, "::") || !tokens.isWord(start);
    if (path || !direct) {
      return false;
    }
    String root = tokens.text(start);
    boolean field = (root.equals("self") || root.equals(holder.receiver)) && start < i - 2;
    boolean parameter = holder.isParameter(root, ANYTHING);
    return parameter || (bound && (field || holder.ofSelf.contains(root)));
  }

  private int opening(int close) {
    int depth = 0;
    for (int i = close; i > Math.max(0, close - LONGEST); i--) {
      depth += tokens.is(i, ')') ? 1 : tokens.is(i, '(') ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return 0;
  }

  private Holder holder(RustScopes.Function function, String owner) {
    Holder known = functions.get(function.nameToken());
    if (known != null) {
      return known;
    }
    Holder holder = new Holder(function, owner);
    functions.put(function.nameToken(), holder);
    return holder;
  }

  /**
   * The variable in {@code for x in &self.f}, {@code Some(x) = &self.f}, {@code let x = self.f}.
   */
  private Optional<String> partOfSelf(int self) {
    int i = self - 1;
    while (tokens.is(i, '&') || tokens.is(i, "mut")) {
      i--;
    }
    if (!tokens.is(self + 1, '.') || (!tokens.is(i, "in") && !tokens.is(i, '='))) {
      return Optional.empty();
    }
    int name = tokens.is(i - 1, ')') ? i - 2 : i - 1;
    return tokens.isWord(name) ? Optional.of(tokens.text(name)) : Optional.empty();
  }

  /**
   * A parameter that borrows the class whose object is held mutably already. An operator answers
   * {@code NotImplemented} instead of raising.
   */
  private void sameClass(RustScopes.Function function, Holder holder, String owner) {
    boolean operator = tokens.text(function.nameToken()).startsWith("__");
    boolean method = !holder.receiver.isEmpty();
    List<Receivers.Parameter> parameters = holder.parameters;
    boolean few = parameters.size() <= MOST_PARAMETERS;
    for (Receivers.Parameter each :
        operator || !few ? List.<Receivers.Parameter>of() : parameters) {
      String type = borrowed(each, owner);
      boolean own = method && !each.name().equals(holder.receiver) && type.equals(owner);
      boolean other =
          !method
              && !type.isEmpty()
              && parameters.stream()
                  .anyMatch(
                      first ->
                          first.start() != each.start()
                              && isMutable(first)
                              && borrowed(first, owner).equals(type));
      if ((own && !type.isEmpty()) || other) {
        add(
            Hold.Kind.SECOND_ARGUMENT,
            type,
            each.name(),
            function.nameToken(),
            name(function),
            function);
        return;
      }
    }
  }

  private boolean isMutable(Receivers.Parameter parameter) {
    int start = parameter.start();
    boolean lent = tokens.is(start + 1, "mut") || tokens.is(start + 2, "mut");
    return receivers.names(parameter, Set.of("PyRefMut")) || (tokens.is(start, '&') && lent);
  }

  /** The class that an argument is borrowed as: {@code &T}, {@code PyRef<T>}, {@code T}. */
  private String borrowed(Receivers.Parameter parameter, String owner) {
    int i = parameter.start();
    int end = parameter.end();
    if (tokens.is(i, '&')) {
      i++;
      while (tokens.kind(i) == RustTokens.Kind.LIFETIME || tokens.is(i, "mut")) i++;
    }
    if (tokens.is(i, "PyRef") || tokens.is(i, "PyRefMut")) {
      i += 2;
      while (tokens.kind(i) == RustTokens.Kind.LIFETIME || tokens.is(i, ',')) i++;
      end = i + 1;
    }
    boolean one = tokens.isWord(i) && i + 1 == end;
    return !one ? "" : tokens.is(i, "Self") ? owner : tokens.text(i);
  }
}
