package io.github.pyo3doctor.machine;

import io.github.pyo3doctor.snapshot.EnvironmentVariable;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The environment variables that steer PyO3, maturin, rustup or the loader. No other one is ever
 * looked at.
 */
final class SteeringVariables {
  private static final Set<String> NAMES =
      Set.of(
          "CARGO_BUILD_TARGET",
          "CARGO_TARGET_DIR",
          "CONDA_PREFIX",
          "LD_LIBRARY_PATH",
          "PATH",
          "PYENV_VERSION",
          "PYTHONHOME",
          "PYTHON_SYS_EXECUTABLE",
          "RUSTFLAGS",
          "RUSTUP_TOOLCHAIN",
          "VIRTUAL_ENV");
  private static final Pattern PREFIXES = Pattern.compile("(?:PYO3|UNSAFE_PYO3|MATURIN|DYLD)_.+");
  private static final Pattern SECRET =
      Pattern.compile("TOKEN|PASSWORD|PASSWD|SECRET|CREDENTIAL|USERNAME|USER|KEY|AUTH|REPOSITORY");

  private SteeringVariables() {}

  /** Those that are set, by name. Windows does not distinguish {@code Path} from {@code PATH}. */
  static List<EnvironmentVariable> of(Map<String, String> environment, OperatingSystem os) {
    Map<String, String> sorted = new TreeMap<>();
    environment.forEach(
        (name, value) ->
            sorted.put(
                os == OperatingSystem.WINDOWS ? name.toUpperCase(Locale.ROOT) : name, value));
    List<EnvironmentVariable> variables = new ArrayList<>();
    sorted.forEach(
        (name, value) -> {
          if (steers(name)) {
            variables.add(new EnvironmentVariable(name, value));
          }
        });
    return List.copyOf(variables);
  }

  private static boolean steers(String name) {
    return NAMES.contains(name)
        || (PREFIXES.matcher(name).matches() && !SECRET.matcher(name).find());
  }
}
