package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import java.util.List;

/** Every check there is, in the order in which they are run and reported. */
public final class Checks {
  private final List<Check> all;

  /** The checks, with the version facts they go by. */
  public Checks(Facts facts) {
    ExtensionModuleFacts extensionModule = ExtensionModuleFacts.of(facts);
    all =
        List.of(
            new ExtensionModuleBreaksTests(extensionModule),
            new ExtensionModuleVariableSet(extensionModule),
            new ExtensionModuleOutdated(extensionModule),
            new LibraryIsOnlyCdylib(),
            new ModuleNameMismatch(),
            new GetterReturnsCopy(facts),
            new MacrosWithoutPyo3(),
            new CellInitializerUsesPython(facts),
            new LockHeldWhileAttaching(facts),
            new WaitsForAttachingThread(facts),
            new SignalsNeverChecked(),
            new ObjectAlreadyBorrowed(),
            new TwoPyo3Versions(facts),
            new OpenPyo3Requirement(),
            new PythonRangeMismatch(facts),
            new ConfiguredPythonMissing(),
            new PythonDllNotOnSearchPath(),
            new RivalPythonDllFirst());
  }

  /** Every check, in order. */
  public List<Check> all() {
    return all;
  }
}
