package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Stay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the methods that work off a range, on one thread or several, and leave one value. */
final class RangeScan {
  /** What works off an iterator and leaves one value. */
  private static final WordSet ADDING_UP =
      WordSet.of(
          "fold",
          "for_each",
          "sum",
          "product",
          "count",
          "max",
          "max_by",
          "max_by_key",
          "min",
          "min_by",
          "min_by_key",
          "last",
          "reduce",
          "reduce_with");

  /** Behind these something else than the number may end it. */
  private static final WordSet SHORTENING = WordSet.of("zip", "take_while", "map_while", "scan");

  private static final WordSet PARALLEL = WordSet.of("into_par_iter", "par_bridge");

  /** Longer arguments are not looked through. */
  private static final int LONGEST_ARGUMENTS = 2_000;

  /** What leads from one method to the arguments that follow is not longer. */
  private static final int LONGEST_TURBOFISH = 100;

  /** Closures with more parameters are of no iterator. */
  private static final int MOST_GIVEN = 8;

  private final RustTokens tokens;
  private final LoopTurns turns;
  private final TurnCount counts;

  RangeScan(RustTokens tokens, LoopTurns turns, TurnCount counts) {
    this.tokens = tokens;
    this.turns = turns;
    this.counts = counts;
  }

  /** Whether a method of a range is called there, so that it can be read. */
  boolean begins(int method) {
    return tokens.is(method + 1, '(') && tokens.is(method - 1, '.') && tokens.is(method - 2, ')');
  }

  /** Reads the first method, from its name on. */
  Optional<LoopScan.Found> read(int method, RustScopes.Function function, boolean byPython) {
    int last = counts.range(method - 2);
    Optional<String> counter = counts.ofRange(last, function);
    if (counter.isEmpty() && !counts.isEndless(last)) {
      return Optional.empty();
    }
    boolean parallel = PARALLEL.contains(tokens, method);
    if (parallel && counter.isPresent() && byPython) {
      int end = Math.min(tokens.partner(method + 1), tokens.count());
      return indexesInChain(end + 1)
          ? Optional.empty()
          : found(Stay.Kind.COUNTED_PARALLEL, Set.of(), counter, end);
    }
    Set<String> calls = new LinkedHashSet<>();
    boolean works = false;
    int i = method;
    while (tokens.isWord(i)) {
      int open = open(i);
      if (open < 0) {
        return Optional.empty();
      }
      int close = Math.min(tokens.partner(open), tokens.count());
      if (close - open > LONGEST_ARGUMENTS || indexes(open, close)) {
        return Optional.empty();
      }
      for (int inside = open; inside < close; inside++) {
        if (turns.runsPython(inside) || turns.grows(inside)) {
          return Optional.empty();
        }
        if (tokens.isWord(inside) && tokens.is(inside + 1, '(')) {
          calls.add(tokens.text(inside));
        }
      }
      boolean takes = tokens.is(i, "take") || tokens.is(i, "nth");
      if (takes) {
        counter = counts.ofExpression(open + 1, close, function);
      }
      if (SHORTENING.contains(tokens, i) || (takes && counter.isEmpty())) {
        return Optional.empty();
      }
      boolean ends = ADDING_UP.contains(tokens, i) || (works && tokens.is(i, "nth"));
      works |= !takes && close > open + 1;
      if (ends && works && counter.isPresent()) {
        Stay.Kind kind = parallel ? Stay.Kind.COUNTED_PARALLEL : Stay.Kind.COUNTED_LOOP;
        return found(kind, calls, counter, close);
      }
      i = tokens.is(close + 1, '.') ? close + 2 : tokens.count();
    }
    return Optional.empty();
  }

  /** Whether a closure in the methods that follow asks for an element by what it is given. */
  private boolean indexesInChain(int dot) {
    int i = dot;
    while (tokens.is(i, '.') && tokens.isWord(i + 1)) {
      int open = open(i + 1);
      int close = open < 0 ? tokens.count() : Math.min(tokens.partner(open), tokens.count());
      if (open > 0 && indexes(open, Math.min(close, open + LONGEST_ARGUMENTS))) {
        return true;
      }
      i = close + 1;
    }
    return false;
  }

  /**
   * Whether a closure among arguments asks for an element by what it is given: the input bounds it.
   */
  private boolean indexes(int open, int close) {
    List<Integer> given = new ArrayList<>();
    boolean parameters = false;
    for (int i = open + 1; i < close; i++) {
      if (tokens.is(i, '|')) {
        parameters = !parameters && beginsClosure(i);
      } else if (parameters && tokens.isWord(i) && given.size() < MOST_GIVEN) {
        given.add(i);
      } else if (!parameters && turns.indexes(i, given)) {
        return true;
      }
    }
    return false;
  }

  private boolean beginsClosure(int bar) {
    return tokens.is(bar - 1, '(') || tokens.is(bar - 1, ',') || tokens.is(bar - 1, "move");
  }

  private static Optional<LoopScan.Found> found(
      Stay.Kind kind, Set<String> calls, Optional<String> counter, int end) {
    return Optional.of(new LoopScan.Found(kind, List.copyOf(calls), counter, end));
  }

  /** The parenthesis behind a method's name; -1 when there is none. */
  private int open(int method) {
    for (int i = method + 1; i < method + LONGEST_TURBOFISH && !tokens.is(i, ';'); i++) {
      if (tokens.is(i, '(')) {
        return i;
      }
    }
    return -1;
  }
}
