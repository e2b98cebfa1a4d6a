package io.github.pyo3doctor.checks;

import static io.github.pyo3doctor.checks.WaitingSources.code;
import static io.github.pyo3doctor.checks.WaitingSources.step;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Hold;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.PythonItem;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Functions that hold an object of a Python class mutably while something else may ask for it: PyO3
 * refuses, with {@code RuntimeError} or a panic. What only may happen is one hint for each class.
 *
 * @see <a href="https://pyo3.rs/main/class.html#bound-and-interior-mutability">PyO3's guide</a>
 */
final class ObjectAlreadyBorrowed implements Check {
  private final OncePer<CargoPackage, WaitingSources> sourcesOf;

  ObjectAlreadyBorrowed(OncePer<CargoPackage, WaitingSources> sourcesOf) {
    this.sourcesOf = sourcesOf;
  }

  @Override
  public String id() {
    return "object-already-borrowed";
  }

  @Override
  public String topic() {
    return "already-borrowed";
  }

  @Override
  public String question() {
    return "Are objects held mutably while something else may ask for them?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(snapshot, this::examine);
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    List<Finding> findings = new ArrayList<>();
    for (CargoPackage cargo : PythonMembers.of(workspace)) {
      Map<String, PythonItem> classes = new HashMap<>();
      PythonSources.items(cargo)
          .filter(item -> item.macroName().equals("pyclass"))
          .forEach(item -> classes.put(item.name(), item));
      Map<String, List<Hold>> together = new LinkedHashMap<>();
      WaitingSources sources = sourcesOf.of(cargo);
      for (Hold seen : sources.holds()) {
        Hold hold = lettingOthersIn(seen, sources);
        if (matters(hold, Optional.ofNullable(classes.get(hold.owner())))) {
          String group = apart(hold) ? hold.line().location().toString() : hold.owner();
          together.computeIfAbsent(hold.kind() + " " + group, _ -> new ArrayList<>()).add(hold);
        }
      }
      together.values().forEach(holds -> findings.add(finding(holds, sources)));
    }
    return findings;
  }

  /** A helper that detaches does what the method would do itself. */
  private static Hold lettingOthersIn(Hold hold, WaitingSources sources) {
    return hold.kind() == Hold.Kind.HELPER && !sources.detaches(hold.method()).isEmpty()
        ? hold.as(Hold.Kind.DETACHED)
        : hold;
  }

  private static boolean matters(Hold hold, Optional<PythonItem> item) {
    return switch (hold.kind()) {
      case SECOND_ARGUMENT -> item.isPresent() && !item.get().has("frozen");
      case DETACHED -> item.isPresent() && !item.get().has("unsendable");
      case BORROWED_AGAIN, PERHAPS_BORROWED_AGAIN, HANDED_ON, CALLBACK -> true;
      case HELPER -> false;
    };
  }

  private static boolean apart(Hold hold) {
    return severity(hold) != Severity.HINT;
  }

  private static Severity severity(Hold hold) {
    return switch (hold.kind()) {
      case BORROWED_AGAIN -> Severity.ERROR;
      case PERHAPS_BORROWED_AGAIN, HANDED_ON -> Severity.WARNING;
      case CALLBACK, DETACHED, HELPER, SECOND_ARGUMENT -> Severity.HINT;
    };
  }

  private Finding finding(List<Hold> holds, WaitingSources sources) {
    Hold first = holds.getFirst();
    List<String> evidence = new ArrayList<>();
    for (Hold hold : holds) {
      if (hold.borrow().equals(hold.function())) {
        evidence.add(
            step(hold.line(), "`" + name(hold) + "`: `" + code(hold.line().value()) + "`"));
        boolean helps = hold.kind() == Hold.Kind.DETACHED;
        evidence.addAll(helps ? sources.detaches(hold.method()) : List.of());
      } else {
        evidence.add(
            step(
                hold.borrow(),
                "`" + code(hold.borrow().value()) + "` holds `" + hold.held() + "`"));
        evidence.add(step(hold.line(), "meanwhile: `" + code(hold.line().value()) + "`"));
      }
    }
    return new Finding(
        id(),
        topic(),
        severity(first),
        message(holds, first),
        Optional.of(first.line().location()),
        evidence.stream().distinct().toList(),
        Optional.of(new Fix(advice(first), Fix.Grade.MANUAL, List.of())));
  }

  private static String name(Hold hold) {
    return (hold.owner().isEmpty() ? "" : hold.owner() + ".") + hold.function().value();
  }

  private static String message(List<Hold> holds, Hold first) {
    long functions = holds.stream().map(Hold::function).distinct().count();
    boolean one = functions == 1;
    String who =
        one
            ? "`" + name(first) + "` holds its object"
            : functions + " methods of `" + first.owner() + "` hold their object";
    String refused =
        first.method().equals("borrow") ? "Already mutably borrowed" : "Already borrowed";
    return switch (first.kind()) {
      case BORROWED_AGAIN, PERHAPS_BORROWED_AGAIN ->
          "`"
              + name(first)
              + "` borrows `"
              + first.held()
              + "` twice at once: it panics with `"
              + refused
              + "`";
      case HANDED_ON ->
          "`"
              + name(first)
              + "` hands `"
              + first.held()
              + "` to Python while it holds it mutably: using it raises `RuntimeError`";
      case CALLBACK ->
          who + " mutably while Python code runs: if that uses the object, it gets `RuntimeError`";
      case DETACHED, HELPER ->
          who
              + " mutably while other threads may run: those that use the object get"
              + " `RuntimeError`";
      case SECOND_ARGUMENT ->
          one
              ? "`"
                  + name(first)
                  + "` raises `RuntimeError` if it is given one `"
                  + first.owner()
                  + "` twice"
              : functions
                  + " functions raise `RuntimeError` if they are given one `"
                  + first.owner()
                  + "` twice";
    };
  }

  private static String advice(Hold hold) {
    return switch (hold.kind()) {
      case BORROWED_AGAIN, PERHAPS_BORROWED_AGAIN ->
          "Let go of the first borrow, or use it for both";
      case HANDED_ON, CALLBACK -> "Give the borrow back before Python is called";
      case DETACHED, HELPER ->
          "Make the class `frozen`, and guard what changes with a lock of its own";
      case SECOND_ARGUMENT -> "Take `&Bound<'_, Self>`, and compare with `is` before borrowing";
    };
  }
}
