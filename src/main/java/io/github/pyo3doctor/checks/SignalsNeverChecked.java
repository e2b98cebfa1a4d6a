package io.github.pyo3doctor.checks;

import static io.github.pyo3doctor.checks.WaitingSources.code;
import static io.github.pyo3doctor.checks.WaitingSources.step;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Stay;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Functions that Python calls, and that wait or loop for as long as it takes without asking for
 * signals: Ctrl-C does nothing until they return. One finding for each way of waiting, since what
 * helps is one helper for all of them.
 */
final class SignalsNeverChecked implements Check {
  private static final int MOST_CALLERS = 3;

  private static final Comparator<Place> BY_LINE =
      Comparator.comparing((Place place) -> place.stay().line().location().file())
          .thenComparingInt(place -> place.stay().line().location().line());

  @Override
  public String id() {
    return "signals-never-checked";
  }

  @Override
  public String topic() {
    return "ctrl-c-ignored";
  }

  @Override
  public String question() {
    return "Does Ctrl-C reach functions that wait or loop?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachWorkspace.examine(snapshot, this::examine);
  }

  private List<Finding> examine(Project project, Workspace workspace) {
    SignalChecks checked = new SignalChecks(workspace);
    List<Finding> findings = new ArrayList<>();
    for (CargoPackage cargo : PythonMembers.of(workspace)) {
      Map<Stay.Kind, Map<Location, Place>> found = new EnumMap<>(Stay.Kind.class);
      for (SignalChecks.Reached reached : checked.uninterruptible(cargo)) {
        found
            .computeIfAbsent(reached.stay().kind(), _ -> new LinkedHashMap<>())
            .computeIfAbsent(
                reached.stay().line().location(),
                _ -> new Place(reached.stay(), reached.holder(), new LinkedHashSet<>()))
            .entries()
            .add(reached.entry());
      }
      found.forEach(
          (kind, places) ->
              findings.add(finding(kind, places.values().stream().sorted(BY_LINE).toList())));
    }
    return findings;
  }

  /** A place, the function it stands in, and those through which Python comes there. */
  private record Place(Stay stay, Located<String> holder, Set<Located<String>> entries) {}

  private Finding finding(Stay.Kind kind, List<Place> places) {
    Set<Located<String>> entries = new HashSet<>();
    places.forEach(place -> entries.addAll(place.entries()));
    boolean one = entries.size() == 1;
    String who =
        one ? "`" + entries.iterator().next().value() + "` " : entries.size() + " functions ";
    List<String> evidence = new ArrayList<>();
    for (Place place : places) {
      evidence.add(
          step(
              place.stay().line(),
              "`"
                  + place.holder().value()
                  + "`"
                  + callers(place)
                  + ": `"
                  + code(place.stay().line().value())
                  + "`"));
    }
    evidence.add("nothing there, or in what is called there, asks for signals");
    return new Finding(
        id(),
        topic(),
        Severity.HINT,
        "Ctrl-C does nothing while "
            + who
            + (one ? verb(kind) + "s " : verb(kind) + " ")
            + what(kind),
        Optional.of(places.getFirst().stay().line().location()),
        evidence,
        Optional.of(new Fix(advice(kind), Fix.Grade.MANUAL, List.of())));
  }

  private static String callers(Place place) {
    List<String> others =
        place.entries().stream()
            .filter(entry -> !entry.equals(place.holder()))
            .map(Located::value)
            .distinct()
            .toList();
    if (others.isEmpty()) {
      return "";
    }
    String shown = String.join("`, `", others.subList(0, Math.min(MOST_CALLERS, others.size())));
    int more = others.size() - MOST_CALLERS;
    return ", called by `" + shown + "`" + (more > 0 ? " and " + more + " more" : "");
  }

  private static String verb(Stay.Kind kind) {
    return switch (kind) {
      case LOOP, COUNTED_LOOP, COUNTED_PARALLEL -> "loop";
      case FUTURE, MESSAGE, THREAD, OTHER, CONNECTION, INPUT -> "wait";
    };
  }

  private static String what(Stay.Kind kind) {
    return switch (kind) {
      case LOOP -> "until something outside ends it";
      case COUNTED_LOOP -> "as often as the caller says";
      case COUNTED_PARALLEL -> "on several threads as often as the caller says";
      case FUTURE -> "for a future";
      case MESSAGE -> "for a message";
      case THREAD -> "for another thread";
      case OTHER -> "for something else to end";
      case CONNECTION -> "for a connection";
      case INPUT -> "for standard input";
    };
  }

  private static String advice(Stay.Kind kind) {
    return switch (kind) {
      case LOOP, COUNTED_LOOP -> "Call `py.check_signals()?` every so many turns";
      case COUNTED_PARALLEL -> "Work in slices, and call `py.check_signals()?` between them";
      case FUTURE, MESSAGE, THREAD, OTHER, CONNECTION ->
          "Wait in short turns, and call `py.check_signals()?` between them";
      case INPUT ->
          "Ask with Python's `input()`, or read on another thread and call `py.check_signals()?`"
              + " meanwhile";
    };
  }
}
