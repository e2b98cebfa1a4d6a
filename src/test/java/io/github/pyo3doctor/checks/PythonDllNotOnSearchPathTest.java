package io.github.pyo3doctor.checks;

import static io.github.pyo3doctor.checks.WindowsMachine.DEBUG;
import static io.github.pyo3doctor.checks.WindowsMachine.dll;
import static io.github.pyo3doctor.checks.WindowsMachine.stable;
import static io.github.pyo3doctor.snapshot.Architecture.X64;
import static io.github.pyo3doctor.snapshot.Architecture.X86;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.CargoTarget;
import io.github.pyo3doctor.snapshot.Dependency;
import io.github.pyo3doctor.snapshot.DependencyKind;
import io.github.pyo3doctor.snapshot.Located;
import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.RustFile;
import io.github.pyo3doctor.snapshot.RustFunction;
import io.github.pyo3doctor.snapshot.Snapshot;
import io.github.pyo3doctor.snapshot.TargetKind;
import io.github.pyo3doctor.snapshot.Workspace;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PythonDllNotOnSearchPathTest {
  private static final String PYTHON = "C:\\Python312";

  private final Check check = new PythonDllNotOnSearchPath();

  @Test
  void aProgramWhoseDllLiesInNoSearchedDirectoryCannotStart() {
    Finding finding = only(programWithPythonElsewhere().snapshot());

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.topic()).isEqualTo("windows-dll-not-found");
    assertThat(finding.message())
        .isEqualTo(
            "`app.exe` cannot start: no directory that Windows searches holds `python312.dll`");
    assertThat(finding.evidence())
        .containsExactly(
            "C:\\proj\\target\\debug\\app.exe (64-bit x64) needs python312.dll",
            "1. C:\\proj\\target\\debug (folder of the program): no python312.dll",
            "2. C:\\Windows\\System32 (system folder): no python312.dll",
            "3. C:\\Windows\\System (16-bit system folder): no python312.dll",
            "4. C:\\Windows (Windows folder): no python312.dll",
            "5. C:\\proj (current folder): no python312.dll",
            "6. C:\\tools (PATH): no python312.dll",
            "Windows then stops the program with STATUS_DLL_NOT_FOUND (0xC0000135)",
            "python312.dll lies in C:\\Python312 (C:\\Python312\\python.exe, found by"
                + " PYO3_PYTHON)");
    assertThat(finding.fix().orElseThrow().grade()).isEqualTo(Fix.Grade.MANUAL);
    assertThat(finding.fix().orElseThrow().title())
        .startsWith("Add C:\\Python312 to PATH and open a new terminal");
  }

  @Test
  void itStartsOnceTheFolderIsOnPath() {
    assertThat(check.examine(programWithPythonElsewhere().path(PYTHON).snapshot()))
        .isEqualTo(new Outcome.Passed());
  }

  @Test
  void itStartsWithACopyBesideIt() {
    WindowsMachine machine = programWithPythonElsewhere().folder(DEBUG, dll("python312.dll", X64));

    assertThat(check.examine(machine.snapshot())).isEqualTo(new Outcome.Passed());
  }

  @Test
  void aDllForAnotherProcessorDoesNotHelp() {
    WindowsMachine machine = programWithPythonElsewhere();
    machine.path("C:\\Python312-32").folder("C:\\Python312-32", dll("python312.dll", X86));
    Finding finding = only(machine.snapshot());

    assertThat(finding.message())
        .isEqualTo(
            "`app.exe` cannot start: every `python312.dll` that Windows finds is for another"
                + " processor than 64-bit x64");
    assertThat(finding.evidence())
        .contains("Windows then stops the program with STATUS_INVALID_IMAGE_FORMAT (0xC000007B)");
  }

  @Test
  void theStableAbiDllIsNoUseWithoutTheOneItStandsFor() {
    WindowsMachine machine = new WindowsMachine().program("app.exe", X64, "python3.dll");
    machine.folder(DEBUG, stable("python312.dll"));

    assertThat(only(machine.snapshot()).message()).contains("`python312.dll`");
  }

  @Test
  void programsWithTheSameNeedAreOneFinding() {
    WindowsMachine machine = programWithPythonElsewhere();
    machine.program("b.exe", X64, "python312.dll").program("c.exe", X64, "python312.dll");

    assertThat(only(machine.snapshot()).message()).startsWith("`app.exe` and 2 other programs");
  }

  @Test
  void aDirectoryThatCannotBeListedLeavesTheAnswerOpen() {
    WindowsMachine machine =
        programWithPythonElsewhere().path("C:\\locked").unreadable("C:\\locked");

    assertThat(check.examine(machine.snapshot()))
        .isEqualTo(new Outcome.Unknown("C:\\locked: cannot be listed, permission denied"));
  }

  @Test
  void theSourceAloneIsNeverMoreThanAHint() {
    WindowsMachine machine = new WindowsMachine().python(PYTHON, "PATH", "python312.dll");
    machine.folder(PYTHON, dll("python312.dll", X64));
    Finding finding = only(machine.snapshot(Optional.of(programThatStartsPython())));

    assertThat(finding.severity()).isEqualTo(Severity.HINT);
    assertThat(finding.location()).contains(new Location("src/main.rs", 4, 5));
    assertThat(finding.message())
        .isEqualTo(
            "Once built, binary `app` will find `python312.dll` only beside itself: no"
                + " directory on PATH holds it");
  }

  @Test
  void theSourceAloneIsFineWhenThePythonIsOnPath() {
    WindowsMachine machine = new WindowsMachine().python(PYTHON, "PATH", "python312.dll");
    machine.folder(PYTHON, dll("python312.dll", X64)).path(PYTHON);

    assertThat(check.examine(machine.snapshot(Optional.of(programThatStartsPython()))))
        .isEqualTo(new Outcome.Passed());
  }

  @Test
  void autoInitializeForTestsOnlyIsNoSign() {
    WindowsMachine machine = new WindowsMachine().python(PYTHON, "PATH", "python312.dll");
    machine.folder(PYTHON, dll("python312.dll", X64));

    assertThat(check.examine(machine.snapshot(Optional.of(autoInitialize(DependencyKind.DEV)))))
        .isInstanceOf(Outcome.NotApplicable.class);
    assertThat(
            only(machine.snapshot(Optional.of(autoInitialize(DependencyKind.NORMAL)))).location())
        .contains(new Location("Cargo.toml", 7, 40));
  }

  @Test
  void withoutAnyPythonItCannotTellFromTheSource() {
    assertThat(check.examine(new WindowsMachine().snapshot(Optional.of(programThatStartsPython()))))
        .isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void itAsksNothingOfOtherSystems() {
    Machine linux = new Machine(OperatingSystem.LINUX, List.of(), Optional.empty());
    Snapshot snapshot = new Snapshot(1, "0.1.0", Optional.empty(), linux);

    assertThat(check.examine(snapshot))
        .isEqualTo(new Outcome.NotApplicable("the machine does not run Windows"));
  }

  private static WindowsMachine programWithPythonElsewhere() {
    return new WindowsMachine()
        .program("app.exe", X64, "python312.dll")
        .path("C:\\tools")
        .folder("C:\\tools")
        .python(PYTHON, "PYO3_PYTHON", "python312.dll")
        .folder(PYTHON, dll("python312.dll", X64));
  }

  private static Project programThatStartsPython() {
    RustFunction main =
        new RustFunction(
            "main",
            new Location("src/main.rs", 3, 4),
            false,
            List.of(),
            Optional.of(new Located<>("Python::attach", new Location("src/main.rs", 4, 5))),
            List.of());
    RustFile file = new RustFile("src/main.rs", List.of(), List.of(main), Optional.empty());
    CargoTarget target =
        new CargoTarget(
            TargetKind.BIN,
            "app",
            "src/main.rs",
            List.of(),
            Optional.empty(),
            true,
            List.of(),
            List.of(file));
    return project(List.of(), List.of(target));
  }

  private static Project autoInitialize(DependencyKind kind) {
    Dependency pyo3 =
        new Dependency(
            "pyo3",
            "pyo3",
            kind,
            Optional.empty(),
            Optional.of("0.29"),
            Optional.empty(),
            Optional.empty(),
            List.of(new Located<>("auto-initialize", new Location("Cargo.toml", 7, 40))),
            false,
            true,
            new Location("Cargo.toml", 7, 1));
    return project(List.of(pyo3), List.of());
  }

  private static Project project(List<Dependency> dependencies, List<CargoTarget> targets) {
    CargoPackage cargo =
        new CargoPackage(
            "app",
            "Cargo.toml",
            new Location("Cargo.toml", 2, 1),
            dependencies,
            List.of(),
            targets,
            Optional.empty(),
            Optional.empty());
    return new Project(
        "C:\\proj",
        List.of(
            new Workspace(
                "Cargo.toml",
                false,
                List.of(cargo),
                List.of(),
                Optional.of("2"),
                List.of("Cargo.toml"),
                List.of())),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private Finding only(Snapshot snapshot) {
    Outcome outcome = check.examine(snapshot);
    assertThat(outcome).isInstanceOf(Outcome.Found.class);
    List<Finding> findings = ((Outcome.Found) outcome).findings();
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }
}
