package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.BuiltModule;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/** On Linux, a built module was linked with a newer glibc than this machine's. */
public final class BuiltModuleNeedsNewerGlibc implements Check {
  @Override
  public String id() {
    return "built-module-needs-newer-glibc";
  }

  @Override
  public String topic() {
    return "manylinux-glibc";
  }

  @Override
  public String question() {
    return "Is this machine's glibc new enough for the built module?";
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
        "Python cannot import `%s`: it was linked with a newer glibc than this machine's"
            .formatted(module.path()),
        Optional.empty(),
        ModulesOnDisk.evidence(module.inspection()),
        Optional.of(
            new Fix(
                "Build it on this machine, or for an older glibc: in a manylinux container, or with `maturin build --zig`",
                Fix.Grade.MANUAL,
                List.of())));
  }
}
