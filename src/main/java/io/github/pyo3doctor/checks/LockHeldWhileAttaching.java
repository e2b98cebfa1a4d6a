package io.github.pyo3doctor.checks;

import static io.github.pyo3doctor.checks.WaitingSources.code;
import static io.github.pyo3doctor.checks.WaitingSources.step;

import io.github.pyo3doctor.snapshot.Attachment;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.SharedItem;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Visit;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A lock that one function holds while it waits for Python, and another one takes while it is
 * attached: the two threads wait for each other.
 *
 * @see <a href="https://pyo3.rs/main/free-threading.html">PyO3's guide, free threading</a>
 */
final class LockHeldWhileAttaching implements Check {
  private final WaitingAdvice advice;
  private final OncePer<CargoPackage, WaitingSources> sourcesOf;

  /**
   * A place that holds the lock while Python is waited for.
   *
   * @param way how it comes to Python
   */
  private record Holder(Visit visit, List<String> way, Waits waits) {}

  /** Whether who holds the lock has to wait for Python. */
  private enum Waits {
    /** In any case. */
    SURELY,
    /** If its thread is not attached, or comes to the line that detaches. */
    UNLESS_CALLED_OTHERWISE,
    /** If the Python code that runs lets other threads in. */
    IF_OTHERS_ARE_LET_IN
  }

  /** A place where an attached thread asks for the lock. */
  private record Taker(Visit visit, WaitingSources.User user) {}

  LockHeldWhileAttaching(WaitingAdvice advice, OncePer<CargoPackage, WaitingSources> sourcesOf) {
    this.advice = advice;
    this.sourcesOf = sourcesOf;
  }

  @Override
  public String id() {
    return "lock-held-while-attaching";
  }

  @Override
  public String topic() {
    return "gil-lock-deadlock";
  }

