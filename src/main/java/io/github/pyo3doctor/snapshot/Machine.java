package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * The machine a snapshot was taken on, as far as a check may need it.
 *
 * @param os which family of loaders it has
 * @param variables environment variables that steer PyO3, maturin or the loader; no others
 * @param windows what the Windows loader would find; empty on other systems
 * @param environment the Pythons and tools of a build; empty where they were not asked, as in a
 *     snapshot of a program that did not
 * @param modules the project's extension modules that were built and can be imported as they lie
 */
public record Machine(
    OperatingSystem os,
    List<EnvironmentVariable> variables,
    Optional<WindowsLoader> windows,
    Optional<BuildEnvironment> environment,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<BuiltModule> modules) {
  /** A machine whose Pythons and tools were not asked. */
  public Machine(
      OperatingSystem os, List<EnvironmentVariable> variables, Optional<WindowsLoader> windows) {
    this(os, variables, windows, Optional.empty(), List.of());
  }

  /** The value of an environment variable, if set. */
  public Optional<String> variable(String name) {
    return variables.stream()
        .filter(variable -> variable.name().equals(name))
        .map(EnvironmentVariable::value)
        .findFirst();
  }
}
