package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.PythonCode;
import io.github.pyo3doctor.snapshot.PythonItem;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.TargetKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the library and the programs of a package tell PyO3's macros; tests and examples do not
 * count.
 */
final class PythonSources {
  private static final Pattern TEST = Pattern.compile("\\btest\\b");

  private PythonSources() {}

  /** One for each file, though several targets may share it. */
  static List<PythonCode> of(CargoPackage cargo) {
    Map<String, PythonCode> found = new LinkedHashMap<>();
    for (CargoTarget target : cargo.targets()) {
      if (target.kind() == TargetKind.LIB || target.kind() == TargetKind.BIN) {
        for (RustFile file : target.files()) {
          file.python().ifPresent(code -> found.putIfAbsent(file.path(), code));
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** Every item outside unit tests. */
  static Stream<PythonItem> items(CargoPackage cargo) {
    return of(cargo).stream().flatMap(PythonSources::items);
  }

  /** The items of a file outside its unit tests. */
  static Stream<PythonItem> items(PythonCode code) {
    return code.items().stream().filter(item -> !areForTests(item.conditions()));
  }

  /** Whether one of some predicates holds for unit tests only. */
  static boolean areForTests(List<String> conditions) {
    for (String condition : conditions) {
      if (isForTests(condition)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isForTests(String condition) {
    return condition.contains("test")
        && TEST.matcher(condition).find()
        && CfgPredicate.evaluate(condition, BuildConfiguration.UNIX) == Truth.FALSE;
  }
}
