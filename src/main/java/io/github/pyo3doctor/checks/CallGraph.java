package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.RustFunction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The functions of some files outside their unit tests, and who calls which, by name. */
final class CallGraph {
  private final Map<String, List<RustFunction>> functions = new HashMap<>();
  private final Map<String, List<Call>> callers = new HashMap<>();

  /** A place where a function is called. */
  record Call(RustFunction caller, Located<String> callee) {}

  CallGraph(Collection<RustFile> files) {
    for (RustFile file : files) {
      for (RustFunction function : file.functions()) {
        if (!function.test() && !PythonSources.areForTests(function.conditions())) {
          add(function);
        }
      }
    }
  }

  private void add(RustFunction function) {
    functions.computeIfAbsent(function.name(), _ -> new ArrayList<>()).add(function);
    for (Located<String> call : function.calls()) {
      callers.computeIfAbsent(call.value(), _ -> new ArrayList<>()).add(new Call(function, call));
    }
  }

  /** The functions of that name. */
  List<RustFunction> functions(String name) {
    return functions.getOrDefault(name, List.of());
  }

  /** The calls of a function of that name. */
  List<Call> callers(String name) {
    return callers.getOrDefault(name, List.of());
  }
}
