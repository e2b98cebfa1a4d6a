package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Attachment;
import io.github.pyo3doctor.snapshot.Reach;
import io.github.pyo3doctor.snapshot.Visit;
import java.util.List;

/** Collects where functions come to what threads wait for, while a file is scanned. */
final class VisitScan {
  private final RustTokens tokens;
  private final RustScopes scopes;
  private final ReachScan reach;
  private final AttachmentScan attachments;
  private final GuardExtent guards;
  private final VisitList visits;
  private final ThreadVisits threads;
  private final Nesting nesting = new Nesting();
  private int enteredOnce = -1;

  VisitScan(
      RustTokens tokens,
      RustScopes scopes,
      ReachScan reach,
      AttachmentScan attachments,
      GuardExtent guards,
      VisitList visits) {
    this.tokens = tokens;
    this.scopes = scopes;
    this.reach = reach;
    this.attachments = attachments;
    this.guards = guards;
    this.visits = visits;
    threads = new ThreadVisits(tokens, reach, attachments, visits);
  }

  List<Visit> found() {
    return visits.found();
  }

  /** Takes in a word of a function's body. */
  void word(int i, RustScopes.Function function) {
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
          fill(i, function);
        }
      }
      case "call_once", "call_once_force" -> {
        if (method) {
          fill(i, function);
        }
      }
      case "lock", "read", "write" -> {
        if (method && tokens.is(i + 2, ')')) {
          int end = guards.end(i, scopes.blockEnd());
          Reach held = nesting.enter(i, end) ? reach.ofHolder(i + 3, end) : Reach.NONE;
          visits.ofMethod(i, Visit.Kind.LOCK, function, held);
        }
      }
      case "join", "recv" -> {
        if (method && tokens.is(i + 2, ')')) {
          Visit.Kind kind = word.equals("join") ? Visit.Kind.JOIN : Visit.Kind.RECEIVE;
          visits.ofMethod(i, kind, function, Reach.NONE);
        }
      }
      case "block_on" -> visits.of(i, Visit.Kind.BLOCK_ON, function);
      case "spawn", "spawn_blocking" -> threads.spawn(i, function);
      case "scope" -> {
        if (tokens.is(i - 1, "::") && tokens.is(i - 2, "thread")) {
          threads.scope(i, function);
        }
      }
      case "clone" -> {
        visits.alias(i, function);
        other(i, function);
      }
      default -> {
        if (attachments.isParallel(i) && attachments.outside(i, function) == Attachment.ATTACHED) {
          threads.parallel(i, function);
        }
        other(i, function);
      }
    }
  }

  private void fill(int method, RustScopes.Function function) {
    visits.ofMethod(method, Visit.Kind.FILL, function, reach.ofArgument(method + 1));
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
        visits.once(i, Visit.Kind.USE, function);
      }
    } else if (attachments.here(function).isPresent() && RustSyntax.isCall(tokens, i)) {
      visits.once(i, Visit.Kind.CALL, function);
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
}
