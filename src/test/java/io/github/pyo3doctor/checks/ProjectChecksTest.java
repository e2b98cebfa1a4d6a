package io.github.pyo3doctor.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.project.CollectProgress;
import io.github.pyo3doctor.project.ProjectCollector;
import io.github.pyo3doctor.snapshot.EnvironmentVariable;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.NotExamined;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Position;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What depends on the machine, or on how much of a project could be read. */
class ProjectChecksTest {
  private static final ExtensionModuleFacts FACTS =
      ExtensionModuleFacts.of(new Libraries().facts());
  private static final Check BREAKS_TESTS =
      new ExtensionModuleBreaksTests(
          FACTS, new OncePer<>(each -> ExtensionModuleUse.in(each, new MemberIndex(each))));
  private static final Check VARIABLE_SET =
      new ExtensionModuleVariableSet(FACTS, new OncePer<>(MemberIndex::new));
  private static final String ATTACHES =
      "#[test]\nfn attaches() {\n    pyo3::Python::attach(|_| ());\n}\n";

  @TempDir private Path folder;

  @Test
  void onWindowsAnExtensionModuleIsAWarningForOtherSystems() throws Exception {
    Project project = project("pyo3 = { version = '0.28', features = ['extension-module'] }");

    Finding finding = onlyFinding(BREAKS_TESTS.examine(on(OperatingSystem.WINDOWS, project)));

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.message()).contains("on systems other than Windows");
    assertThat(onlyFinding(BREAKS_TESTS.examine(on(OperatingSystem.MACOS, project))).severity())
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void aTableForOneUnixOnlyIsNoError() throws Exception {
    Project project =
        project(
            "pyo3 = '0.28'",
            "[target.'cfg(target_os = \"macos\")'.dependencies]",
            "pyo3 = { version = '0.28', features = ['extension-module'] }");

    assertThat(onlyFinding(BREAKS_TESTS.examine(on(OperatingSystem.LINUX, project))).severity())
        .isEqualTo(Severity.WARNING);
  }

  @Test
  void onAMacPlainCargoIsAnOrdinaryStepUnlessABuildToolMakesTheModule() throws Exception {
    Check check = new AppleLinkerFlagsMissing(FACTS, new OncePer<>(MemberIndex::new));
    project(
        "pyo3 = { version = '0.25', features = ['extension-module'] }",
        "[lib]",
        "crate-type = ['cdylib']");
    Files.writeString(
        folder.resolve("src/lib.rs"), "use pyo3::prelude::*;\n#[pymodule]\nmod a {}\n");
    Project plain = new ProjectCollector().collect(folder, CollectProgress.NONE);
    Files.writeString(folder.resolve("pyproject.toml"), "[tool.maturin]\n");
    Project withMaturin = new ProjectCollector().collect(folder, CollectProgress.NONE);

    assertThat(check.examine(on(OperatingSystem.LINUX, plain))).isInstanceOf(Outcome.Passed.class);
    assertThat(onlyFinding(check.examine(on(OperatingSystem.MACOS, plain))).severity())
        .isEqualTo(Severity.WARNING);
    assertThat(onlyFinding(check.examine(on(OperatingSystem.MACOS, withMaturin))).severity())
        .isEqualTo(Severity.HINT);
  }

  @Test
  void onWindowsTheVariableChangesNothing() throws Exception {
    Project project = project("pyo3 = '0.28'");

    assertThat(VARIABLE_SET.examine(on(OperatingSystem.WINDOWS, project)))
        .isInstanceOf(Outcome.NotApplicable.class);
  }

  @Test
  void anEmptyVariableCountsToo() throws Exception {
    Project project = project("pyo3 = '0.28'");

    assertThat(onlyFinding(VARIABLE_SET.examine(on(OperatingSystem.LINUX, project))).severity())
        .isEqualTo(Severity.ERROR);
  }

  @Test
  void whetherAnUnknownPyO3HeedsTheVariableCannotBeTold() throws Exception {
    assertThat(VARIABLE_SET.examine(on(OperatingSystem.LINUX, project("pyo3 = '0'"))))
        .isInstanceOf(Outcome.Unknown.class);
    assertThat(
            VARIABLE_SET.examine(
                on(OperatingSystem.LINUX, project("pyo3 = { git = 'https://example.org/pyo3' }"))))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void withAnUnknownPyO3TheFeatureStillBreaksTestsAndTheAdviceNamesBothCures() throws Exception {
    Project project = project("pyo3 = { version = '*', features = ['extension-module'] }");

    Finding finding = onlyFinding(BREAKS_TESTS.examine(on(OperatingSystem.LINUX, project)));

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.fix().orElseThrow().grade()).isEqualTo(Fix.Grade.MANUAL);
    assertThat(finding.fix().orElseThrow().title()).startsWith("If Cargo picks PyO3 0.26 or newer");
  }

