package io.github.pyo3doctor.checks;

import static java.util.stream.Collectors.groupingBy;

import io.github.pyo3doctor.snapshot.Attachment;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Hold;
import io.github.pyo3doctor.snapshot.Interruption;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.PythonCode;
import io.github.pyo3doctor.snapshot.PythonFunction;
import io.github.pyo3doctor.snapshot.PythonItem;
import io.github.pyo3doctor.snapshot.Reach;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.RustFunction;
import io.github.pyo3doctor.snapshot.SharedItem;
import io.github.pyo3doctor.snapshot.TargetKind;
import io.github.pyo3doctor.snapshot.Visit;
import io.github.pyo3doctor.snapshot.WaitingCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where the library and the programs of a package make threads wait, and which of their functions
 * lead to Python; tests do not count. Functions are known by their names only, so a call counts
 * when every function of that name does what is asked.
 */
final class WaitingSources {
  /** Longer chains of calls are not followed. */
  private static final int DEEPEST = 6;

  /** Nor are chains that say nothing of what a thread is attached to. */
  private static final int HELPERS_OF_HELPERS = 1;

  /** What Python calls to import a module, in one thread at a time. */
  private static final Set<String> IMPORTED = Set.of("pymodule", "pymodule_init");

  private final Collection<RustFile> files;
  private final List<SharedItem> items = new ArrayList<>();
  private final List<Visit> visits = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();
  private final Map<String, List<SharedItem>> itemsByName;
  private final Map<String, List<Visit>> visitsByName;
  private final Map<Location, List<Visit>> visitsByFunction;
  private final Map<Location, PythonFunction> known = new HashMap<>();
  private final Set<Location> calledByPython = new HashSet<>();
  private final Set<Location> modules = new HashSet<>();
  private @Nullable CallGraph graph;

  /**
   * A function through which a thread comes to a place.
   *
   * @param attachment what that thread is when it does
   * @param steps from the function to the place, without the last one
   */
  record User(Located<String> function, Attachment attachment, List<String> steps) {}

  WaitingSources(CargoPackage cargo) {
    Map<String, RustFile> byPath = new LinkedHashMap<>();
    for (CargoTarget target : cargo.targets()) {
      if (target.kind() == TargetKind.LIB || target.kind() == TargetKind.BIN) {
        target.files().forEach(file -> byPath.putIfAbsent(file.path(), file));
      }
    }
    files = byPath.values();
    for (RustFile file : files) {
      file.waiting().ifPresent(this::add);
      file.python().ifPresent(this::addModules);
    }
    itemsByName = items.stream().collect(groupingBy(SharedItem::name));
    visitsByName = visits.stream().collect(groupingBy(Visit::name));
    visitsByFunction = visits.stream().collect(groupingBy(visit -> visit.function().location()));
  }

  private void add(WaitingCode code) {
    code.items().stream()
        .filter(item -> !PythonSources.areForTests(item.conditions()))
        .forEach(items::add);
    code.visits().stream()
        .filter(visit -> !visit.test() && !PythonSources.areForTests(visit.conditions()))
        .forEach(visits::add);
    code.holds().stream()
        .filter(hold -> !hold.test() && !PythonSources.areForTests(hold.conditions()))
        .forEach(holds::add);
    code.functions().forEach(function -> known.put(function.location(), function));
    code.interruptions().stream()
        .filter(Interruption::calledByPython)
        .forEach(each -> calledByPython.add(each.function().location()));
  }

  private void addModules(PythonCode code) {
    code.items().stream()
        .filter(item -> IMPORTED.contains(item.macroName()))
        .map(PythonItem::location)
        .forEach(modules::add);
  }

