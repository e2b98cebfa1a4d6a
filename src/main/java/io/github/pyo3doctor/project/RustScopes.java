package io.github.pyo3doctor.project;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the token being read stands in: conditions, modules and functions. */
final class RustScopes {
  /** Keeps the reading of hostile files linear; what people write is far flatter. */
  private static final int DEEPEST = 256;

  /** A stretch of tokens that gives what lies in it a condition, a module or a function. */
  private record Scope(
      int end,
      List<String> conditions,
      RustFacts.@Nullable Inline module,
      @Nullable Function function) {}

  /**
   * A function being read.
   *
   * @param nameToken its name
   * @param signatureEnd the token its body begins with
   * @param python the first token that needs the interpreter, if any
   * @param calls the names it calls, each with its first token
   */
  record Function(
      int nameToken,
      int signatureEnd,
      boolean test,
      List<String> conditions,
      List<Integer> python,
      Map<String, Integer> calls) {}

  private final int end;
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private final Deque<Integer> braces = new ArrayDeque<>();
  private @Nullable Function function;
  private int nextEnd = Integer.MAX_VALUE;
  private int passedOverEnd;

  /**
   * @param end the count of all tokens, where the file as a scope ends
   */
  RustScopes(int end) {
    this.end = end;
  }

  /** Leaves whatever ended before that token. */
  void leave(int i) {
    if (i < nextEnd) {
      return;
    }
    while (!scopes.isEmpty() && scopes.peek().end() <= i) {
      scopes.pop();
    }
    while (!braces.isEmpty() && braces.peek() <= i) {
      braces.pop();
    }
    function = innermost();
    nextEnd = Math.min(scopes.isEmpty() ? Integer.MAX_VALUE : scopes.peek().end(), nextBrace());
  }

  private int nextBrace() {
    return braces.isEmpty() ? Integer.MAX_VALUE : braces.peek();
  }

  private @Nullable Function innermost() {
    for (Scope scope : scopes) {
      if (scope.function() != null) {
        return scope.function();
      }
    }
    return null;
  }

  void enterBrace(int partner) {
    braces.push(partner);
    nextEnd = Math.min(nextEnd, partner);
  }

  /**
   * Says that what stands before {@code until} may never be compiled: it is the body of a macro's
   * definition, or one of several branches.
   */
  void passOver(int until) {
    passedOverEnd = Math.max(passedOverEnd, until);
  }

  /** Whether that is so of a token. */
  boolean isPassedOver(int i) {
    return i < passedOverEnd;
  }

  /** The end of the innermost braces. */
  int blockEnd() {
    return braces.isEmpty() ? end : braces.peek();
  }

  /** The conditions of an inner attribute hold to the end of the braces around it. */
  void enterConditionsOfBlock(List<String> conditions) {
    int blockEnd = braces.isEmpty() ? end : braces.peek();
    enter(new Scope(blockEnd, conditions, null, null));
  }

  void enterConditions(int until, List<String> conditions) {
    enter(new Scope(until, conditions, null, null));
  }

  void enterModule(int until, RustFacts.Inline module) {
    enter(new Scope(until, List.of(), module, null));
  }

  void enterFunction(int until, Function function) {
    enter(new Scope(until, List.of(), null, function));
  }

  /** Scopes must nest: one that would outlast those around it ends with them. */
  private void enter(Scope scope) {
    if (scopes.size() >= DEEPEST) {
      return;
    }
    int limit = scopes.isEmpty() ? end : scopes.peek().end();
    int until = Math.min(scope.end(), limit);
    scopes.push(new Scope(until, scope.conditions(), scope.module(), scope.function()));
    nextEnd = Math.min(nextEnd, until);
    if (scope.function() != null) {
      function = scope.function();
    }
  }

  /** The function around the token, if any. */
  @Nullable Function function() {
    return function;
  }

  /** The conditions that hold here, the outermost first. */
  List<String> conditions() {
    List<String> found = List.of();
    for (Scope scope : scopes) {
      if (!scope.conditions().isEmpty()) {
        found = found.isEmpty() ? scope.conditions() : joined(scope.conditions(), found);
      }
    }
    return found;
  }

  private static List<String> joined(List<String> outer, List<String> inner) {
    List<String> all = new ArrayList<>(outer);
    all.addAll(inner);
    return List.copyOf(all);
  }

  /** The inline modules around the token, the outermost first. */
  List<RustFacts.Inline> modules() {
    List<RustFacts.Inline> found = new ArrayList<>();
    scopes
        .descendingIterator()
        .forEachRemaining(
            scope -> {
              if (scope.module() != null) {
                found.add(scope.module());
              }
            });
    return List.copyOf(found);
  }
}
