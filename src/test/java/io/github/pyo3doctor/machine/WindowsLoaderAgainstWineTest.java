package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.pyo3doctor.binary.PeFixtures;
import io.github.pyo3doctor.checks.DllSearch;
import io.github.pyo3doctor.checks.DllSearch.Verdict;
import io.github.pyo3doctor.checks.WindowsDllSearch;
import io.github.pyo3doctor.snapshot.BuiltBinary;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.WindowsLoader;
import io.github.pyo3doctor.snapshot.WindowsPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lays out Python DLLs in a Wine prefix, lets Wine's loader start a program, and compares the DLL
 * it got with the one that {@link WindowsDllSearch} expects. Runs with {@code -Ddifferential=true}
 * where {@code wine} is installed.
 *
 * <p>Wine is the best loader at hand, not Windows itself. Here it has 64-bit programs only, so the
 * folders that 32-bit programs see are not compared.
 */
@EnabledIfSystemProperty(named = "differential", matches = "true")
class WindowsLoaderAgainstWineTest {
  private static final String REST_OF_PATH = "C:\\windows\\system32;C:\\windows";

  /**
   * {@code mov eax, 312} in the fixture: what Py_IsInitialized answers, and so the program's exit
   * code.
   */
  private static final byte[] ANSWER = {(byte) 0xb8, 0x38, 0x01, 0, 0};

  private static final int NOT_FOUND = 0x35;
  private static final int NOTHING_TO_COMPARE = -1;

  @TempDir static Path prefix;

  /**
   * One arrangement of files.
   *
   * @param name what it shows
   * @param files DLLs to lay out: a path on drive C, and {@code x64}, {@code x86} or {@code stable}
   * @param path the first part of PATH
   * @param program the fixture that is started
   */
  private record Layout(String name, Map<String, String> files, String path, String program) {
    static Layout of(String name, String path, String... files) {
      return new Layout(name, pairs(files), path, "versioned.exe");
    }

    static Layout stable(String name, String path, String... files) {
      return new Layout(name, pairs(files), path, "stable.exe");
    }

    private static Map<String, String> pairs(String... files) {
      Map<String, String> pairs = new LinkedHashMap<>();
      for (int i = 0; i < files.length; i += 2) {
        pairs.put(files[i], files[i + 1]);
      }
      return pairs;
    }
  }

