package io.github.pyo3doctor.checks;

import io.github.pyo3doctor.faq.Facts;
import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.List;

/**
 * Every check there is, in the order in which they are run and reported. What several of them work
 * out is worked out once, so it takes new ones for each snapshot.
 */
public final class Checks {
  private final List<Check> all;
  private final PythonChoices pythons;
  private final Facts facts;

  /** The checks, with the version facts they go by. */
  public Checks(Facts facts) {
    ExtensionModuleFacts extensionModule = ExtensionModuleFacts.of(facts);
    OncePer<Workspace, MemberIndex> indexes = new OncePer<>(MemberIndex::new);
    OncePer<Workspace, List<ExtensionModuleUse>> uses =
        new OncePer<>(workspace -> ExtensionModuleUse.in(workspace, indexes.of(workspace)));
    WaitingAdvice waiting = new WaitingAdvice(facts);
    OncePer<CargoPackage, WaitingSources> sources = new OncePer<>(WaitingSources::new);
    this.facts = facts;
    pythons = new PythonChoices(facts, indexes);
    all =
        List.of(
            new ExtensionModuleBreaksTests(extensionModule, uses),
            new ExtensionModuleVariableSet(extensionModule, indexes),
            new ExtensionModuleOutdated(extensionModule, uses),
            new WheelLinksLibpython(extensionModule, indexes),
            new AppleLinkerFlagsMissing(extensionModule, indexes),
            new LibraryIsOnlyCdylib(indexes),
            new ModuleNameMismatch(facts),
            new WheelCannotBeBuilt(facts),
            new PythonPackageMissing(),
            new ModuleHiddenByPackage(),
            new GetterReturnsCopy(facts),
            new MacrosWithoutPyo3(),
            new CellInitializerUsesPython(waiting, sources),
            new LockHeldWhileAttaching(waiting, sources),
            new WaitsForAttachingThread(waiting, sources),
            new SignalsNeverChecked(),
            new ObjectAlreadyBorrowed(sources),
            new RemovedNameUsed(facts, indexes),
            new UnknownPyo3Feature(facts),
            new ClassNotSendOrSync(facts, indexes),
            new DetachedClosureNotSend(indexes),
            new ModuleTurnsGilOn(facts),
            new TwoPyo3Versions(facts),
            new OpenPyo3Requirement(),
            new PythonRangeMismatch(facts, indexes),
            new StableAbiTagMismatch(indexes),
            new RustOlderThanPyo3Needs(facts),
            new ConfiguredPythonMissing(),
            new EditorPythonDiffers(),
            new BuiltModuleLacksInit(),
            new BuiltModuleForOtherProcessor(),
            new BuiltModuleMissesDll(),
            new BuiltModuleMissesLibpython(),
            new BuiltModuleNeedsNewerGlibc(),
            new PythonNotFound(pythons),
            new PythonUnsupported(pythons, facts),
            new RustNotFound(),
            new RustTargetMissing(),
            new RustTooOld(pythons, facts),
            new DevelopFindsNoEnvironment(facts),
            new TwoEnvironmentsActive(pythons, facts),
            new BuildToolNotAsRequired(extensionModule),
            new PythonDllNotOnSearchPath(),
            new RivalPythonDllFirst());
  }

  /** Only these checks. */
  public Checks(Facts facts, List<Check> all) {
    this.facts = facts;
    this.all = all;
    pythons = new PythonChoices(facts);
  }

  /** What steers a build, be it a trouble or not. */
  public Surroundings surroundings(Snapshot snapshot) {
    return Surroundings.of(snapshot, pythons, facts);
  }

  /** Every check, in order. */
  public List<Check> all() {
    return all;
  }
}
