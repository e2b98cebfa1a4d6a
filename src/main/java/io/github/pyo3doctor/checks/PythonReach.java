package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.RustFunction;
import io.github.pyo3doctor.snapshot.TargetKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows calls from a package's tests and {@code main} functions to code that needs Python. A call
 * counts only when every function of that name in the package leads there, since names are all that
 * is compared.
 */
final class PythonReach {
  /**
   * Names that types of the standard library use too: a call of one says nothing about the
   * package's own.
   */
  private static final Set<String> COMMON_NAMES =
      Set.of(
          "new",
          "default",
          "from",
          "try_from",
          "from_str",
          "from_iter",
          "from_utf8",
          "clone",
          "drop",
          "with_capacity",
          "open",
          "create",
          "read",
          "read_to_string",
          "write",
          "connect",
          "bind",
          "spawn",
          "sleep",
          "now",
          "min",
          "max",
          "swap",
          "replace",
          "take",
          "copy",
          "exit",
          "args",
          "var",
          "current",
          "channel");

  /** What {@code cargo test} links comes first. */
  private static final List<TargetKind> ORDER =
      List.of(
          TargetKind.LIB, TargetKind.TEST, TargetKind.EXAMPLE, TargetKind.BENCH, TargetKind.BIN);

  private final Set<String> features;
  private final OperatingSystem system;
  private final Map<String, List<Definition>> definitions = new HashMap<>();
  private final Map<List<String>, Truth> compiled = new HashMap<>();
  private final Map<List<String>, Truth> compiledInTests = new HashMap<>();

  /** A function, and the root file of the target that it is part of. */
  private record Definition(RustFunction function, String target) {}

  /** A function, and whether its conditions hold. */
  private record Candidate(RustFunction function, Truth compiled) {}

  private PythonReach(CargoPackage cargo, Set<String> features, OperatingSystem system) {
    this.features = features;
    this.system = system;
    boolean python =
        cargo.targets().stream()
            .flatMap(target -> functions(target).stream())
            .anyMatch(function -> function.python().isPresent());
    for (CargoTarget target : python ? cargo.targets() : List.<CargoTarget>of()) {
      for (RustFunction function : functions(target)) {
        definitions
            .computeIfAbsent(function.name(), _ -> new ArrayList<>())
            .add(new Definition(function, target.path()));
      }
    }
  }

  /**
   * Every executable of a package.
   *
   * @param features the package's features that are on
   * @param system the system it is built for
   */
  static List<Executable> executables(
      CargoPackage cargo, Set<String> features, OperatingSystem system) {
    PythonReach reach = new PythonReach(cargo, features, system);
    List<Executable> executables = new ArrayList<>();
    for (CargoTarget target : cargo.targets()) {
      if (reach.isLinked(target)) {
        executables.add(new Executable(cargo, target, reach.from(target)));
      }
    }
    executables.sort(
        Comparator.comparingInt(executable -> ORDER.indexOf(executable.target().kind())));
    return executables;
  }

  /** Whether a call of that name says nothing about the package's own function. */
  static boolean isCommon(String name) {
    return COMMON_NAMES.contains(name);
  }

  private boolean isLinked(CargoTarget target) {
    return switch (target.kind()) {
      case LIB -> target.tested() && functions(target).stream().anyMatch(this::isTest);
      case TEST -> target.tested();
      case EXAMPLE -> target.crateTypes().isEmpty() || target.crateTypes().contains("bin");
      case BIN, BENCH -> true;
    };
  }

  private boolean isTest(RustFunction function) {
    return function.test() && compiled(function, true) != Truth.FALSE;
  }

  private List<String> from(CargoTarget target) {
    if (definitions.isEmpty() || !features.containsAll(target.requiredFeatures())) {
      return List.of();
    }
    Set<Location> seen = new HashSet<>();
    for (RustFile file : target.files()) {
      for (RustFunction function : file.functions()) {
        boolean main =
            function.name().equals("main")
                && file.path().equals(target.path())
                && target.kind() != TargetKind.LIB;
        if ((function.test() || main) && compiled(function, function.test()) == Truth.TRUE) {
          List<String> steps = trace(function, target, seen);
          if (!steps.isEmpty()) {
            return steps;
          }
        }
      }
    }
    return List.of();
  }

  /** The steps from a function to Python; empty when none are visible. */
  private List<String> trace(RustFunction function, CargoTarget target, Set<Location> seen) {
    Optional<Located<String>> python = function.python();
    if (python.isPresent()) {
      return List.of(
          step(python.get(), "`" + function.name() + "` uses Python: " + python.get().value()));
    }
    seen.add(function.location());
    for (Located<String> call : function.calls()) {
      List<String> onward = traceAll(call.value(), target, seen);
      if (!onward.isEmpty()) {
        List<String> steps = new ArrayList<>();
        steps.add(step(call, "`" + function.name() + "` calls `" + call.value() + "`"));
        steps.addAll(onward);
        return steps;
      }
    }
    return List.of();
  }

  private List<String> traceAll(String name, CargoTarget target, Set<Location> seen) {
    List<String> first = List.of();
    for (Candidate candidate : named(name, target)) {
      List<String> steps =
          candidate.compiled() == Truth.TRUE && !seen.contains(candidate.function().location())
              ? trace(candidate.function(), target, seen)
              : List.of();
      if (steps.isEmpty()) {
        return List.of();
      }
      first = first.isEmpty() ? steps : first;
    }
    return first;
  }

  /** The functions of that name that a target of the package could call. */
  private List<Candidate> named(String name, CargoTarget caller) {
    List<Candidate> candidates = new ArrayList<>();
    if (COMMON_NAMES.contains(name)) {
      return candidates;
    }
    for (Definition definition : definitions.getOrDefault(name, List.of())) {
      Truth compiled = compiled(definition.function(), definition.target().equals(caller.path()));
      if (compiled != Truth.FALSE) {
        candidates.add(new Candidate(definition.function(), compiled));
      }
    }
    return candidates;
  }

  private Truth compiled(RustFunction function, boolean test) {
    return function.conditions().isEmpty()
        ? Truth.TRUE
        : (test ? compiledInTests : compiled)
            .computeIfAbsent(function.conditions(), conditions -> compiled(conditions, test));
  }

  private Truth compiled(List<String> conditions, boolean test) {
    BuildConfiguration configuration = new BuildConfiguration(system, features, test);
    Truth compiled = Truth.TRUE;
    for (String condition : conditions) {
      compiled = compiled.and(CfgPredicate.evaluate(condition, configuration));
    }
    return compiled;
  }

  private static List<RustFunction> functions(CargoTarget target) {
    return target.files().stream().flatMap(file -> file.functions().stream()).toList();
  }

  private static String step(Located<String> at, String what) {
    return at.location().file() + ":" + at.location().line() + ": " + what;
  }
}