  private static final List<Layout> LAYOUTS =
      List.of(
          Layout.of("nowhere", "C:\\A;C:\\B"),
          Layout.of("beside the program", "C:\\A", "proj/target/debug/python312.dll", "x64"),
          Layout.of("system folder", "C:\\A", "windows/system32/python312.dll", "x64"),
          Layout.of("16-bit system folder", "C:\\A", "windows/system/python312.dll", "x64"),
          Layout.of("Windows folder", "C:\\A", "windows/python312.dll", "x64"),
          Layout.of("current folder", "C:\\A", "proj/python312.dll", "x64"),
          Layout.of("PATH, first entry", "C:\\A;C:\\B", "A/python312.dll", "x64"),
          Layout.of("PATH, second entry", "C:\\A;C:\\B", "B/python312.dll", "x64"),
          Layout.of(
              "both on PATH", "C:\\A;C:\\B", "A/python312.dll", "x64", "B/python312.dll", "x64"),
          Layout.of(
              "both on PATH, the other way round",
              "C:\\B;C:\\A",
              "A/python312.dll",
              "x64",
              "B/python312.dll",
              "x64"),
          Layout.of(
              "beside the program before the system folder",
              "C:\\A",
              "proj/target/debug/python312.dll",
              "x64",
              "windows/system32/python312.dll",
              "x64"),
          Layout.of(
              "system folder before the 16-bit one",
              "C:\\A",
              "windows/system32/python312.dll",
              "x64",
              "windows/system/python312.dll",
              "x64"),
          Layout.of(
              "16-bit system folder before the Windows folder",
              "C:\\A",
              "windows/python312.dll",
              "x64",
              "windows/system/python312.dll",
              "x64"),
          Layout.of(
              "Windows folder before the current one",
              "C:\\A",
              "windows/python312.dll",
              "x64",
              "proj/python312.dll",
              "x64"),
          Layout.of(
              "current folder before PATH",
              "C:\\A",
              "proj/python312.dll",
              "x64",
              "A/python312.dll",
              "x64"),
          Layout.of(
              "other processor first on PATH",
              "C:\\A;C:\\B",
              "A/python312.dll",
              "x86",
              "B/python312.dll",
              "x64"),
          Layout.of(
              "other processor beside the program",
              "C:\\A",
              "proj/target/debug/python312.dll",
              "x86",
              "A/python312.dll",
              "x64"),
          Layout.of("only for another processor", "C:\\A", "A/python312.dll", "x86"),
          Layout.of("name in another case", "c:\\a", "A/Python312.DLL", "x64"),
          Layout.of("separator at the end", "C:\\A\\", "A/python312.dll", "x64"),
          Layout.of("slashes turned round", "C:/A/", "A/python312.dll", "x64"),
          Layout.of("dots in an entry", "C:\\B\\..\\A", "A/python312.dll", "x64"),
          Layout.of("folder with blanks", "C:\\A B", "A B/python312.dll", "x64"),
          Layout.of("entry without a drive", "lib", "proj/lib/python312.dll", "x64"),
          Layout.of("variable not expanded", "%HOMEDRIVE%\\A", "A/python312.dll", "x64"),
          Layout.of("empty entries", ";;C:\\A;", "A/python312.dll", "x64"),
          Layout.stable(
              "stable ABI DLL and its target in one folder",
              "C:\\A",
              "A/python3.dll",
              "stable",
              "A/python312.dll",
              "x64"),
          Layout.stable(
              "target of the stable ABI DLL is searched for anew",
              "C:\\A;C:\\B",
              "A/python3.dll",
              "stable",
              "B/python312.dll",
              "x64"),
          Layout.stable(
              "target of the stable ABI DLL earlier on PATH",
              "C:\\B;C:\\A",
              "A/python3.dll",
              "stable",
              "A/python312.dll",
              "x64",
              "B/python312.dll",
              "x64"));

  @BeforeAll
  static void makePrefix() throws IOException, InterruptedException {
    assumeTrue(
        Stream.of("/usr/bin/wine", "/usr/local/bin/wine").map(Path::of).anyMatch(Files::exists));
    assertThat(wine(prefix, "", "wineboot", "-i")).isZero();
  }

  @AfterAll
  static void stopItsServer() throws IOException, InterruptedException {
    wine(prefix, "", "wineserver", "-w");
  }

  @TestFactory
  Stream<DynamicTest> theSameDllIsTaken() {
    return LAYOUTS.stream().map(layout -> dynamicTest(layout.name(), () -> compare(layout, true)));
  }

  @Test
  void withoutSafeSearchTheCurrentFolderComesBeforeTheSystemsFolders()
      throws IOException, InterruptedException {
    setSafeSearch("0");
    try {
      compare(
          Layout.of(
              "", "C:\\A", "windows/system32/python312.dll", "x64", "proj/python312.dll", "x64"),
          false);
      compare(
          Layout.of(
              "", "C:\\A", "proj/python312.dll", "x64", "proj/target/debug/python312.dll", "x64"),
          false);
    } finally {
      setSafeSearch("1");
    }
  }

  private static void setSafeSearch(String value) throws IOException, InterruptedException {
    String key = "HKLM\\System\\CurrentControlSet\\Control\\Session Manager";
    int status =
        wine(
            prefix,
            "",
            "wine",
            "reg",
            "add",
            key,
            "/v",
            "SafeDllSearchMode",
            "/t",
            "REG_DWORD",
            "/d",
            value,
            "/f");
    assertThat(status).isZero();
  }

  private static void compare(Layout layout, boolean safeSearch)
      throws IOException, InterruptedException {
    Path drive = prefix.resolve("drive_c");
    Path project = drive.resolve("proj");
    Path program = project.resolve("target/debug/app.exe");
    Files.createDirectories(program.getParent());
    Files.deleteIfExists(program);
    Files.copy(PeFixtures.file("x64/" + layout.program()), program);
    for (String folder : List.of("A", "B", "windows/system")) {
      Files.createDirectories(drive.resolve(folder));
    }
    byte answer = 1;
    try {
      for (Map.Entry<String, String> file : layout.files().entrySet()) {
        Path target = drive.resolve(file.getKey());
        Files.createDirectories(target.getParent());
        Files.write(target, dll(file.getValue(), answer++));
      }
      int expected = expected(layout, safeSearch, drive, project);
      assertThat(expected).isNotEqualTo(NOTHING_TO_COMPARE);
      assertThat(wine(project, layout.path(), "wine", "C:\\proj\\target\\debug\\app.exe"))
          .isEqualTo(expected);
    } finally {
      for (String file : layout.files().keySet()) {
        Files.deleteIfExists(drive.resolve(file));
      }
    }
  }

