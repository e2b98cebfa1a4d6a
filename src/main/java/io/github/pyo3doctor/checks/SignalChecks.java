package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Interruption;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.RustFunction;
import io.github.pyo3doctor.snapshot.Stay;
import io.github.pyo3doctor.snapshot.TargetKind;
import io.github.pyo3doctor.snapshot.WaitingCode;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which functions of a workspace see to Ctrl-C, themselves or through functions that they call, and
 * which of those that Python calls do not. Functions are known by their names only: a call leads to
 * one when its package has no other of that name, and sees to Ctrl-C when all of that name do.
 */
final class SignalChecks {
  /** Longer chains of calls are not followed. */
  private static final int DEEPEST = 4;

  private static final int MOST_FOLLOWED = 50;

  /** A handler set with these is that of the whole process. */
  private static final Set<String> OF_PROCESS = Set.of("ctrlc", "signal_hook");

  /** Python comes back after each turn of an iterator. */
  private static final Set<String> ITERATING = Set.of("__next__", "__anext__");

  /** Who ends something waits for what it has told to end. */
  private static final Set<String> ENDING =
      Set.of(
          "stop",
          "close",
          "shutdown",
          "terminate",
          "kill",
          "cancel",
          "abort",
          "__exit__",
          "__del__");

  private final Map<String, List<RustFunction>> functions = new HashMap<>();
  private final Map<Location, Interruption> conduct = new HashMap<>();

  SignalChecks(Workspace workspace) {
    for (CargoPackage cargo : workspace.members()) {
      for (RustFile file : files(cargo)) {
        for (RustFunction function : file.functions()) {
          functions.computeIfAbsent(function.name(), _ -> new ArrayList<>()).add(function);
        }
        for (Interruption each : interruptions(file)) {
          conduct.put(each.function().location(), each);
        }
      }
    }
  }

  private static List<RustFile> files(CargoPackage cargo) {
    Map<String, RustFile> found = new LinkedHashMap<>();
    for (CargoTarget target : cargo.targets()) {
      if (target.kind() == TargetKind.LIB || target.kind() == TargetKind.BIN) {
        target.files().forEach(file -> found.putIfAbsent(file.path(), file));
      }
    }
    return List.copyOf(found.values());
  }

  private static List<Interruption> interruptions(RustFile file) {
    return file.waiting().map(WaitingCode::interruptions).orElse(List.of()).stream()
        .filter(each -> !each.test())
        .filter(each -> !PythonSources.areForTests(each.conditions()))
        .toList();
  }

  /**
   * A place at which Ctrl-C does nothing.
   *
   * @param holder the function it stands in
   * @param entry the function that Python calls
   */
  record Reached(Stay stay, Located<String> holder, Located<String> entry) {}

  /** What one package says, functions by their names. */
  private record Own(
      Map<String, List<Interruption>> conduct,
      Map<String, List<RustFunction>> functions,
      Set<Location> usingPython) {
    Own(List<RustFile> files) {
      this(new LinkedHashMap<>(), new HashMap<>(), new HashSet<>());
      for (RustFile file : files) {
        for (Interruption each : interruptions(file)) {
          conduct.computeIfAbsent(each.function().value(), _ -> new ArrayList<>()).add(each);
        }
        for (RustFunction each : file.functions()) {
          functions.computeIfAbsent(each.name(), _ -> new ArrayList<>()).add(each);
        }
        file.waiting().stream()
            .flatMap(code -> code.functions().stream())
            .forEach(each -> usingPython.add(each.location()));
      }
    }

    /** Whether a wait may be a function of the package's own, which takes as many arguments. */
    boolean mayBe(Stay stay) {
      List<Interruption> known = conduct.getOrDefault(stay.method(), List.of());
      return functions.getOrDefault(stay.method(), List.of()).size() > known.size()
          || known.stream().anyMatch(each -> each.parameters() == stay.arguments());
    }
  }

  /** Every such place of a package, once for each function through which Python comes there. */
  List<Reached> uninterruptible(CargoPackage cargo) {
    Own own = new Own(files(cargo));
    List<Interruption> all = own.conduct().values().stream().flatMap(List::stream).toList();
    boolean handled =
        all.stream().flatMap(each -> each.heeds().stream()).anyMatch(SignalChecks::isOfProcess);
    List<Reached> found = new ArrayList<>();
    for (Interruption entry : handled ? List.<Interruption>of() : all) {
      List<Reached> reached = new ArrayList<>();
      if (entry.calledByPython()) {
        follow(entry, entry, own, new HashSet<>(), reached);
      }
      if (!reached.isEmpty() && !heeds(entry)) {
        found.addAll(reached);
      }
    }
    return found;
  }

