package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.CargoConfig;
import io.github.pyo3doctor.snapshot.CargoVariable;
import io.github.pyo3doctor.snapshot.EnvironmentVariable;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.Project;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The variables that a build script sees when Cargo is run in a folder: the environment's, and
 * those of {@code [env]} in {@code .cargo/config.toml}, which count where the environment has none
 * of the name, or by force.
 */
final class BuildVariables {
  private final Map<String, Value> values;

  /**
   * A variable that is set.
   *
   * @param text its value
   * @param source the place in a configuration of Cargo; empty for the environment
   */
  record Value(String text, Optional<String> source) {}

  private BuildVariables(Map<String, Value> values) {
    this.values = values;
  }

  /** Those of a shell, without any project. */
  static BuildVariables of(Machine machine) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (EnvironmentVariable variable : machine.variables()) {
      values.put(variable.name(), new Value(variable.value(), Optional.empty()));
    }
    return new BuildVariables(values);
  }

  /** Those of a build in a folder of a project. */
  static BuildVariables of(Machine machine, Project project, String folder) {
    BuildVariables variables = of(machine);
    for (CargoConfig config : project.cargoConfigs()) {
      if (config.appliesIn(folder)) {
        config.variables().forEach(each -> variables.add(config, each, project));
      }
    }
    return variables;
  }

  private void add(CargoConfig config, CargoVariable variable, Project project) {
    String source = variable.location().file() + ":" + variable.location().line();
    Value value = new Value(config.handsOver(variable, project.root()), Optional.of(source));
    Value known = values.get(variable.name());
    // The configuration nearest to the folder comes first, and is not overruled by those above it.
    boolean overruled = known != null && (known.source().isPresent() || !variable.force());
    if (!overruled) values.put(variable.name(), value);
  }

  Optional<Value> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  boolean isSet(String name) {
    return values.containsKey(name);
  }

  Set<String> names() {
    return values.keySet();
  }
}
