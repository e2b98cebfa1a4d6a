package io.github.pyo3doctor.snapshot;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/**
 * A {@code .cargo/config.toml}, as far as it steers the linker and PyO3.
 *
 * @param path relative to the project's root
 * @param rustflags every compiler argument of its {@code [build]} and {@code [target.…]} tables
 * @param variables its {@code [env]}, as far as PyO3 heeds it; none in a snapshot of a program that
 *     did not read them
 * @param targets what {@code [build] target} asks Cargo to build for; none in a snapshot of a
 *     program that did not read them
 */
public record CargoConfig(
    String path,
    List<CompilerFlag> rustflags,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<CargoVariable> variables,
    @JsonSetter(nulls = Nulls.AS_EMPTY) List<Located<String>> targets) {
  /** Whether Cargo reads it when it is run in that folder: it looks there and upwards. */
  public boolean appliesIn(String folder) {
    String home = home();
    return home.isEmpty() || folder.equals(home) || folder.startsWith(home + "/");
  }

  /**
   * The value of a variable as Cargo hands it to what it starts.
   *
   * @param root the project's root
   */
  public String handsOver(CargoVariable variable, String root) {
    if (!variable.relative()) return variable.value();
    return home().isEmpty()
        ? root + "/" + variable.value()
        : root + "/" + home() + "/" + variable.value();
  }

  /** The folder that holds {@code .cargo}, relative to the project's root. */
  private String home() {
    return path.replaceFirst("(^|/)\\.cargo/[^/]*$", "");
  }
}
