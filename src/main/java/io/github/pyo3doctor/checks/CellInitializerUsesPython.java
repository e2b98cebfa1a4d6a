package io.github.pyo3doctor.checks;

import static io.github.pyo3doctor.checks.WaitingSources.step;

import io.github.pyo3doctor.snapshot.Attachment;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Reach;
import io.github.pyo3doctor.snapshot.SharedItem;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Visit;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cell that blocks all but the first thread, filled by code that needs Python: the first thread
 * may have to wait for Python, which a second one keeps while it waits for the cell.
 *
 * @see <a href="https://pyo3.rs/main/faq.html">PyO3's FAQ, its first entry</a>
 */
final class CellInitializerUsesPython implements Check {
  private static final int MOST_USERS_SHOWN = 4;

  private final WaitingAdvice advice;
  private final OncePer<CargoPackage, WaitingSources> sourcesOf;

  CellInitializerUsesPython(WaitingAdvice advice, OncePer<CargoPackage, WaitingSources> sourcesOf) {
    this.advice = advice;
    this.sourcesOf = sourcesOf;
  }

  @Override
  public String id() {
    return "cell-initializer-uses-python";
  }

  @Override
  public String topic() {
    return "once-deadlock";
  }

  @Override
  public String question() {
    return "Can threads wait for each other in a cell that is filled once?";
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
        List<String> way = way(sources, item);
        List<Visit> visits = sources.visits(item, using(item));
        boolean atImport =
            !visits.isEmpty() && visits.stream().allMatch(sources::comesFromImportAlone);
        if (!way.isEmpty() && !atImport) {
          findings.add(judge(sources, item, way, workspace, cargo));
        }
      }
    }
    return findings;
  }

  /** How what fills the item comes to Python. */
  private static List<String> way(WaitingSources sources, SharedItem item) {
    return switch (item.kind()) {
      case LOCK -> List.of();
      case LAZY -> way(sources, item, item.initializer(), "its initialiser");
      case CELL -> {
        for (Visit visit : sources.visits(item, Visit.Kind.FILL)) {
          List<String> steps = way(sources, item, visit.inside(), "the closure that fills it");
          if (!steps.isEmpty()) {
            yield steps;
          }
        }
        yield List.of();
      }
    };
  }

  /**
   * Helpers that do not attach count where more than the import of a module written against the C
   * interface may fill the item: it is a field, or a function that is attached comes to it.
   */
  private static List<String> way(
      WaitingSources sources, SharedItem item, Reach filling, String subject) {
    boolean waits = users(sources, item).anyMatch(user -> user.attachment() == Attachment.DETACHED);
    if (filling.attachesOnly() && !waits) {
      return List.of(); // who is attached already comes out again before others are let in
    }
    List<String> attaching = sources.trace(filling, subject);
    boolean shared =
        !item.owner().isEmpty()
            || users(sources, item).anyMatch(user -> user.attachment() == Attachment.ATTACHED);
    return attaching.isEmpty() && shared ? sources.traceToPython(filling, subject) : attaching;
  }

  /** Whether nothing more than attaching needs Python while the item is filled. */
  private static boolean onlyAttaches(WaitingSources sources, SharedItem item) {
    return switch (item.kind()) {
      case LOCK -> false;
      case LAZY -> item.initializer().attachesOnly();
      case CELL -> {
        List<Reach> filling =
            sources.visits(item, Visit.Kind.FILL).stream().map(Visit::inside).toList();
        yield !filling.isEmpty() && filling.stream().allMatch(Reach::attachesOnly);
      }
    };
  }

  private static Stream<WaitingSources.User> users(WaitingSources sources, SharedItem item) {
    return sources.visits(item, using(item)).stream()
        .flatMap(visit -> sources.users(visit).stream());
  }

  private static Visit.Kind using(SharedItem item) {
    return item.kind() == SharedItem.Kind.LAZY ? Visit.Kind.USE : Visit.Kind.FILL;
  }

  private Finding judge(
      WaitingSources sources,
      SharedItem item,
      List<String> way,
      Workspace workspace,
      CargoPackage cargo) {
    List<Visit> visits = sources.visits(item, using(item));
    Map<Located<String>, WaitingSources.User> attached = new LinkedHashMap<>();
    Map<Located<String>, WaitingSources.User> others = new LinkedHashMap<>();
    for (Visit visit : visits) {
      for (WaitingSources.User user : sources.users(visit)) {
        boolean holds = user.attachment() == Attachment.ATTACHED && !isFilledBefore(visit, visits);
        (holds ? attached : others).putIfAbsent(user.function(), ending(user, visit));
      }
    }
    Optional<List<String>> fromImport =
        visits.stream().flatMap(visit -> sources.wayFromImport(visit).stream()).findFirst();
    boolean filledAtImport = fromImport.isPresent();
    boolean allDetach =
        attached.isEmpty()
            && !others.isEmpty()
            && others.values().stream().allMatch(user -> user.attachment() == Attachment.DETACHED);
    boolean field = !item.owner().isEmpty();
    Severity severity =
        field || allDetach || filledAtImport
            ? Severity.HINT
            : attached.size() > 1 ? Severity.ERROR : Severity.WARNING;
    List<String> evidence = new ArrayList<>();
    evidence.add(
        step(
            new Located<>("", item.location()),
            "`"
                + item.shown()
                + "` is a `"
                + item.type()
                + "`"
                + (field ? " in `" + item.owner() + "`" : "")));
    evidence.addAll(way);
    fromImport.ifPresent(evidence::addAll);
    attached.values().stream()
        .limit(MOST_USERS_SHOWN)
        .forEach(user -> evidence.addAll(user.steps()));
    others.values().stream()
        .limit(Math.max(0, MOST_USERS_SHOWN - attached.size()))
        .forEach(user -> evidence.addAll(user.steps()));
    evidence.addAll(advice.evidence(workspace, cargo));
    return new Finding(
        id(),
        topic(),
        severity,
        message(
            item,
            severity,
            attached.size(),
            filledAtImport,
            allDetach,
            onlyAttaches(sources, item)),
        Optional.of(item.location()),
        evidence.stream().distinct().toList(),
        Optional.of(advice.forCell(workspace, cargo, item)));
  }

  /** Whether the same function has filled it detached by then. */
  private static boolean isFilledBefore(Visit visit, List<Visit> visits) {
    return visits.stream()
        .anyMatch(
            other ->
                other.attachment() == Attachment.DETACHED
                    && other.function().equals(visit.function())
                    && other.line().location().line() < visit.line().location().line());
  }

  private static WaitingSources.User ending(WaitingSources.User user, Visit visit) {
    String how =
        switch (visit.attachment()) {
          case ATTACHED -> " comes to it attached";
          case DETACHED -> " comes to it detached";
          case UNKNOWN -> " comes to it";
        };
    List<String> steps = new ArrayList<>(user.steps());
    steps.add(step(visit.line(), "`" + visit.function().value() + "`" + how));
    return new WaitingSources.User(user.function(), user.attachment(), steps);
  }

  private static String message(
      SharedItem item,
      Severity severity,
      int attached,
      boolean filledAtImport,
      boolean allDetach,
      boolean onlyAttaches) {
    String subject =
        "what fills `" + item.shown() + (onlyAttaches ? "` attaches" : "` needs Python");
    if (onlyAttaches && severity != Severity.HINT) {
      return subject
          + ": a thread that fills it detached and one that waits for it attached wait for each"
          + " other forever";
    }
    if (severity == Severity.ERROR) {
      return subject
          + ", and "
          + attached
          + " functions come to it attached: threads that meet there wait for each other forever";
    }
    if (severity == Severity.WARNING) {
      return subject + ": attached threads that meet there wait for each other forever";
    }
    if (filledAtImport) {
      return subject + ", which goes well only because the module's import fills it first";
    }
    return allDetach
        ? subject + ", which goes well only as long as every thread detaches before it comes there"
        : subject + ": attached threads that share the value can wait for each other there";
  }
}
