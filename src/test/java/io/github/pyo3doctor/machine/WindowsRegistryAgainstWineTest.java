package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pyo3doctor.snapshot.WindowsPythons.Registered;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes Pythons into the registry of a Wine prefix and reads them back through Wine's {@code reg},
 * as on Windows. Runs with {@code -Ddifferential=true} where {@code wine} is installed.
 */
@EnabledIfSystemProperty(named = "differential", matches = "true")
class WindowsRegistryAgainstWineTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path folder;

  @Test
  void whatWasWrittenIsRead() throws Exception {
    Path reg = folder.resolve("System32/reg.exe");
    Files.createDirectories(reg.getParent());
    Files.writeString(
        reg,
        "#!/bin/sh\nWINEPREFIX='%s' WINEDEBUG=-all exec wine reg \"$@\"\n"
            .formatted(folder.resolve("prefix")));
    Files.setPosixFilePermissions(reg, PosixFilePermissions.fromString("rwx------"));
    Programs programs = new LocalPrograms(System.getenv(), PATIENCE, StandardCharsets.ISO_8859_1);
    add(programs, reg, "HKCU\\Software\\Python\\PythonCore\\3.13", "C:\\Zoë\\Python313", "/reg:64");
    add(programs, reg, "HKLM\\Software\\Python\\PythonCore\\3.12", "C:\\Python312\\", "/reg:64");
    add(programs, reg, "HKLM\\Software\\Python\\PythonCore\\3.8-32", "C:\\Python38", "/reg:32");

    assertThat(new WindowsRegistry(programs, Map.of("SYSTEMROOT", folder.toString())).pythons())
        .extracting(Registered::key, Registered::tag, Registered::executable)
        .containsExactly(
            tuple("HKEY_CURRENT_USER", "3.13", "C:\\Zoë\\Python313\\python.exe"),
            tuple("HKEY_LOCAL_MACHINE", "3.12", "C:\\Python312\\python.exe"),
            tuple("HKEY_LOCAL_MACHINE (32-bit)", "3.8-32", "C:\\Python38\\python.exe"));
  }

  private static void add(Programs programs, Path reg, String key, String path, String view) {
    List<String> arguments = List.of("add", key + "\\InstallPath", "/ve", "/d", path, "/f", view);
    assertThat(programs.ask(reg, arguments))
        .isInstanceOfSatisfying(
            ProgramAnswer.Said.class, said -> assertThat(said.exitCode()).isZero());
  }
}
