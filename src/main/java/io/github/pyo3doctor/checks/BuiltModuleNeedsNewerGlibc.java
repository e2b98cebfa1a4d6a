package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.BuiltModule;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.Set;

/** On Linux, a built module was linked with a newer glibc than this machine's. */
public final class BuiltModuleNeedsNewerGlibc implements Check {
  private static final String REMEDY =
      "Build it on this machine, or for an older glibc: in a manylinux container, or with"
          + " `maturin build --zig`";

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
  public Set<Part> looksAt() {
    return Set.of(Part.BUILT);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return ModulesOnDisk.examineLoading(snapshot, this, this::message, REMEDY);
  }

  private String message(BuiltModule module) {
    return "Python cannot import `%s`: it was linked with a newer glibc than this machine's"
        .formatted(module.path());
  }
}
