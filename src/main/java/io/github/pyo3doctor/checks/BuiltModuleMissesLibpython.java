package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.BuiltModule;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.Set;

/** On Linux or macOS, a built module is linked with a libpython that the loader does not find. */
public final class BuiltModuleMissesLibpython implements Check {
  private static final String REMEDY =
      "Build it as an extension module, with maturin or setuptools-rust: then it is not"
          + " linked with libpython, and takes Python's functions from the process that"
          + " imports it";

  @Override
  public String id() {
    return "built-module-misses-libpython";
  }

  @Override
  public String topic() {
    return "libpython-not-loaded";
  }

  @Override
  public String question() {
    return "Is the libpython that the built module is linked with found?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.BUILT);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return ModulesOnDisk.examineLoading(snapshot, this, this::message, REMEDY);
  }

  private String message(BuiltModule module) {
    return "Python cannot import `%s`: the loader does not find %s"
        .formatted(module.path(), ModulesOnDisk.missing(module.inspection()));
  }
}
