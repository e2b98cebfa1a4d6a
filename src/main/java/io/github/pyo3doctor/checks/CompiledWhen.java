package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoPackage;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether code under {@code cfg} is compiled, as far as the project's own manifests tell. */
enum CompiledWhen {
  /** In every build of the package as it is. */
  ALWAYS,
  /** In a build that an ordinary step asks for: with a feature, for tests, on another system. */
  ASKED_FOR,
  /** It depends on what a build script or a command line says, such as the version of PyO3. */
  UNKNOWN;

  private static final Pattern OPTION =
      Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*(?:=\\s*\"([^\"]*)\")?");

  private static final Set<String> OPERATORS = Set.of("all", "any", "not", "cfg");

  /** Options of rustc, and those with which PyO3's build script tells about Python. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "test|unix|windows|target_\\w+|debug_assertions|panic|true|doc|doctest|miri"
              + "|Py_3_\\d+|Py_LIMITED_API|Py_GIL_DISABLED|PyPy|GraalPy");

  /** A feature by which a package chooses between versions of PyO3. */
  private static final Pattern CHOOSES_PYO3 = Pattern.compile(".*(?i:pyo3).*\\d.*");

  /**
   * Tells it of code in a package.
   *
   * @param conditions the {@code cfg} predicates it stands under
   * @param features the features that are on by default
   */
  static CompiledWhen of(List<String> conditions, CargoPackage cargo, Set<String> features) {
    Truth compiled = Truth.TRUE;
    BuildConfiguration usual =
        new BuildConfiguration(BuildConfiguration.UNIX.system(), features, false);
    for (String condition : conditions) {
      if (!isKnown(condition, cargo)) {
        return UNKNOWN;
      }
      compiled = compiled.and(CfgPredicate.evaluate(condition, usual));
    }
    return compiled == Truth.TRUE ? ALWAYS : ASKED_FOR;
  }

  private static boolean isKnown(String condition, CargoPackage cargo) {
    Matcher option = OPTION.matcher(condition);
    boolean any = false;
    while (option.find()) {
      String name = option.group(1);
      if (OPERATORS.contains(name)) {
        continue;
      }
      any = true;
      boolean known =
          name.equals("feature")
              ? option.group(2) != null && isFeature(option.group(2), cargo)
              : KNOWN.matcher(name).matches();
      if (!known) {
        return false;
      }
    }
    return any;
  }

  private static boolean isFeature(String name, CargoPackage cargo) {
    boolean declared =
        cargo.feature(name).isPresent()
            || cargo.dependencies().stream()
                .anyMatch(each -> each.optional() && each.name().equals(name));
    return declared && !CHOOSES_PYO3.matcher(name).matches();
  }
}
