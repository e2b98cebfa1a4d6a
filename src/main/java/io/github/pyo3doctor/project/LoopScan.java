package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Stay;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a loop from its keyword on, and tells whether it may turn for long. */
final class LoopScan {
  /** Longer loops and heads of loops are not looked through. */
  private static final int LONGEST = 5_000;

  private static final int LONGEST_HEAD = 100;

  /** Of so many numbers no reader keeps count. */
  private static final int MOST_NUMBERS = 20;

  private final RustTokens tokens;
  private final LongWaits waits;
  private final LaterWork later;
  private final LoopTurns turns;
  private final TurnCount counts;

  /**
   * A loop that may turn for long.
   *
   * @param calls what each turn calls
   * @param counter which of its function's parameters counts the turns, if one does
   * @param end where its body ends
   */
  record Found(Stay.Kind kind, List<String> calls, Optional<String> counter, int end) {}

  LoopScan(RustTokens tokens, LongWaits waits, LaterWork later, LoopTurns turns, TurnCount counts) {
    this.tokens = tokens;
    this.waits = waits;
    this.later = later;
    this.turns = turns;
    this.counts = counts;
  }

  /** Reads the {@code loop} or {@code while} that stands there. */
  Optional<Found> open(int keyword, RustScopes.Function function) {
    int open = body(keyword + 1);
    if (open < 0) {
      return Optional.empty();
    }
    int close = Math.min(tokens.partner(open), tokens.count());
    boolean forever =
        tokens.is(keyword, "loop")
            || (tokens.is(keyword + 1, "true") && tokens.is(keyword + 2, '{'));
    boolean endless = forever;
    boolean lasts = false;
    boolean lastsEachTurn = false;
    boolean leavesNothing = true;
    List<TurnCount.Bound> bounds = new ArrayList<>();
    counts.inHead(keyword, open, function).ifPresent(bounds::add);
    Set<String> calls = new LinkedHashSet<>();
    Set<String> callsInLoops = new LinkedHashSet<>();
    int innerStart = 0;
    int innerEnd = 0;
    for (int i = keyword + 1; i < Math.min(close, keyword + LONGEST); i++) {
      if (i >= innerEnd && tokens.is(i, "for") && body(i + 1) > 0) {
        innerStart = body(i + 1);
        innerEnd = Math.min(tokens.partner(innerStart), close);
      }
      boolean inner = i > innerStart && i < innerEnd;
      int behind = later.behind(i);
      if (behind > i) {
        i = behind - 1;
        continue;
      }
      if (turns.runsPython(i) || tokens.is(i, "await")) {
        return Optional.empty();
      }
      boolean leaves = turns.leaves(i);
      endless &= !leaves;
      boolean waiting = waits.lasts(i);
      lasts |= waiting;
      lastsEachTurn |= waiting && !inner;
      Optional<TurnCount.Bound> bound =
          leaves && forever ? counts.before(i, function) : Optional.empty();
      bound.ifPresent(bounds::add);
      leavesNothing &= (bound.isPresent() || !leaves) && !turns.grows(i);
      if (tokens.isWord(i) && tokens.is(i + 1, '(')) {
        (inner ? callsInLoops : calls).add(tokens.text(i));
      }
    }
    if (!lastsEachTurn) {
      calls.addAll(callsInLoops); // else an idle turn goes without them
    }
    List<String> called = List.copyOf(calls);
    if (lasts || endless) {
      return Optional.of(new Found(Stay.Kind.LOOP, called, Optional.empty(), close));
    }
    boolean few = !bounds.isEmpty() && bounds.size() <= MOST_NUMBERS;
    if (!leavesNothing || !few || !isCountedTo(bounds, open, close)) {
      return Optional.empty();
    }
    Optional<String> counter = counts.parameter(bounds.getFirst().number(), function);
    return Optional.of(new Found(Stay.Kind.COUNTED_LOOP, called, counter, close));
  }

  /** Whether each turn comes nearer to all bounds by a step, and nothing but them ends it. */
  private boolean isCountedTo(List<TurnCount.Bound> bounds, int open, int close) {
    for (TurnCount.Bound bound : bounds) {
      boolean steps = false;
      for (int i = open; i < Math.min(close, open + LONGEST); i++) {
        boolean moved = !bound.countsDown() && turns.changes(i, bound.number());
        boolean jumps = turns.changesOtherwise(i, bound.variable(), bound.countsDown());
        if (moved || jumps || turns.indexes(i, bound.variable())) {
          return false;
        }
        steps |= turns.steps(i, bound.variable(), bound.countsDown());
      }
      if (!steps) {
        return false;
      }
    }
    return true;
  }

  /** Reads the {@code for} that stands there. */
  Optional<Found> counted(int keyword, RustScopes.Function function) {
    int open = body(keyword + 1);
    if (open < 0) {
      return Optional.empty();
    }
    int close = Math.min(tokens.partner(open), tokens.count());
    boolean connections =
        tokens.is(open - 1, ')') && tokens.is(open - 2, '(') && tokens.is(open - 3, "incoming");
    int last = counts.range(open - 1);
    boolean endless = !connections && counts.isEndless(last);
    Optional<String> counter =
        connections || endless ? Optional.empty() : counts.ofRange(last, function);
    if (!connections && !endless && counter.isEmpty()) {
      return Optional.empty();
    }
    Set<String> calls = new LinkedHashSet<>();
    List<Integer> numbers = new ArrayList<>(List.of(keyword + 1));
    for (int i = open; i < Math.min(close, open + LONGEST); i++) {
      int derived = turns.derived(i, numbers);
      if (derived > 0 && numbers.size() < MOST_NUMBERS) {
        numbers.add(derived);
      }
      boolean bounded = turns.leaves(i) || turns.grows(i) || turns.indexes(i, numbers);
      if (turns.runsPython(i) || (!connections && bounded)) {
        return Optional.empty();
      }
      if (tokens.isWord(i) && tokens.is(i + 1, '(')) {
        calls.add(tokens.text(i));
      }
    }
    Stay.Kind kind =
        connections ? Stay.Kind.CONNECTION : endless ? Stay.Kind.LOOP : Stay.Kind.COUNTED_LOOP;
    return Optional.of(new Found(kind, List.copyOf(calls), counter, close));
  }

  /** Where the body ends of the loop that stands there; there itself when it has none. */
  int end(int keyword) {
    int open = body(keyword + 1);
    return open < 0 ? keyword : Math.min(tokens.partner(open), tokens.count());
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
}
