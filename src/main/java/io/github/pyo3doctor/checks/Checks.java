package io.github.pyo3doctor.checks;

import java.util.List;

/** Every check there is, in the order in which they are run and reported. */
public final class Checks {
  private final List<Check> all;

  public Checks(ExtensionModuleFacts facts) {
    all =
        List.of(
            new ExtensionModuleBreaksTests(facts),
            new ExtensionModuleVariableSet(facts),
            new ExtensionModuleOutdated(facts),
            new LibraryIsOnlyCdylib());
  }

  /** Every check, in order. */
  public List<Check> all() {
    return all;
  }
}
