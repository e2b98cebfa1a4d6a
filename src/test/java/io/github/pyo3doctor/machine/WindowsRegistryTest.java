package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pyo3doctor.snapshot.WindowsPythons.Registered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Wine's {@code reg} has printed is read; see the README beside the files. */
class WindowsRegistryTest {
  private static final String USER = "HKEY_CURRENT_USER";
  private static final String MACHINE = "HKEY_LOCAL_MACHINE";

  @TempDir private Path windows;

  private final List<List<String>> asked = new ArrayList<>();

  @Test
  void everyPythonIsReadAndNothingElse() throws Exception {
    installed();

    assertThat(registry().pythons())
        .extracting(Registered::key, Registered::company, Registered::tag, Registered::executable)
        .containsExactly(
            tuple(USER, "ContinuumAnalytics", "Anaconda39-64", "D:\\Mini conda (x)\\python.exe"),
            tuple(
                USER,
                "PythonCore",
                "3.12",
                "C:\\Users\\ada\\AppData\\Local\\Programs\\Python\\Python312\\python.exe"),
            tuple(USER, "PythonCore", "3.14", "C:\\Users\\Zoë\\pythoncore-3.14-64\\python.exe"),
            tuple(USER, "PythonCore", "3.9-gone", "C:\\Python39\\python.exe"),
            tuple(MACHINE, "PythonCore", "3.11", "C:\\Program Files\\Python311\\python.exe"),
            tuple(MACHINE, "PythonCore", "3.7", "E:\\Python37\\python.exe"),
            tuple(
                MACHINE + " (32-bit)",
                "PythonCore",
                "3.8-32",
                "C:\\Program Files (x86)\\Python38-32\\python.exe"));
  }

  @Test
  void theUsersPartAndBothViewsOfTheMachinesAreAskedFor() throws Exception {
    installed();

    registry().pythons();

    assertThat(asked)
        .startsWith(
            List.of("query", "HKCU\\Software\\Python", "/s"),
            List.of("query", "HKLM\\Software\\Python", "/s", "/reg:64"),
            List.of("query", "HKLM\\Software\\Python", "/s", "/reg:32"));
  }

  @Test
  void theValueWithoutANameIsKnownInOtherLanguages() {
    assertThat(registry().pythons(MACHINE, text("german.txt")))
        .isNotEmpty()
        .isEqualTo(registry().pythons(MACHINE, text("machine64.txt")));
  }

  @Test
  void withoutTheProgramNothingIsAsked() {
    assertThat(registry().pythons()).isEmpty();
    assertThat(asked).isEmpty();
  }

  @Test
  void whatIsThereIsToldFromWhatIsGone() throws Exception {
    Path python = Files.createFile(windows.resolve("python.exe"));
    String output =
        """
        HKEY_CURRENT_USER\\Software\\Python\\PythonCore\\3.13\\InstallPath
            ExecutablePath    REG_SZ    %s
        HKEY_CURRENT_USER\\Software\\Python\\PythonCore\\3.12\\InstallPath
            ExecutablePath    REG_SZ    %s.gone
        """
            .formatted(python, python);

    assertThat(registry().pythons(USER, output))
        .extracting(Registered::exists)
        .containsExactly(true, false);
  }

  private void installed() throws IOException {
    Files.createDirectories(windows.resolve("System32"));
    Files.createFile(windows.resolve("System32/reg.exe"));
  }

  private WindowsRegistry registry() {
    return new WindowsRegistry(
        this::answer, Map.of("SYSTEMROOT", windows.toString(), "SYSTEMDRIVE", "E:"));
  }

  private ProgramAnswer answer(Path program, List<String> arguments) {
    asked.add(arguments);
    assertThat(program).isEqualTo(windows.resolve("System32").resolve("reg.exe"));
    String key = arguments.get(1);
    String file =
        key.endsWith("CodePage")
            ? "code-page.txt"
            : key.startsWith("HKCU")
                ? "user.txt"
                : arguments.contains("/reg:64") ? "machine64.txt" : "machine32.txt";
    return new ProgramAnswer.Said(0, text(file), "");
  }

  private static String text(String file) {
    try {
      return Files.readString(
          Path.of("src/test/resources/registry", file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
