package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks with real PE files, examined from wherever the tests run. */
class InspectCommandTest {
  private static final Path FIXTURES = Path.of("src/test/resources/pe");

  @TempDir private Path drive;

  @BeforeEach
  void aProgramOnAnEmptyDisk() throws IOException {
    Files.createDirectories(drive.resolve("Windows/System32"));
    put("x64/versioned.exe", "app/app.exe");
  }

  @Test
  void aMissingPythonDllIsNamedWithItsStatusAndEveryPlaceInOrder() {
    Ran ran = inspect("app/app.exe", "--path", "C:\\A;C:\\B", "--cwd", "C:\\work");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out())
        .contains("does not load: not found: STATUS_DLL_NOT_FOUND (0xC0000135)")
        .containsSubsequence(
            "1. C:\\app (folder of the program): not there",
            "2. C:\\Windows\\System32",
            "3. C:\\Windows\\System (16-bit",
            "4. C:\\Windows (",
            "5. C:\\work (current folder)",
            "6. C:\\A (PATH)",
            "7. C:\\B (PATH)")
        .contains("faq show windows-dll-not-found");
  }

  @Test
  void aRivalForAnotherProcessorIsPassedOverAndListed() throws IOException {
    put("x86/python312.dll", "A/Python312.DLL");
    put("x64/python312.dll", "B/python312.dll");

    Ran ran = inspect("app/app.exe", "--path", "C:\\a;C:\\b");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains("C:\\a (PATH): wrong architecture (32-bit x86): passed over")
        .contains("C:\\b (PATH): taken")
        .contains("PATH, entry 1: C:\\a\\Python312.DLL (32-bit x86)")
        .contains("PATH, entry 2: C:\\b\\python312.dll (64-bit x64)");
  }

  @Test
  void onlyCopiesForAnotherProcessorAreAnInvalidImage() throws IOException {
    put("x86/python312.dll", "A/python312.dll");

    Ran ran = inspect("app/app.exe", "--json", "--path", "C:\\A");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out())
        .contains("\"outcome\" : \"wrong-architecture\"")
        .contains("\"status\" : \"STATUS_INVALID_IMAGE_FORMAT\"");
  }

  @Test
  void theTargetOfTheStableAbiDllMustBeThereToo() throws IOException {
    put("x64/stable.exe", "app/app.exe");
    put("x64/python3.dll", "A/python3.dll");

    Ran without = inspect("app/app.exe", "--path", "C:\\A;C:\\B");
    put("x64/python312.dll", "B/python312.dll");
    Ran with = inspect("app/app.exe", "--path", "C:\\A;C:\\B");

    assertThat(without.exit()).isEqualTo(1);
    assertThat(without.out()).contains("python312.dll, which python3.dll needs, is in none");
    assertThat(with.exit()).isZero();
    assertThat(with.out()).contains("python312.dll → C:\\B\\python312.dll");
  }

  @Test
  void whatIsHandedOnByNumberMustBeThereToo() throws IOException {
    put("x64/numbers.exe", "app/app.exe");
    put("x64/numbers.dll", "app/numbers.dll");

    Ran without = inspect("app/app.exe");
    put("x64/python312.dll", "app/python312.dll");
    Ran with = inspect("app/app.exe");
    put("x64/python38.dll", "app/numbers.dll");
    Ran other = inspect("app/app.exe");

    assertThat(without.exit()).isEqualTo(1);
    assertThat(without.out()).contains("python312.dll, which numbers.dll needs, is in none");
    assertThat(with.exit()).isZero();
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.out()).contains("C:\\app\\numbers.dll lacks by_number, named, #12 and 1 more");
  }

  @Test
  void whatIsLoadedAtTheFirstCallIsLookedForButDoesNotDecide() throws IOException {
    put("x64/numbers-later.exe", "app/app.exe");

    Ran missing = inspect("app/app.exe", "--path", "C:\\A");
    put("x86/numbers.dll", "A/numbers.dll");
    Ran otherProcessor = inspect("app/app.exe", "--path", "C:\\A");
    put("x64/numbers.dll", "A/numbers.dll");
    Ran there = inspect("app/app.exe", "--path", "C:\\A");

    assertThat(List.of(missing.exit(), otherProcessor.exit(), there.exit())).containsOnly(0);
    assertThat(missing.out())
        .contains("numbers.dll is loaded only at the first call")
        .contains(
            "none of the 6 places that are searched then has it: that call fails unless it is"
                + " loaded by then");
    assertThat(otherProcessor.out()).contains("searched then is for another processor");
    assertThat(there.out()).contains(": then C:\\A\\numbers.dll is taken.");
  }

  @Test
  void whatAModuleLoadsAtTheFirstCallIsSearchedForByTheRulesOfAProgram() throws IOException {
    put("x64/versioned.exe", "Py/python.exe");
    put("x64/python312.dll", "Py/python312.dll");
    put("x64/numbers-later.exe", "Py/Lib/site-packages/mod.pyd");
    put("x64/numbers.dll", "Py/Lib/site-packages/numbers.dll");

    Ran beside = inspect("Py/Lib/site-packages/mod.pyd", "--path", "C:\\A");
    put("x64/numbers.dll", "A/numbers.dll");
    Ran onPath = inspect("Py/Lib/site-packages/mod.pyd", "--path", "C:\\A");

    assertThat(beside.out())
        .contains("searched then has it: that call fails unless it is loaded by then");
    assertThat(onPath.out()).contains(": then C:\\A\\numbers.dll is taken.");
  }

  @Test
  void aSymbolThatIsNotThereIsAnEntryPointNotFound() throws IOException {
    put("x64/python38.dll", "app/python312.dll");

    Ran ran = inspect("app/app.exe");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out())
        .contains("missing symbol: STATUS_ENTRYPOINT_NOT_FOUND (0xC0000139)")
        .contains("C:\\app\\python312.dll lacks PyType_GetName, which app.exe asks for");
  }

  @Test
  void pythonDoesNotSearchPathForWhatAModuleLinks() throws IOException {
    put("x64/delayed.exe", "Py/python.exe");
    put("x64/stable.exe", "Py/Lib/site-packages/mod.pyd");
    put("x64/python3.dll", "A/python3.dll");
    put("x64/python312.dll", "A/python312.dll");

    Ran ran = inspect("Py/Lib/site-packages/mod.pyd", "--path", "C:\\A");
    Ran added =
        inspect("Py/Lib/site-packages/mod.pyd", "--path", "C:\\A", "--dll-directory", "C:\\A");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out())
        .contains("rules for `python-import`")
        .contains("It is imported by C:\\Py\\python.exe")
        .contains("call os.add_dll_directory(r\"C:\\A\")")
        .contains("faq show dll-load-failed")
        .doesNotContain("(PATH):");
    assertThat(added.exit()).isZero();
  }

  @Test
  void whatPythonItselfHasLoadedIsNotSearchedFor() throws IOException {
    put("x64/versioned.exe", "Py/python.exe");
    put("x64/python312.dll", "Py/python312.dll");
    put("x64/versioned.exe", "elsewhere/mod.pyd");

    Ran ran =
        inspect("elsewhere/mod.pyd", "--json", "--python", drive.resolve("Py/python.exe") + "");

    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("\"rule\" : \"already loaded\"");
  }

  @Test
  void aModuleForAnotherProcessorThanItsPythonIsRefused() throws IOException {
    put("x86/versioned.exe", "Py/python.exe");
    put("x64/versioned.exe", "Py/mod.pyd");

    Ran ran = inspect("Py/mod.pyd");

    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out()).contains("wrong architecture").contains("faq show wrong-architecture");
  }

  @Test
  void aDriveThatIsNotMappedLeavesTheAnswerOpen() {
    Ran ran = Ran.command("inspect", drive.resolve("app/app.exe").toString());

    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.out()).contains("could not be told").contains("not looked at");
  }

  @Test
  void badInputIsOneLine() throws IOException {
    Path text = Files.writeString(drive.resolve("a.txt"), "hello");
    for (List<String> bad :
        List.of(
            List.of("inspect", text.toString()),
            List.of("inspect", drive.toString()),
            List.of("inspect", drive.resolve("none.exe").toString()),
            List.of("inspect", "--drive", "x", text.toString()),
            List.of("inspect", "--loader", "wine", text.toString()))) {
      Ran ran = Ran.command(bad.toArray(String[]::new));

      ran.refusedFor(bad.get(1).startsWith("--") ? bad.get(1) : bad.get(1) + ": ");
    }
  }

  private Ran inspect(String file, String... options) {
    List<String> command =
        new ArrayList<>(List.of("inspect", "--drive", "C=" + drive, drive.resolve(file) + ""));
    command.addAll(Arrays.asList(options));
    return Ran.command(command.toArray(String[]::new));
  }

  private void put(String fixture, String place) throws IOException {
    Path target = drive.resolve(place);
    Files.createDirectories(target.getParent());
    Files.deleteIfExists(target);
    Files.copy(FIXTURES.resolve(fixture), target);
  }
}
