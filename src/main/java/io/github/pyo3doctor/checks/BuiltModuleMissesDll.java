package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.BuiltModule;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.Set;

/** On Windows, a built module needs a DLL that is not where Python looks for it. */
public final class BuiltModuleMissesDll implements Check {
  private static final String REMEDY =
      "Put the DLL beside the module, or name its folder with `os.add_dll_directory`"
          + " before the import: for what a module is linked with, Python does not look"
          + " on PATH";

  @Override
  public String id() {
    return "built-module-misses-dll";
  }

  @Override
  public String topic() {
    return "dll-load-failed";
  }

  @Override
  public String question() {
    return "Does Windows find the DLLs that the built module needs?";
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
    return "Python cannot import `%s`: Windows does not find %s, or it lacks something"
        .formatted(module.path(), ModulesOnDisk.missing(module.inspection()));
  }
}