  @Override
  public String question() {
    return "Do threads wait for Python while they hold a lock that attached threads take?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(snapshot, this::examine);
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    List<Finding> findings = new ArrayList<>();
    for (CargoPackage cargo : PythonMembers.of(workspace)) {
      WaitingSources sources = sourcesOf.of(cargo);
      for (SharedItem item : sources.items()) {
        if (item.kind() == SharedItem.Kind.LOCK) {
          examine(sources, item, workspace, cargo).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private Optional<Finding> examine(
      WaitingSources sources, SharedItem item, Workspace workspace, CargoPackage cargo) {
    List<Visit> visits = sources.visits(item, Visit.Kind.LOCK);
    List<Holder> holders =
        visits.stream().flatMap(visit -> holder(sources, visit).stream()).toList();
    if (holders.isEmpty()) {
      return Optional.empty();
    }
    List<Taker> takers = visits.stream().flatMap(visit -> taker(sources, visit).stream()).toList();
    Optional<Finding> best = Optional.empty();
    for (Holder holder : holders) {
      for (Taker taker : takers) {
        Optional<Severity> severity = severity(holder, taker);
        boolean louder =
            severity.isPresent()
                && best.map(found -> severity.get().compareTo(found.severity()) < 0).orElse(true);
        if (louder) {
          best = Optional.of(finding(item, holder, taker, severity.get(), workspace, cargo));
        }
      }
    }
    return best;
  }

  private static Optional<Holder> holder(WaitingSources sources, Visit visit) {
    if (isAlone(visit)) {
      return Optional.empty();
    }
    if (visit.inside().detaches()) {
      Located<String> line = visit.inside().python().orElseThrow();
      String what = " holds it while it detaches and attaches again: `";
      return Optional.of(new Holder(visit, said(visit, line, what), Waits.SURELY));
    }
    if (visit.inside().runsPython()) {
      Located<String> line = visit.inside().python().orElseThrow();
      String what = " holds it while Python runs: `";
      return Optional.of(new Holder(visit, said(visit, line, what), Waits.IF_OTHERS_ARE_LET_IN));
    }
    boolean attachedAlready =
        sources.users(visit).stream().anyMatch(user -> user.attachment() == Attachment.ATTACHED);
    List<String> way =
        attachedAlready
            ? List.of()
            : sources.trace(visit.inside(), "meanwhile `" + visit.function().value() + "`");
    if (!way.isEmpty()) {
      Waits waits = sources.comesDetached(visit) ? Waits.SURELY : Waits.UNLESS_CALLED_OTHERWISE;
      return Optional.of(new Holder(visit, taking(visit, way), waits));
    }
    return helper(sources, visit);
  }

  /**
   * Whether a method comes there that holds its object mutably: PyO3 lets no second thread use the
   * object then, and so come to a field of it.
   */
  private static boolean isAlone(Visit visit) {
    return visit.borrow().filter(Visit.Borrow.MUTABLE::equals).isPresent();
  }

  /** A function that is called while the lock is held, and detaches or runs Python. */
  private static Optional<Holder> helper(WaitingSources sources, Visit visit) {
    return helper(visit, sources::detaches, Waits.UNLESS_CALLED_OTHERWISE)
        .or(() -> helper(visit, sources::runsPython, Waits.IF_OTHERS_ARE_LET_IN));
  }

  private static Optional<Holder> helper(
      Visit visit, Function<String, List<String>> onward, Waits waits) {
    for (Located<String> call : visit.inside().calls()) {
      List<String> steps = onward.apply(call.value());
      if (!steps.isEmpty()) {
        String calls = "meanwhile `" + visit.function().value() + "` calls `" + call.value() + "`";
        List<String> way = new ArrayList<>();
        way.add(step(call, calls));
        way.addAll(steps);
        return Optional.of(new Holder(visit, taking(visit, way), waits));
      }
    }
    return Optional.empty();
  }

  private static List<String> taking(Visit visit, List<String> way) {
    List<String> steps = new ArrayList<>();
    steps.add(step(visit.line(), "`" + visit.function().value() + "` takes it"));
    steps.addAll(way);
    return steps;
  }

  private static List<String> said(Visit visit, Located<String> line, String what) {
    String function = "`" + visit.function().value() + "`";
    return List.of(
        step(visit.line(), function + " takes it"),
        step(line, function + what + code(line.value()) + "`"));
  }

  private static Optional<Taker> taker(WaitingSources sources, Visit visit) {
    return sources.users(visit).stream()
        .filter(user -> user.attachment() == Attachment.ATTACHED)
        .findFirst()
        .map(user -> new Taker(visit, user));
  }

  private static Optional<Severity> severity(Holder holder, Taker taker) {
    boolean readsOnly =
        holder.visit().method().equals("read") && taker.visit().method().equals("read");
    boolean keptOut = holder.visit().borrow().isPresent() && isAlone(taker.visit());
    if (readsOnly || keptOut) {
      return Optional.empty();
    }
    boolean other = !holder.visit().function().equals(taker.visit().function());
    return Optional.of(
        switch (holder.waits()) {
          case SURELY -> other ? Severity.ERROR : Severity.WARNING;
          case UNLESS_CALLED_OTHERWISE -> Severity.WARNING;
          case IF_OTHERS_ARE_LET_IN -> Severity.HINT; // most code of Python's lets nobody in
        });
  }

  private Finding finding(
      SharedItem item,
      Holder holder,
      Taker taker,
      Severity severity,
      Workspace workspace,
      CargoPackage cargo) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        step(
            new Located<>("", item.location()),
            "`" + item.shown() + "` is a `" + item.type() + "`"));
    evidence.addAll(holder.way());
    evidence.addAll(taker.user().steps());
    evidence.add(
        step(
            taker.visit().line(),
            "`" + taker.visit().function().value() + "` takes it while attached"));
    evidence.addAll(advice.evidence(workspace, cargo));
    boolean same = holder.visit().function().equals(taker.visit().function());
    String holding =
        "`" + holder.visit().function().value() + "` holds `" + item.shown() + "` while ";
    String waiting =
        holder.waits() == Waits.IF_OTHERS_ARE_LET_IN ? "Python runs" : "it waits for Python";
    String taking =
        same
            ? ": a second attached thread that comes there can wait for it forever"
            : ", and `"
                + taker.visit().function().value()
                + "` takes it while attached: the two can wait for each other forever";
    return new Finding(
        id(),
        topic(),
        severity,
        holding + waiting + taking,
        Optional.of(holder.visit().line().location()),
        evidence.stream().distinct().toList(),
        Optional.of(advice.forLock(workspace, cargo, item)));
  }
}
