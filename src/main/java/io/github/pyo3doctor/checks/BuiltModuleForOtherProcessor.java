package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.BuiltModule;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.Set;

/** A built module, or a library it needs, is for another processor than the Python's. */
public final class BuiltModuleForOtherProcessor implements Check {
  private static final String REMEDY =
      "Build it again with the Python that imports it, and for that Python's processor:"
          + " `rustc -vV` names Rust's host, `python -c \"import platform;"
          + " print(platform.machine())\"` Python's";

  @Override
  public String id() {
    return "built-module-for-other-processor";
  }

  @Override
  public String topic() {
    return "wrong-architecture";
  }

  @Override
  public String question() {
    return "Is the built module for this machine's processor?";
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
    return "`%s` (%s) does not load here: it, or what it needs, is for another processor"
        .formatted(module.path(), module.inspection().architecture());
  }
}
