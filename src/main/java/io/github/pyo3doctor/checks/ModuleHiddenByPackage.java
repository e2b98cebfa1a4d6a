package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.ExtensionModule.PythonPackage;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * A folder has the name of the module, so maturin takes it for a Python package and puts the module
 * into it: {@code x.x}. Where nothing in it imports the module, it hides what the module holds.
 */
final class ModuleHiddenByPackage implements Check {
  @Override
  public String id() {
    return "module-hidden-by-package";
  }

  @Override
  public String topic() {
    return "module-init-missing";
  }

  @Override
  public String question() {
    return "Does the Python package around the module import it?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachModule.examine(snapshot, this::finding);
  }

  private Optional<Finding> finding(ExtensionModule module, PythonPackage around) {
    String name = module.names().getFirst().replace('-', '_');
    boolean hidden = !name.contains(".") && around.folderExists() && !around.imports();
    if (!hidden) {
      return Optional.empty();
    }
    Location at = module.location();
    return Optional.of(
        new Finding(
            id(),
            topic(),
            Severity.HINT,
            "`import %1$s` finds the folder `%2$s`, and nothing in it imports the module, which is `%1$s.%1$s`"
                .formatted(name, around.folder()),
            Optional.of(at),
            List.of(
                "%s:%d: %s is `%s`"
                    .formatted(at.file(), at.line(), module.setting(), module.names().getFirst()),
                "maturin puts a module into the folder of its name: " + around.folder()),
            Optional.of(
                new Fix(
                    "Write `from .%s import *` in `%s/__init__.py`"
                        .formatted(name, around.folder()),
                    Fix.Grade.MANUAL,
                    List.of()))));
  }
}
