package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.ExtensionModule;
import io.github.pyo3doctor.snapshot.ExtensionModule.PythonPackage;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * maturin is told to put the module into a Python package that is not there. Where {@code
 * python-source} is missing too it stops; else it makes a package of the module's own name, which
 * nobody imports.
 */
final class PythonPackageMissing implements Check {
  @Override
  public String id() {
    return "python-package-missing";
  }

  @Override
  public String topic() {
    return "module-init-missing";
  }

  @Override
  public String question() {
    return "Is the Python package there that the module goes into?";
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return EachModule.examine(snapshot, this::finding);
  }

  private Optional<Finding> finding(ExtensionModule module, PythonPackage around) {
    if (!around.sourceExists()) {
      return around.source().map(source -> sourceMissing(source, around));
    }
    String name = module.names().getFirst();
    return name.contains(".") && !around.folderExists()
        ? Optional.of(packageMissing(module, around, name))
        : Optional.empty();
  }

  private Finding sourceMissing(Located<String> source, PythonPackage around) {
    Location at = source.location();
    return finding(
        around,
        at,
        "maturin stops: `python-source` is `%s`, and there is no such folder"
            .formatted(source.value()),
        List.of("%s:%d: python-source = \"%s\"".formatted(at.file(), at.line(), source.value())),
        "Create the folder, or take `python-source` out");
  }

  private Finding packageMissing(ExtensionModule module, PythonPackage around, String name) {
    Location at = module.location();
    String last = name.substring(name.lastIndexOf('.') + 1);
    return finding(
        around,
        at,
        "Python cannot import `%s`: there is no folder `%s` for maturin to put the module into"
            .formatted(name, around.folder()),
        List.of(
            "%s:%d: %s is `%s`".formatted(at.file(), at.line(), module.setting(), name),
            around.source().isPresent()
                ? "with `python-source`, newer versions of maturin stop here, and older ones make a"
                    + " package `"
                    + last
                    + "` of the module's own"
                : "without the folder maturin makes a package `" + last + "` of the module's own"),
        "Create `%s/__init__.py`, or call the module `%s`".formatted(around.folder(), last));
  }

  /** A folder that a build step makes may be there by then. */
  private Finding finding(
      PythonPackage around, Location at, String says, List<String> seen, String advice) {
    List<String> evidence = new ArrayList<>(seen);
    around
        .maker()
        .ifPresent(
            line ->
                evidence.add(
                    "%s:%d: `%s`: perhaps a build step makes it"
                        .formatted(line.location().file(), line.location().line(), line.value())));
    return new Finding(
        id(),
        topic(),
        around.maker().isPresent() ? Severity.HINT : Severity.ERROR,
        says,
        Optional.of(at),
        evidence,
        Optional.of(new Fix(advice, Fix.Grade.MANUAL, List.of())));
  }
}
