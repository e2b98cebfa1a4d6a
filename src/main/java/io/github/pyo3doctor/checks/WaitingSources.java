package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Attachment;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Hold;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.PythonFunction;
import io.github.pyo3doctor.snapshot.PythonItem;
import io.github.pyo3doctor.snapshot.Reach;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.RustFunction;
import io.github.pyo3doctor.snapshot.SharedItem;
import io.github.pyo3doctor.snapshot.TargetKind;
import io.github.pyo3doctor.snapshot.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where the library and the programs of a package make threads wait, and which of their functions
 * lead to Python; tests do not count. Functions are known by their names only, so a call counts
 * when every function of that name does what is asked.
 */
final class WaitingSources {
  /** Longer chains of calls are not followed. */
  private static final int DEEPEST = 6;

  private final List<SharedItem> items = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();
  private final Map<Location, PythonFunction> known = new HashMap<>();
  private final Map<String, List<RustFunction>> functions = new HashMap<>();
  private final Map<String, List<Call>> callers = new HashMap<>();
  private final Set<Location> modules = new HashSet<>();

  private record Call(RustFunction caller, Located<String> callee) {}

  /**
   * A function through which a thread comes to a place.
   *
   * @param attachment what that thread is when it does
   * @param steps from the function to the place, without the last one
   */
  record User(Located<String> function, Attachment attachment, List<String> steps) {}

  WaitingSources(CargoPackage cargo) {
    Map<String, RustFile> files = new LinkedHashMap<>();
    for (CargoTarget target : cargo.targets()) {
      if (target.kind() == TargetKind.LIB || target.kind() == TargetKind.BIN) {
        target.files().forEach(file -> files.putIfAbsent(file.path(), file));
      }
    }
    files.values().forEach(this::add);
  }

  private void add(RustFile file) {
    file.waiting()
        .ifPresent(
            code -> {
              code.items().stream()
                  .filter(item -> !isForTests(item.conditions()))
                  .forEach(items::add);
              code.visits().stream()
                  .filter(visit -> !visit.test() && !isForTests(visit.conditions()))
                  .forEach(visits::add);
              code.holds().stream()
                  .filter(hold -> !hold.test() && !isForTests(hold.conditions()))
                  .forEach(holds::add);
              code.functions().forEach(function -> known.put(function.location(), function));
            });
    file.python()
        .ifPresent(
            code ->
                code.items().stream()
                    .filter(item -> item.macroName().equals("pymodule"))
                    .map(PythonItem::location)
                    .forEach(modules::add));
    for (RustFunction function : file.functions()) {
      if (!function.test() && !isForTests(function.conditions())) {
        functions.computeIfAbsent(function.name(), _ -> new ArrayList<>()).add(function);
        for (Located<String> call : function.calls()) {
          callers
              .computeIfAbsent(call.value(), _ -> new ArrayList<>())
              .add(new Call(function, call));
        }
      }
    }
  }

  private static boolean isForTests(List<String> conditions) {
    return conditions.stream().anyMatch(PythonSources::isForTests);
  }

  List<SharedItem> items() {
    return items;
  }

  List<Visit> visits() {
    return visits;
  }

  /** Where objects of Python classes are held mutably. */
  List<Hold> holds() {
    return holds;
  }

  /** The places that come to an item. */
  List<Visit> visits(SharedItem item, Visit.Kind kind) {
    return visits.stream()
        .filter(visit -> visit.kind() == kind && visit.name().equals(item.name()))
        .filter(visit -> resolve(visit).filter(item::equals).isPresent())
        .toList();
  }

  /** What a place comes to, if one item alone can be meant. */
  private Optional<SharedItem> resolve(Visit visit) {
    boolean ofCells = visit.kind() != Visit.Kind.LOCK;
    List<SharedItem> named =
        items.stream()
            .filter(item -> item.name().equals(visit.name()) && item.owner().equals(visit.owner()))
            .filter(item -> ofCells == (item.kind() != SharedItem.Kind.LOCK))
            .toList();
    Location at = visit.line().location();
    List<SharedItem> here =
        named.stream().filter(item -> item.location().file().equals(at.file())).toList();
    if (here.isEmpty()) {
      return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }
    return here.stream()
        .filter(item -> item.location().line() <= at.line())
        .reduce((_, later) -> later)
        .or(() -> Optional.of(here.getFirst()));
  }

