package io.github.pyo3doctor.snapshot;

import java.util.List;

/**
 * A {@code .cargo/config.toml}, as far as it steers the linker.
 *
 * @param path relative to the project's root
 * @param rustflags every compiler argument of its {@code [build]} and {@code [target.…]} tables
 */
public record CargoConfig(String path, List<Located<String>> rustflags) {
  /** Whether Cargo reads it when it is run in that folder: it looks there and upwards. */
  public boolean appliesIn(String folder) {
    String home = path.replaceFirst("(^|/)\\.cargo/[^/]*$", "");
    return home.isEmpty() || folder.equals(home) || folder.startsWith(home + "/");
  }
}
