package io.github.pyo3doctor.checks;

import static io.github.pyo3doctor.checks.WaitingSources.code;
import static io.github.pyo3doctor.checks.WaitingSources.step;

import io.github.pyo3doctor.snapshot.Attachment;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Visit;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An attached function waits for threads that it has started and that attach: they cannot before it
 * returns.
 *
 * @see <a href="https://pyo3.rs/main/parallelism.html">PyO3's guide, parallelism</a>
 */
final class WaitsForAttachingThread implements Check {
  private final WaitingAdvice advice;
  private final OncePer<CargoPackage, WaitingSources> sourcesOf;

  WaitsForAttachingThread(WaitingAdvice advice, OncePer<CargoPackage, WaitingSources> sourcesOf) {
    this.advice = advice;
    this.sourcesOf = sourcesOf;
  }

  @Override
  public String id() {
    return "waits-for-attaching-thread";
  }

  @Override
  public String topic() {
    return "gil-lock-deadlock";
  }

  @Override
  public String question() {
    return "Do attached functions wait for threads that need Python?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(snapshot, this::examine);
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    List<Finding> findings = new ArrayList<>();
    for (CargoPackage cargo : PythonMembers.of(workspace)) {
      WaitingSources sources = sourcesOf.of(cargo);
      for (Visit wait : sources.visits()) {
        if (wait.attachment() == Attachment.ATTACHED) {
          examine(sources, wait, workspace, cargo).ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private Optional<Finding> examine(
      WaitingSources sources, Visit wait, Workspace workspace, CargoPackage cargo) {
    Optional<Severity> severity =
        switch (wait.kind()) {
          case JOIN -> Optional.of(Severity.ERROR);
          case RECEIVE -> Optional.of(Severity.WARNING);
          case BLOCK_ON -> Optional.of(Severity.HINT);
          case FILL, USE, LOCK, CALL, SPAWN -> Optional.empty();
        };
    if (severity.isEmpty()) {
      return Optional.empty();
    }
    boolean future = wait.kind() == Visit.Kind.BLOCK_ON;
    List<Visit> started =
        sources.visitsIn(wait.function()).stream()
            .filter(visit -> visit.kind() == Visit.Kind.SPAWN)
            .filter(visit -> visit.owner().equals("thread") != future)
            .toList();
    List<Visit> meant = started.stream().filter(visit -> visit.name().equals(wait.name())).toList();
    List<String> way = List.of();
    Optional<Visit> thread = Optional.empty();
    for (Visit visit : meant.isEmpty() ? started : meant) {
      way = sources.trace(visit.inside(), "the thread");
      if (way.isEmpty()) {
        return Optional.empty();
      }
      thread = Optional.of(visit);
    }
    List<String> steps = way;
    return thread.map(
        visit -> finding(wait, visit, steps, severity.get(), advice, workspace, cargo));
  }

  private Finding finding(
      Visit wait,
      Visit thread,
      List<String> way,
      Severity severity,
      WaitingAdvice waiting,
      Workspace workspace,
      CargoPackage cargo) {
    List<String> evidence = new ArrayList<>();
    evidence.add(
        step(
            thread.line(),
            "`" + wait.function().value() + "` starts it: `" + code(thread.line().value()) + "`"));
    evidence.addAll(way);
    evidence.add(step(wait.line(), "`" + code(wait.line().value()) + "` waits while attached"));
    evidence.addAll(waiting.evidence(workspace, cargo));
    return new Finding(
        id(),
        topic(),
        severity,
        message(wait, severity),
        Optional.of(wait.line().location()),
        evidence.stream().distinct().toList(),
        Optional.of(waiting.forWait(workspace, cargo)));
  }

  private static String message(Visit wait, Severity severity) {
    String function = "`" + wait.function().value() + "`";
    return switch (severity) {
      case ERROR ->
          function + " waits attached for a thread that attaches: neither of them can go on";
      case WARNING ->
          function + " waits attached for a message, and the thread it started attaches first";
      case HINT -> function + " waits attached for a future, and the task it started attaches";
    };
  }
}