  /** Whether a place is reached whenever the Python module is imported. */
  boolean isInModuleFunction(Visit visit) {
    return modules.contains(visit.function().location());
  }

  /** The steps by which code that runs comes to Python; empty when none are visible. */
  List<String> trace(Reach reach, String subject) {
    if (reach.python().isPresent()) {
      Located<String> python = reach.python().get();
      return List.of(step(python, subject + " uses Python: `" + code(python.value()) + "`"));
    }
    return calls(reach.calls(), subject, new HashSet<>(), DEEPEST);
  }

  private List<String> calls(
      List<Located<String>> calls, String subject, Set<Location> seen, int depth) {
    for (Located<String> call : calls) {
      List<String> onward = depth == 0 ? List.of() : attaching(call.value(), seen, depth - 1);
      if (!onward.isEmpty()) {
        List<String> steps = new ArrayList<>();
        steps.add(step(call, subject + " calls `" + call.value() + "`"));
        steps.addAll(onward);
        return steps;
      }
    }
    return List.of();
  }

  private List<String> attaching(String name, Set<Location> seen, int depth) {
    List<String> first = List.of();
    List<RustFunction> named =
        PythonReach.isCommon(name) ? List.of() : functions.getOrDefault(name, List.of());
    for (RustFunction function : named) {
      Optional<Located<String>> attaches =
          Optional.ofNullable(known.get(function.location())).flatMap(PythonFunction::attaches);
      List<String> steps = List.of();
      if (attaches.isPresent()) {
        String line = code(attaches.get().value());
        steps = List.of(step(attaches.get(), "`" + name + "` attaches: `" + line + "`"));
      } else if (seen.add(function.location())) {
        steps = calls(function.calls(), "`" + name + "`", seen, depth);
      }
      if (steps.isEmpty()) {
        return List.of();
      }
      first = first.isEmpty() ? steps : first;
    }
    return first;
  }

  /** The functions through which threads come to a place, as far as they can be followed. */
  List<User> users(Visit visit) {
    return visit.attachment() == Attachment.UNKNOWN
        ? callersOf(visit.function(), List.of(), DEEPEST)
        : List.of(new User(visit.function(), visit.attachment(), List.of()));
  }

  private List<User> callersOf(Located<String> function, List<String> steps, int depth) {
    List<RustFunction> named = functions.getOrDefault(function.value(), List.of());
    List<Call> calls = callers.getOrDefault(function.value(), List.of());
    boolean ambiguous = named.size() != 1 || PythonReach.isCommon(function.value());
    if (ambiguous || calls.isEmpty() || depth == 0) {
      return List.of(new User(function, Attachment.UNKNOWN, steps));
    }
    List<User> found = new ArrayList<>();
    for (Call call : calls) {
      Located<String> caller = new Located<>(call.caller().name(), call.caller().location());
      List<String> longer = new ArrayList<>();
      longer.add(step(call.callee(), "`" + caller.value() + "` calls `" + function.value() + "`"));
      longer.addAll(steps);
      boolean elsewhere = true;
      for (Visit visit : explicitCalls(call)) {
        found.add(new User(caller, visit.attachment(), longer));
        elsewhere &= !visit.line().location().equals(call.callee().location());
      }
      if (elsewhere) {
        Attachment called =
            Optional.ofNullable(known.get(caller.location()))
                .map(PythonFunction::called)
                .orElse(Attachment.UNKNOWN);
        found.addAll(
            called == Attachment.UNKNOWN
                ? callersOf(caller, longer, depth - 1)
                : List.of(new User(caller, called, longer)));
      }
    }
    return found;
  }

  private List<Visit> explicitCalls(Call call) {
    return visits.stream()
        .filter(visit -> visit.kind() == Visit.Kind.CALL)
        .filter(visit -> visit.name().equals(call.callee().value()))
        .filter(visit -> visit.function().location().equals(call.caller().location()))
        .toList();
  }

  /** A line of evidence. */
  static String step(Located<?> at, String what) {
    return at.location().file() + ":" + at.location().line() + ": " + what;
  }

  /** A line of code between back quotes must have none of its own. */
  static String code(String line) {
    return line.replace('`', '\'');
  }
}
