package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.snapshot.BuiltModule;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A built module offers Python no function of the name that its file calls for. */
public final class BuiltModuleLacksInit implements Check {
  /** Names with other letters are written another way ({@code PyInitU_…}). */
  private static final Pattern PLAIN = Pattern.compile("\\p{ASCII}+");

  @Override
  public String id() {
    return "built-module-lacks-init";
  }

  @Override
  public String topic() {
    return "module-init-missing";
  }

  @Override
  public String question() {
    return "Does the built module offer what Python asks it for?";
  }

  @Override
  public Set<Part> looksAt() {
    return Set.of(Part.BUILT);
  }

  @Override
  public Outcome examine(Snapshot snapshot) {
    return ModulesOnDisk.examine(snapshot, this::lacking);
  }

  private Optional<Finding> lacking(BuiltModule module) {
    // Of a module for another processor, that alone is what Python meets.
    if (module.inspection().outcome() == LoadOutcome.WRONG_ARCHITECTURE) return Optional.empty();
    String name = module.importName();
    boolean offered =
        module.initFunctions().contains("PyInit_" + name)
            || module.initFunctions().contains("PyModExport_" + name);
    if (offered || !PLAIN.matcher(name).matches()) return Optional.empty();
    List<String> offers = module.initFunctions();
    String has =
        offers.isEmpty()
            ? "it offers no function that begins a module"
            : "it offers " + String.join(", ", offers);
    return Optional.of(
        new Finding(
            id(),
            topic(),
            Severity.ERROR,
            "Python cannot import `%s`: it has no `PyInit_%s`".formatted(module.path(), name),
            Optional.empty(),
            List.of(has, "Python asks for `PyInit_%s`, by the name of the file".formatted(name)),
            Optional.of(new Fix(remedy(name), Fix.Grade.MANUAL, List.of()))));
  }

  private static String remedy(String name) {
    return "Give the `#[pymodule]` function the name `%s`, and build it again; a file that was renamed by hand or left over from an earlier name has to go"
        .formatted(name);
  }
}