  private static boolean isOfProcess(Located<String> heeds) {
    return OF_PROCESS.contains(heeds.value());
  }

  private void follow(
      Interruption at, Interruption entry, Own own, Set<Location> seen, List<Reached> found) {
    Set<String> stayed = new HashSet<>();
    for (Stay stay : at.stays()) {
      stayed.add(stay.method());
      boolean counted =
          stay.counter().isEmpty() || entry.counts().contains(counting(at, stay.counter().get()));
      if (counted && counts(stay, entry.function().value()) && !isInterrupted(stay, own)) {
        found.add(new Reached(stay, at.function(), entry.function()));
      }
    }
    for (Located<String> call : at.calls()) {
      List<RustFunction> named = own.functions().getOrDefault(call.value(), List.of());
      List<Interruption> meant = own.conduct().getOrDefault(call.value(), List.of());
      boolean followed =
          named.size() == 1
              && meant.size() == 1
              && !stayed.contains(call.value())
              && !PythonReach.isCommon(call.value());
      for (Interruption callee : followed ? meant : List.<Interruption>of()) {
        boolean fresh = seen.size() < MOST_FOLLOWED && seen.add(callee.function().location());
        if (fresh && !callee.calledByPython() && !heeds(callee)) {
          follow(callee, entry, own, seen, found);
        }
      }
    }
  }

  /** As what hands the number on says it. */
  private static String counting(Interruption function, String parameter) {
    return function.function().value() + " " + parameter;
  }

  private static boolean counts(Stay stay, String entry) {
    return switch (stay.kind()) {
      case LOOP, COUNTED_LOOP, COUNTED_PARALLEL -> !ITERATING.contains(entry);
      case THREAD -> !ENDING.contains(entry);
      case FUTURE, MESSAGE, OTHER, CONNECTION, INPUT -> true;
    };
  }

  /** Whether Python comes to run there, or what is called may be the package's own. */
  private boolean isInterrupted(Stay stay, Own own) {
    if (stay.kind() == Stay.Kind.FUTURE) {
      return own.conduct().getOrDefault(stay.method(), List.of()).stream()
          .filter(each -> each.parameters() == stay.arguments())
          .anyMatch(this::heeds);
    }
    boolean loop =
        switch (stay.kind()) {
          case LOOP, COUNTED_LOOP, CONNECTION -> true;
          case COUNTED_PARALLEL, FUTURE, MESSAGE, THREAD, OTHER, INPUT -> false;
        };
    return loop
        ? stay.calls().stream().anyMatch(call -> usesPython(call, own, new HashSet<>()))
        : own.mayBe(stay);
  }

  private static boolean usesPython(String name, Own own, Set<String> seen) {
    if (PythonReach.isCommon(name) || seen.size() > MOST_FOLLOWED || !seen.add(name)) {
      return false;
    }
    return own.functions().getOrDefault(name, List.of()).stream()
        .anyMatch(
            each ->
                own.usingPython().contains(each.location())
                    || each.calls().stream().anyMatch(call -> usesPython(call.value(), own, seen)));
  }

  private boolean heeds(Interruption function) {
    return functions.getOrDefault(function.function().value(), List.of()).stream()
        .filter(each -> each.location().equals(function.function().location()))
        .anyMatch(each -> heeds(each, new HashSet<>(), DEEPEST));
  }

  private boolean heeds(RustFunction function, Set<Location> seen, int depth) {
    if (!seen.add(function.location())) {
      return false;
    }
    Optional<Interruption> known = Optional.ofNullable(conduct.get(function.location()));
    return known.flatMap(Interruption::heeds).isPresent()
        || (depth > 0
            && Stream.concat(
                    function.calls().stream(),
                    known.stream().flatMap(each -> each.calls().stream()))
                .anyMatch(call -> allHeed(call.value(), seen, depth - 1)));
  }

  private boolean allHeed(String name, Set<Location> seen, int depth) {
    List<RustFunction> named =
        PythonReach.isCommon(name) ? List.of() : functions.getOrDefault(name, List.of());
    return !named.isEmpty() && named.stream().allMatch(each -> heeds(each, seen, depth));
  }
}
