package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.BuiltModule;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/** A built module, or a library it needs, is for another processor than the Python's. */
public final class BuiltModuleForOtherProcessor implements Check {
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
  public Outcome examine(Snapshot snapshot) {
    return ModulesOnDisk.examineLoading(snapshot, topic(), this::finding);
  }

  private Finding finding(BuiltModule module) {
    return new Finding(
        id(),
        topic(),
        Severity.ERROR,
        "`%s` (%s) does not load here: it, or what it needs, is for another processor"
            .formatted(module.path(), module.inspection().architecture()),
        Optional.empty(),
        ModulesOnDisk.evidence(module.inspection()),
        Optional.of(
            new Fix(
                "Build it again with the Python that imports it, and for that Python's processor: `rustc -vV` names Rust's host, `python -c \"import platform; print(platform.machine())\"` Python's",
                Fix.Grade.MANUAL,
                List.of())));
  }
}