  private static int expected(Layout layout, boolean safeSearch, Path drive, Path project)
      throws IOException {
    Map<String, String> environment =
        Map.of("PATH", layout.path() + ";" + REST_OF_PATH, "SystemRoot", "C:\\windows");
    WindowsDisk disk = WindowsDisk.mapped(Map.of('C', drive));
    WindowsLoader loader =
        new MachineCollector(OperatingSystem.WINDOWS, environment, disk, project)
            .collect(Optional.of(project), Optional.empty(), step -> {})
            .windows()
            .orElseThrow();
    BuiltBinary program = loader.binaries().getFirst();
    WindowsDllSearch search = new WindowsDllSearch(withSafeSearch(loader, safeSearch));
    Optional<String> folder = Optional.of(program.directory());
    DllSearch result =
        search.find(program.pythonImports().getFirst(), folder, program.architecture());
    if (result.verdict() instanceof Verdict.Loads loads && loads.dll().forwardsTo().isPresent()) {
      result = search.find(loads.dll().forwardsTo().get(), folder, program.architecture());
    }
    return switch (result.verdict()) {
      case Verdict.Loads loads -> {
        String path = WindowsPaths.full(loads.path(), "C:\\proj");
        byte[] bytes = Files.readAllBytes(disk.find(path).orElseThrow());
        yield bytes[answerAt(bytes)];
      }
      case Verdict.NotFound _ -> NOT_FOUND;
      // Wine says STATUS_DLL_NOT_FOUND of every import that fails; Windows says here that the image
      // is invalid.
      case Verdict.WrongArchitecture _ -> NOT_FOUND;
      case Verdict.Unknown _ -> NOTHING_TO_COMPARE;
    };
  }

  private static WindowsLoader withSafeSearch(WindowsLoader loader, boolean safeSearch) {
    return new WindowsLoader(
        safeSearch,
        loader.systemDirectory(),
        loader.wow64Directory(),
        loader.system16Directory(),
        loader.windowsDirectory(),
        loader.currentDirectory(),
        loader.path(),
        loader.directories(),
        loader.interpreters(),
        loader.binaries());
  }

  /** A Python DLL whose answer is this number. */
  private static byte[] dll(String kind, byte answer) throws IOException {
    String fixture = kind.equals("stable") ? "x64/python3.dll" : kind + "/python312.dll";
    byte[] bytes = Files.readAllBytes(PeFixtures.file(fixture));
    if (!kind.equals("stable")) {
      int at = answerAt(bytes);
      bytes[at] = answer;
      bytes[at + 1] = 0;
    }
    return bytes;
  }

  private static int answerAt(byte[] bytes) {
    for (int i = 0; i < bytes.length - ANSWER.length; i++) {
      boolean isMove = bytes[i] == ANSWER[0] && bytes[i + 3] == 0 && bytes[i + 4] == 0;
      boolean isOurs = bytes[i + 1] == ANSWER[1] ? bytes[i + 2] == ANSWER[2] : bytes[i + 2] == 0;
      if (isMove && isOurs && bytes[i + 5] == (byte) 0xc3) {
        return i + 1;
      }
    }
    throw new IllegalStateException("the fixture answers no number");
  }

  /** Wine's exit code is the low byte of the program's or of the loader's status. */
  private static int wine(Path folder, String path, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("WINEPREFIX", prefix.toString());
    builder.environment().put("WINEDEBUG", "-all");
    builder.environment().put("WINEPATH", path);
    builder.environment().put("HOME", prefix.toString());
    builder.environment().remove("DISPLAY");
    Process process =
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(String.join(" ", command) + " did not end");
    }
    return process.exitValue();
  }
}
