package io.github.pyo3doctor.snapshot;

import java.util.List;

/**
 * A {@code .vscode/settings.json}, as far as it steers how rust-analyzer runs Cargo.
 *
 * @param path relative to the project's root
 * @param settings the settings of rust-analyzer that give Cargo an environment or a target folder,
 *     and the environment of the editor's terminal, each by its whole name: {@code
 *     rust-analyzer.cargo.extraEnv.PYO3_PYTHON}
 */
public record EditorSettings(String path, List<Setting> settings) {
  /**
   * One setting.
   *
   * @param name its name, the keys of objects joined by dots
   * @param value its value as text
   * @param location where it is written
   */
  public record Setting(String name, String value, Location location) {}
}
