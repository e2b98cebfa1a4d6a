package io.github.pyo3doctor.symptoms;

import java.util.Optional;

/**
 * The threads of a stack dump, frame by frame, the innermost first. Two of them stop each other
 * when one waits for Python and the other one keeps Python while it waits for something else.
 */
final class ThreadDump {
  /** Two threads that wait for each other, and the number of the signature that says so. */
  record Deadlock(int item, LogLine keepsPython, LogLine waitsForPython) {}

  /** A frame that waits, of a thread of which the outer frames are still to come. */
  private record Waiting(int item, LogLine frame) {}

  private boolean isInDump;
  private boolean isDecided;
  private Optional<Waiting> waiting = Optional.empty();
  private Optional<Waiting> keepsPython = Optional.empty();
  private Optional<LogLine> waitsForPython = Optional.empty();

  /** A frame that waits for something other than Python. */
  void waits(int item, LogLine frame) {
    if (!isInDump || isDecided) return;
    isDecided = true;
    waiting = Optional.of(new Waiting(item, frame));
  }

  /** A frame that says how its thread stands to Python. */
  Optional<Deadlock> read(Frame kind, LogLine frame) {
    switch (kind) {
      case NEXT_THREAD -> {
        isInDump = true;
        isDecided = false;
        waiting = Optional.empty();
      }
      case WAITS_FOR_PYTHON -> {
        if (!isInDump || isDecided) return Optional.empty();
        isDecided = true;
        waitsForPython = Optional.of(frame);
        return deadlock();
      }
      case LETS_PYTHON_GO -> {
        waiting = Optional.empty();
        isDecided = true;
      }
      case KEEPS_PYTHON -> {
        if (waiting.isEmpty()) return Optional.empty();
        keepsPython = waiting;
        waiting = Optional.empty();
        return deadlock();
      }
    }
    return Optional.empty();
  }

  private Optional<Deadlock> deadlock() {
    return keepsPython.flatMap(
        keeper ->
            waitsForPython.map(waiter -> new Deadlock(keeper.item(), keeper.frame(), waiter)));
  }
}
