package io.github.pyo3doctor.checks;

import static io.github.pyo3doctor.checks.WindowsMachine.DEBUG;
import static io.github.pyo3doctor.checks.WindowsMachine.dll;
import static io.github.pyo3doctor.snapshot.Architecture.ARM64;
import static io.github.pyo3doctor.snapshot.Architecture.X64;
import static io.github.pyo3doctor.snapshot.Architecture.X86;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.checks.DllSearch.Rule;
import io.github.pyo3doctor.checks.DllSearch.Step;
import io.github.pyo3doctor.checks.DllSearch.Verdict;
import io.github.pyo3doctor.snapshot.Architecture;
import io.github.pyo3doctor.snapshot.BuiltBinary;
import io.github.pyo3doctor.snapshot.PythonDll;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsDllSearchTest {
  private static final String DLL = "python312.dll";

  @Test
  void thePlacesAreThoseOfTheDocumentationInItsOrder() {
    DllSearch search =
        find(new WindowsMachine().path("C:\\A", "C:\\B").folder("C:\\A").folder("C:\\B"));

    assertThat(search.steps())
        .extracting(Step::rule)
        .containsExactly(
            Rule.PROGRAM,
            Rule.SYSTEM,
            Rule.SYSTEM_16,
            Rule.WINDOWS,
            Rule.CURRENT,
            Rule.PATH,
            Rule.PATH);
    assertThat(search.verdict()).isEqualTo(new Verdict.NotFound());
  }

  @Test
  void withoutSafeSearchTheCurrentFolderComesSecond() {
    DllSearch search = find(new WindowsMachine().unsafeSearch());

    assertThat(search.steps())
        .extracting(Step::rule)
        .containsExactly(Rule.PROGRAM, Rule.CURRENT, Rule.SYSTEM, Rule.SYSTEM_16, Rule.WINDOWS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DEBUG,
        "C:\\Windows\\System32",
        "C:\\Windows\\System",
        "C:\\Windows",
        "C:\\proj",
        "C:\\A"
      })
  void eachPlaceWinsOverThoseAfterIt(String place) {
    WindowsMachine machine = new WindowsMachine().path("C:\\A", "C:\\B");
    machine.folder("C:\\A").folder("C:\\B", dll(DLL, X64));
    machine.folder(place, dll(DLL, X64));

    assertThat(takenFrom(find(machine))).isEqualTo(place);
  }

  @Test
  void theFirstDirectoryOnPathThatHasItWins() {
    WindowsMachine machine = new WindowsMachine().path("C:\\A", "C:\\B", "C:\\C");
    machine.missing("C:\\A").folder("C:\\B", dll(DLL, X64)).folder("C:\\C", dll(DLL, X64));

    assertThat(takenFrom(find(machine))).isEqualTo("C:\\B");
  }

  @Test
  void namesAndFoldersCompareWithoutRegardToCaseOrTrailingSeparators() {
    WindowsMachine machine = new WindowsMachine().path("c:/PYTHON312\\");
    machine.folder("C:\\Python312", dll("Python312.DLL", X64));

    assertThat(takenFrom(find(machine))).isEqualTo("c:/PYTHON312\\");
  }

  @Test
  void aDirectoryOnPathWithoutADriveIsTakenFromTheCurrentFolder() {
    WindowsMachine machine = new WindowsMachine().path("..\\dlls");
    machine.folder("C:\\dlls", dll(DLL, X64));

    assertThat(find(machine).verdict()).isInstanceOf(Verdict.Loads.class);
  }

  @Test
  void aDllForAnotherProcessorIsPassedOver() {
    WindowsMachine machine = new WindowsMachine().path("C:\\A", "C:\\B");
    machine.folder("C:\\A", dll(DLL, X86)).folder("C:\\B", dll(DLL, X64));
    DllSearch search = find(machine);

    assertThat(takenFrom(search)).isEqualTo("C:\\B");
    assertThat(search.steps())
        .filteredOn(step -> step.sight() instanceof DllSearch.Sight.OtherArchitecture)
        .extracting(Step::directory)
        .containsExactly("C:\\A");
  }

  @Test
  void ifOnlyDllsForOtherProcessorsAreThereTheImageIsInvalid() {
    WindowsMachine machine = new WindowsMachine().path("C:\\A", "C:\\B");
    machine.folder("C:\\A", dll(DLL, X86)).folder("C:\\B", dll(DLL, ARM64));

    assertThat(find(machine).verdict()).isEqualTo(new Verdict.WrongArchitecture());
  }

  @Test
  void a32BitProgramSeesSysWow64InThePlaceOfSystem32() {
    WindowsMachine machine = new WindowsMachine().path("c:\\windows\\system32\\");
    machine.folder("C:\\Windows\\System32", dll(DLL, X86));
    DllSearch search = find(machine, Optional.of(DEBUG), X86);

    assertThat(search.verdict()).isEqualTo(new Verdict.NotFound());
    assertThat(search.steps())
        .extracting(Step::directory)
        .doesNotContain("C:\\Windows\\System32")
        .contains("C:\\Windows\\SysWOW64");
    machine.folder("C:\\Windows\\SysWOW64", dll(DLL, X86));
    assertThat(takenFrom(find(machine, Optional.of(DEBUG), X86)))
        .isEqualTo("C:\\Windows\\SysWOW64");
  }

  @Test
  void aProgramNotYetBuiltHasNoFolder() {
    DllSearch search = find(new WindowsMachine(), Optional.empty(), X64);

    assertThat(search.steps()).extracting(Step::rule).doesNotContain(Rule.PROGRAM);
  }

  @Test
  void aPlaceThatCannotBeSeenLeavesTheAnswerOpen() {
    WindowsMachine machine = new WindowsMachine().path("C:\\A", "C:\\B");
    machine.unreadable("C:\\A").folder("C:\\B", dll(DLL, X64));

    assertThat(find(machine).verdict())
        .isEqualTo(new Verdict.Unknown("C:\\A: cannot be listed, permission denied"));
  }

  @Test
  void aPlaceThatCannotBeSeenDoesNotMatterBehindTheOneTaken() {
    WindowsMachine machine = new WindowsMachine().path("C:\\A", "C:\\B");
    machine.folder("C:\\A", dll(DLL, X64)).unreadable("C:\\B");

    assertThat(takenFrom(find(machine))).isEqualTo("C:\\A");
  }

  @Test
  void aFileThatIsNoDllLeavesTheAnswerOpen() {
    WindowsMachine machine = new WindowsMachine().path("C:\\A");
    machine.folder("C:\\A", new PythonDll(DLL, Optional.empty(), Optional.empty()));

    assertThat(find(machine).verdict())
        .isEqualTo(new Verdict.Unknown("C:\\A: python312.dll is no readable DLL"));
  }

  @Test
  void cargoPutsItsOutputFoldersBeforePath() {
    String deps = DEBUG + "\\deps";
    WindowsMachine machine = new WindowsMachine().path("C:\\A").folder("C:\\A", dll(DLL, X64));
    machine.folder(deps).folder(DEBUG, dll(DLL, X64));
    BuiltBinary test = new BuiltBinary(deps + "\\it.exe", deps, X64, List.of(DLL), List.of());
    DllSearch search = new WindowsDllSearch(machine.loader()).find(DLL, test);

    assertThat(takenFrom(search)).isEqualTo(DEBUG);
    assertThat(search.steps().getLast().rule()).isEqualTo(Rule.CARGO);
  }

  @Test
  void theEvidenceListsEveryPlaceInOrder() {
    WindowsMachine machine = new WindowsMachine().path("%PYTHON%", "C:\\A", "C:\\B");
    machine.missing("C:\\proj\\%PYTHON%");
    machine.folder("C:\\A", dll(DLL, X86)).folder("C:\\B", dll(DLL, X64));

    assertThat(find(machine).lines())
        .containsExactly(
            "1. C:\\proj\\target\\debug (folder of the program): no python312.dll",
            "2. C:\\Windows\\System32 (system folder): no python312.dll",
            "3. C:\\Windows\\System (16-bit system folder): no python312.dll",
            "4. C:\\Windows (Windows folder): no python312.dll",
            "5. C:\\proj (current folder): no python312.dll",
            "6. %PYTHON% (PATH): no such directory (the loader does not expand %…%)",
            "7. C:\\A (PATH): python312.dll, 32-bit x86: passed over, the program is 64-bit x64",
            "8. C:\\B (PATH): python312.dll, 64-bit x64: taken");
  }

  private static DllSearch find(WindowsMachine machine) {
    return find(machine, Optional.of(DEBUG), X64);
  }

  private static DllSearch find(
      WindowsMachine machine, Optional<String> folder, Architecture architecture) {
    return new WindowsDllSearch(machine.loader()).find(DLL, folder, architecture);
  }

  private static String takenFrom(DllSearch search) {
    assertThat(search.verdict()).isInstanceOf(Verdict.Loads.class);
    return ((Verdict.Loads) search.verdict()).step().directory();
  }
}