  /** Most packages never ask for it. */
  private synchronized CallGraph graph() {
    if (graph == null) {
      graph = new CallGraph(files);
    }
    return graph;
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

  /** The places in a function. */
  List<Visit> visitsIn(Located<String> function) {
    return visitsByFunction.getOrDefault(function.location(), List.of());
  }

  /** The places that come to an item. */
  List<Visit> visits(SharedItem item, Visit.Kind kind) {
    return visitsByName.getOrDefault(item.name(), List.of()).stream()
        .filter(visit -> visit.kind() == kind)
        .filter(visit -> resolve(visit).filter(item::equals).isPresent())
        .toList();
  }

  /** What a place comes to, if one item alone can be meant. */
  private Optional<SharedItem> resolve(Visit visit) {
    boolean ofCells = visit.kind() != Visit.Kind.LOCK;
    List<SharedItem> named =
        itemsByName.getOrDefault(visit.name(), List.of()).stream()
            .filter(item -> item.owner().equals(visit.owner()))
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

  /**
   * The calls by which the function that Python calls to import the module comes to a place; empty
   * when it does not.
   */
  Optional<List<String>> wayFromImport(Visit visit) {
    return wayFromImport(visit.function(), List.of(), new HashSet<>(), DEEPEST);
  }

  private Optional<List<String>> wayFromImport(
      Located<String> function, List<String> steps, Set<Location> seen, int depth) {
    if (modules.contains(function.location())) {
      return Optional.of(steps);
    }
    if (depth == 0 || isAmbiguous(function.value()) || !seen.add(function.location())) {
      return Optional.empty();
    }
    for (CallGraph.Call call : graph().callers(function.value())) {
      boolean byAnotherThread =
          explicitCalls(call).stream().anyMatch(visit -> visit.attachment() == Attachment.DETACHED);
      if (!byAnotherThread) {
        Located<String> caller = caller(call);
        List<String> longer = longer(steps, call);
        Optional<List<String>> way = wayFromImport(caller, longer, seen, depth - 1);
        if (way.isPresent()) {
          return way;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether nothing but the module's import is seen to come to a place. */
  boolean comesFromImportAlone(Visit visit) {
    return comesFromImportAlone(visit.function(), new HashSet<>(), DEEPEST);
  }

  private boolean comesFromImportAlone(Located<String> function, Set<Location> seen, int depth) {
    if (modules.contains(function.location())) {
      return true;
    }
    boolean open = calledByPython.contains(function.location()) || isAmbiguous(function.value());
    if (open || depth == 0 || !seen.add(function.location())) {
      return false;
    }
    List<CallGraph.Call> calls = graph().callers(function.value());
    return !calls.isEmpty()
        && calls.stream().allMatch(call -> comesFromImportAlone(caller(call), seen, depth - 1));
  }

  private static Located<String> caller(CallGraph.Call call) {
    return new Located<>(call.caller().name(), call.caller().location());
  }

  private static List<String> longer(List<String> steps, CallGraph.Call call) {
    List<String> longer = new ArrayList<>();
    String calls = "`" + call.caller().name() + "` calls `" + call.callee().value() + "`";
    longer.add(step(call.callee(), calls));
    longer.addAll(steps);
    return longer;
  }

  /** Whether a call of that name may mean another function than one of this package's. */
  private boolean isAmbiguous(String name) {
    return graph().functions(name).size() != 1 || PythonReach.isCommon(name);
  }

  /** The steps by which code that runs comes to attach; empty when none are visible. */
  List<String> trace(Reach reach, String subject) {
    return trace(reach, subject, false);
  }

  /** The steps by which it comes to attach or to run code of Python's; likewise. */
  List<String> traceToPython(Reach reach, String subject) {
    return trace(reach, subject, true);
  }

  private List<String> trace(Reach reach, String subject, boolean running) {
    if (reach.python().isPresent()) {
      Located<String> python = reach.python().get();
      return List.of(step(python, subject + " uses Python: `" + code(python.value()) + "`"));
    }
    return calls(reach.calls(), subject, running, new HashSet<>(), DEEPEST);
  }

  private List<String> calls(
      List<Located<String>> calls, String subject, boolean running, Set<Location> seen, int depth) {
    for (Located<String> call : calls) {
      List<String> onward =
          depth == 0 ? List.of() : reaching(call.value(), running, seen, depth - 1);
      if (!onward.isEmpty()) {
        List<String> steps = new ArrayList<>();
        steps.add(step(call, subject + " calls `" + call.value() + "`"));
        steps.addAll(onward);
        return steps;
      }
    }
    return List.of();
  }

  private List<String> reaching(String name, boolean running, Set<Location> seen, int depth) {
    List<String> first = List.of();
    List<RustFunction> named = PythonReach.isCommon(name) ? List.of() : graph().functions(name);
    for (RustFunction function : named) {
      List<String> steps = itself(function, running);
      if (steps.isEmpty() && seen.add(function.location())) {
        steps = calls(function.calls(), "`" + name + "`", running, seen, depth);
      }
      if (steps.isEmpty()) {
        return List.of();
      }
      first = first.isEmpty() ? steps : first;
    }
    return first;
  }

  private List<String> itself(RustFunction function, boolean running) {
    Optional<PythonFunction> told = Optional.ofNullable(known.get(function.location()));
    Optional<Located<String>> attaches = told.flatMap(PythonFunction::attaches);
    Optional<Located<String>> runs =
        running ? told.flatMap(PythonFunction::runs) : Optional.empty();
    String doing = attaches.isPresent() ? "attaches" : "runs Python";
    return attaches
        .or(() -> runs)
        .map(line -> List.of(does(line, function.name(), doing)))
        .orElse(List.of());
  }

  private static String does(Located<String> line, String name, String doing) {
    return step(line, "`" + name + "` " + doing + ": `" + code(line.value()) + "`");
  }

  /** Whether a thread that is not attached is seen to come to a place. */
  boolean comesDetached(Visit visit) {
    return users(visit).stream()
        .anyMatch(
            user -> user.attachment() == Attachment.DETACHED || isStarted(user.function().value()));
  }

  /** Whether another thread begins with a function of that name. */
  private boolean isStarted(String function) {
    return visits.stream()
        .filter(visit -> visit.kind() == Visit.Kind.SPAWN)
        .flatMap(visit -> visit.inside().calls().stream())
        .anyMatch(call -> call.value().equals(function));
  }

  /**
   * The steps by which functions of that name detach, by themselves or one call further; none
   * unless all of them do.
   */
  List<String> detaches(String name) {
    return allDo(name, PythonFunction::detaches, "detaches", HELPERS_OF_HELPERS);
  }

  /** Likewise those by which they run code of Python's. */
  List<String> runsPython(String name) {
    return allDo(name, PythonFunction::runs, "runs Python", HELPERS_OF_HELPERS);
  }

  private List<String> allDo(
      String name,
      Function<PythonFunction, Optional<Located<String>>> what,
      String doing,
      int further) {
    List<String> first = List.of();
    List<RustFunction> named = PythonReach.isCommon(name) ? List.of() : graph().functions(name);
    for (RustFunction function : named) {
      Optional<Located<String>> done =
          Optional.ofNullable(known.get(function.location())).flatMap(what);
      List<String> steps =
          done.map(line -> List.of(does(line, name, doing)))
              .orElseGet(() -> calleeDoes(function, what, doing, further));
      if (steps.isEmpty()) {
        return List.of();
      }
      first = first.isEmpty() ? steps : first;
    }
    return first;
  }

  private List<String> calleeDoes(
      RustFunction function,
      Function<PythonFunction, Optional<Located<String>>> what,
      String doing,
      int further) {
    if (further == 0 || calledByPython.contains(function.location())) {
      return List.of();
    }
    for (Located<String> call : function.calls()) {
      boolean elsewhere =
          explicitCalls(new CallGraph.Call(function, call)).stream()
              .anyMatch(visit -> visit.attachment() == Attachment.DETACHED);
      List<String> onward = elsewhere ? List.of() : allDo(call.value(), what, doing, further - 1);
      if (!onward.isEmpty()) {
        List<String> steps = new ArrayList<>();
        steps.add(step(call, "`" + function.name() + "` calls `" + call.value() + "`"));
        steps.addAll(onward);
        return steps;
      }
    }
    return List.of();
  }

  /** The functions through which threads come to a place, as far as they can be followed. */
  List<User> users(Visit visit) {
    return visit.attachment() == Attachment.UNKNOWN
        ? callersOf(visit.function(), List.of(), DEEPEST)
        : List.of(new User(visit.function(), visit.attachment(), List.of()));
  }

  private List<User> callersOf(Located<String> function, List<String> steps, int depth) {
    List<CallGraph.Call> calls = graph().callers(function.value());
    if (isAmbiguous(function.value()) || calls.isEmpty() || depth == 0) {
      return List.of(new User(function, Attachment.UNKNOWN, steps));
    }
    List<User> found = new ArrayList<>();
    for (CallGraph.Call call : calls) {
      Located<String> caller = caller(call);
      List<String> longer = longer(steps, call);
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

  private List<Visit> explicitCalls(CallGraph.Call call) {
    return visitsByFunction.getOrDefault(call.caller().location(), List.of()).stream()
        .filter(visit -> visit.kind() == Visit.Kind.CALL)
        .filter(visit -> visit.name().equals(call.callee().value()))
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
