package io.github.pyo3doctor.checks;

import static io.github.pyo3doctor.checks.WindowsMachine.DEBUG;
import static io.github.pyo3doctor.checks.WindowsMachine.dll;
import static io.github.pyo3doctor.checks.WindowsMachine.stable;
import static io.github.pyo3doctor.snapshot.Architecture.X64;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.EnvironmentVariable;
import io.github.pyo3doctor.snapshot.Machine;
import io.github.pyo3doctor.snapshot.MissingSymbols;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RivalPythonDllFirstTest {
  private static final String OLD = "C:\\Python38";
  private static final String PYTHON = "C:\\Python312";

  private final Check check = new RivalPythonDllFirst();

  @Test
  void aRivalThatLacksWhatTheProgramNeedsIsAnError() {
    WindowsMachine machine = machine().path(OLD, PYTHON);
    machine.program(
        "app.exe",
        X64,
        List.of(new MissingSymbols(OLD + "\\python3.dll", List.of("PyType_GetName"))),
        "python3.dll");
    Finding finding = only(machine.snapshot());

    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.message())
        .isEqualTo(
            "`app.exe` gets C:\\Python38\\python3.dll, which lacks `PyType_GetName`"
                + " (STATUS_ENTRYPOINT_NOT_FOUND, 0xC0000139)");
    assertThat(finding.evidence())
        .contains(
            "6. C:\\Python38 (PATH): python3.dll, 64-bit x64: taken",
            "python3.dll also lies in C:\\Python312 (C:\\Python312\\python.exe, found by"
                + " VIRTUAL_ENV)")
        .containsSubsequence(
            "on PATH: C:\\Python38\\python3.dll (64-bit x64, stands for python38.dll)",
            "on PATH: C:\\Python38\\python38.dll (64-bit x64)",
            "on PATH: C:\\Python312\\python3.dll (64-bit x64, stands for python312.dll)",
            "on PATH: C:\\Python312\\python312.dll (64-bit x64)");
    assertThat(finding.fix().orElseThrow().title())
        .startsWith("Put C:\\Python312 on PATH before C:\\Python38 and open a new terminal");
  }

  @Test
  void aRivalOfAnotherVersionIsAWarning() {
    WindowsMachine machine = machine().path(OLD, PYTHON).program("app.exe", X64, "python3.dll");
    Finding finding = only(machine.snapshot());

    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.message())
        .isEqualTo(
            "`app.exe` gets C:\\Python38\\python3.dll, which stands for `python38.dll`; the Python"
                + " it was built with has `python312.dll`");
  }

  @Test
  void aRivalIsKnownHoweverPathWritesItsFolder() {
    WindowsMachine machine = machine().path("c:/python38/");
    machine.program(
        "app.exe",
        X64,
        List.of(new MissingSymbols(OLD + "\\python3.dll", List.of("PyType_GetName"))),
        "python3.dll");

    assertThat(only(machine.snapshot()).severity()).isEqualTo(Severity.ERROR);
  }

  @Test
  void aConfigurationFileNamesAPythonThatWasNotLookedFor() {
    WindowsMachine machine = machine().path(OLD, PYTHON).program("app.exe", X64, "python3.dll");
    Machine steered =
        new Machine(
            OperatingSystem.WINDOWS,
            List.of(new EnvironmentVariable("PYO3_CONFIG_FILE", "C:\\cfg.txt")),
            Optional.of(machine.loader()));

    assertThat(check.examine(new Snapshot(1, "0.1.0", Optional.empty(), steered)))
        .isEqualTo(new Outcome.Passed());
  }

  @Test
  void theRightOneFirstIsFine() {
    WindowsMachine machine = machine().path(PYTHON, OLD).program("app.exe", X64, "python3.dll");

    assertThat(check.examine(machine.snapshot())).isEqualTo(new Outcome.Passed());
  }

  @Test
  void theSameFolderWrittenAnotherWayIsNoRival() {
    WindowsMachine machine =
        machine().path("c:\\python312\\").program("app.exe", X64, "python3.dll");

    assertThat(check.examine(machine.snapshot())).isEqualTo(new Outcome.Passed());
  }

  @Test
  void anotherPythonOfTheSameVersionIsAHint() {
    WindowsMachine machine = machine().path("C:\\conda", PYTHON);
    machine.folder("C:\\conda", dll("python312.dll", X64)).program("app.exe", X64, "python312.dll");

    assertThat(only(machine.snapshot()).severity()).isEqualTo(Severity.HINT);
  }

  @Test
  void aCopyBesideTheProgramWasPutThereOnPurpose() {
    WindowsMachine machine = machine().path(PYTHON).program("app.exe", X64, "python312.dll");
    machine.folder(DEBUG, dll("python312.dll", X64));

    assertThat(check.examine(machine.snapshot())).isEqualTo(new Outcome.Passed());
  }

  @Test
  void aCopyInTheSystemFolderIsToBeTakenAwaySinceNoOrderOfPathHelps() {
    WindowsMachine machine = machine().path(PYTHON).program("app.exe", X64, "python3.dll");
    machine.folder("C:\\Windows\\System32", stable("python38.dll"));

    assertThat(only(machine.snapshot()).fix().orElseThrow().title())
        .startsWith("Take C:\\Windows\\System32\\python3.dll away");
  }

  @Test
  void aProgramForAnotherVersionThanTheOneInUseNowHasNoRival() {
    WindowsMachine machine = machine().path(OLD, PYTHON).program("app.exe", X64, "python38.dll");

    assertThat(check.examine(machine.snapshot())).isEqualTo(new Outcome.Passed());
  }

  @Test
  void aDirectoryThatCannotBeListedLeavesTheAnswerOpen() {
    WindowsMachine machine = machine().path("C:\\locked", PYTHON).unreadable("C:\\locked");
    machine.program("app.exe", X64, "python3.dll");

    assertThat(check.examine(machine.snapshot())).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void withoutAProgramThereIsNothingToAsk() {
    assertThat(check.examine(machine().snapshot())).isInstanceOf(Outcome.NotApplicable.class);
  }

  private static WindowsMachine machine() {
    return new WindowsMachine()
        .python(PYTHON, "VIRTUAL_ENV", "python312.dll")
        .folder(OLD, stable("python38.dll"), dll("python38.dll", X64))
        .folder(PYTHON, stable("python312.dll"), dll("python312.dll", X64));
  }

  private Finding only(Snapshot snapshot) {
    Outcome outcome = check.examine(snapshot);
    assertThat(outcome).isInstanceOf(Outcome.Found.class);
    List<Finding> findings = ((Outcome.Found) outcome).findings();
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }
}
