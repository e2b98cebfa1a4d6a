package io.github.pyo3doctor.project;

import io.github.pyo3doctor.snapshot.Attachment;
import io.github.pyo3doctor.snapshot.Reach;
import io.github.pyo3doctor.snapshot.Visit;

/** Where functions start threads, and where such threads are waited for without a handle. */
final class ThreadVisits {
  private final RustTokens tokens;
  private final ReachScan reach;
  private final AttachmentScan attachments;
  private final VisitList visits;

  ThreadVisits(RustTokens tokens, ReachScan reach, AttachmentScan attachments, VisitList visits) {
    this.tokens = tokens;
    this.reach = reach;
    this.attachments = attachments;
    this.visits = visits;
  }

  /** Takes in a {@code spawn(…)}; the thread is known by the variable that holds its handle. */
  void spawn(int i, RustScopes.Function function) {
    boolean thread = tokens.is(i - 1, "::") && tokens.is(i - 2, "thread");
    int start = thread ? i - 2 : i;
    while (tokens.is(start - 1, "::") && tokens.isWord(start - 2)) {
      start -= 2;
    }
    boolean bound = thread && tokens.is(start - 1, '=') && tokens.isWord(start - 2);
    int name = bound ? start - 2 : i;
    Reach inside = reach.ofArgument(i + 1);
    visits.add(i, name, Visit.Kind.SPAWN, function, inside, thread ? "thread" : "");
  }

  /** Takes in threads that {@code thread::scope} waits for at its end, if nobody has before. */
  void scope(int i, RustScopes.Function function) {
    int end = Math.min(tokens.partner(i + 1), tokens.count());
    boolean starts = false;
    boolean joins = false;
    boolean detaches = false;
    for (int j = i + 2; j < end; j++) {
      detaches |= tokens.isWord(j) && reach.detaches(j);
      joins |= tokens.is(j, "join") && tokens.is(j - 1, '.');
      starts |= isScoped(j);
    }
    if (!starts || detaches) {
      return;
    }
    for (int j = i + 2; j < end; j++) {
      if (isScoped(j)) {
        started(i, reach.ofArgument(j + 1), function);
      }
    }
    if (!joins) {
      joined(i, attachments.current(function), function);
    }
  }

  private boolean isScoped(int i) {
    return tokens.is(i, "spawn") && tokens.is(i - 1, '.') && tokens.is(i + 1, '(');
  }

  /** Takes in an iterator that several threads work off, and that an attached one waits for. */
  void parallel(int i, RustScopes.Function function) {
    started(i, reach.ofParallel(i), function);
    joined(i, Attachment.ATTACHED, function);
  }

  private void started(int i, Reach inside, RustScopes.Function function) {
    add(i, Visit.Kind.SPAWN, inside, "thread", Attachment.DETACHED, function);
  }

  private void joined(int i, Attachment attachment, RustScopes.Function function) {
    add(i, Visit.Kind.JOIN, Reach.NONE, "", attachment, function);
  }

  private void add(
      int i,
      Visit.Kind kind,
      Reach inside,
      String owner,
      Attachment attachment,
      RustScopes.Function function) {
    String method = tokens.text(i);
    String handle = method + " in line " + tokens.position(i).line();
    visits.add(i, handle, kind, method, function, inside, owner, attachment);
  }
}