  @Test
  void aManifestThatCouldNotBeReadLeavesTheAnswerOpen() throws Exception {
    Project read = project("pyo3 = '0.28'");
    Project project =
        new Project(
            read.root(),
            read.workspaces(),
            read.pyprojects(),
            read.cargoConfigs(),
            read.silences(),
            read.extensionModules(),
            read.manifests(),
            List.of(
                new NotExamined(
                    NotExamined.Kind.FILE, "member/Cargo.toml", new Position(3, 1), "not TOML")),
            read.toolchains(),
            read.editorSettings(),
            read.workflowCommands(),
            read.freeThreadedRuns(),
            read.buildOptions());

    assertThat(BREAKS_TESTS.examine(on(OperatingSystem.LINUX, project)))
        .isEqualTo(new Outcome.Unknown("member/Cargo.toml:3:1: not TOML"));
  }

  @Test
  void aValueThatCargoWouldNotTakeLeavesTheAnswerOpen() throws Exception {
    Project project = project("pyo3 = { version = '0.28', features = 'extension-module' }");

    assertThat(BREAKS_TESTS.examine(on(OperatingSystem.LINUX, project)))
        .isEqualTo(
            new Outcome.Unknown("Cargo.toml:6:28: `features` should be an array of strings"));
  }

  @Test
  void aPyprojectThatCouldNotBeReadLeavesItsChecksOpen() throws Exception {
    project("pyo3 = '0.28'");
    Files.writeString(
        folder.resolve("pyproject.toml"), "[build-system\nbuild-backend = 'maturin'\n");
    Snapshot snapshot =
        on(OperatingSystem.LINUX, new ProjectCollector().collect(folder, CollectProgress.NONE));

    List<String> open =
        new Checks(new Libraries().facts())
            .all().stream()
                .filter(
                    each ->
                        each.examine(snapshot) instanceof Outcome.Unknown(String reason)
                            && reason.startsWith("pyproject.toml:1:"))
                .map(Check::id)
                .toList();

    assertThat(open)
        .contains(
            "module-name-mismatch",
            "python-package-missing",
            "module-hidden-by-package",
            "python-range-mismatch",
            "stable-abi-tag-mismatch",
            "unknown-pyo3-feature",
            "module-turns-gil-on")
        .doesNotContain("open-pyo3-requirement", "signals-never-checked");
  }

  @Test
  void aRequirementWithoutAnUpperBoundIsOpen() throws Exception {
    Check check = new OpenPyo3Requirement();
    for (String open : List.of("*", "0", ">=0.20", ">0.20", ">=1.0", ">=0.20, <1", ">=0.20, <2")) {
      assertThat(check.examine(on(OperatingSystem.LINUX, project("pyo3 = '" + open + "'"))))
          .as(open)
          .isInstanceOf(Outcome.Found.class);
    }
    for (String bounded : List.of("1.0", "1", "^1.2", "=1.0", "1.*", "0.28", "~0.28", ">=1, <2")) {
      assertThat(check.examine(on(OperatingSystem.LINUX, project("pyo3 = '" + bounded + "'"))))
          .as(bounded)
          .isInstanceOf(Outcome.Passed.class);
    }
  }

  @Test
  void aModuleWithoutAFileLeavesNothingOpen() throws Exception {
    Project project = project("pyo3 = '0.28'");
    Files.writeString(folder.resolve("src/lib.rs"), "mod missing;\n");
    Project read = new ProjectCollector().collect(folder, CollectProgress.NONE);

    assertThat(read.notExamined()).hasSize(1);
    assertThat(
            new LibraryIsOnlyCdylib(new OncePer<>(MemberIndex::new))
                .examine(on(OperatingSystem.LINUX, read)))
        .isEqualTo(
            new LibraryIsOnlyCdylib(new OncePer<>(MemberIndex::new))
                .examine(on(OperatingSystem.LINUX, project)));
  }

  @Test
  void withoutAProjectThereIsNothingToAsk() {
    Snapshot snapshot =
        new Snapshot(
            Snapshot.SCHEMA_VERSION, "test", Optional.empty(), machine(OperatingSystem.LINUX));

    for (Check check :
        List.of(
            BREAKS_TESTS, VARIABLE_SET, new LibraryIsOnlyCdylib(new OncePer<>(MemberIndex::new)))) {
      assertThat(check.examine(snapshot)).isInstanceOf(Outcome.NotApplicable.class);
    }
  }

  private Project project(String... dependencies) throws Exception {
    Files.createDirectories(folder.resolve("src"));
    Files.writeString(folder.resolve("src/lib.rs"), ATTACHES);
    Files.writeString(
        folder.resolve("Cargo.toml"),
        "[package]\nname = 'a'\nversion = '1.0.0'\nedition = '2021'\n[dependencies]\n"
            + String.join("\n", dependencies));
    return new ProjectCollector().collect(folder, CollectProgress.NONE);
  }

  private static Snapshot on(OperatingSystem os, Project project) {
    return new Snapshot(Snapshot.SCHEMA_VERSION, "test", Optional.of(project), machine(os));
  }

  private static Machine machine(OperatingSystem os) {
    return new Machine(
        os, List.of(new EnvironmentVariable("PYO3_BUILD_EXTENSION_MODULE", "")), Optional.empty());
  }

  private static Finding onlyFinding(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Found.class);
    return ((Outcome.Found) outcome).findings().getFirst();
  }
}
