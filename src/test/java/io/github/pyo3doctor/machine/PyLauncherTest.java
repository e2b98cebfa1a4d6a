package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.WindowsPythons.Launcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PyLauncherTest {
  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void installed() throws Exception {
    Files.createDirectories(folder.resolve("Windows"));
    Files.createDirectories(folder.resolve("Local"));
    Files.createFile(folder.resolve("Windows/py.exe"));
    environment.put("LOCALAPPDATA", folder.resolve("Local").toString());
  }

  @Test
  void withoutADefaultItIsToldNoVersion() {
    assertThat(launcher()).isEqualTo(told(Optional.empty(), Optional.empty()));
  }

  @Test
  void theVariableGoesBeforeTheFiles() throws Exception {
    write("Local/py.ini", "[defaults]\npython=3.11\n");
    environment.put("PY_PYTHON", "3.12-32");

    assertThat(launcher()).isEqualTo(told(Optional.of("3.12-32"), Optional.of("PY_PYTHON")));
  }

  @Test
  void theUsersFileGoesBeforeTheOneBesideTheLauncher() throws Exception {
    write("Windows/py.ini", "[defaults]\npython=3.8\n");
    Path user = write("Local/py.ini", "[commands]\npython=x\n\n[Defaults]\nPython = 3.11\n");

    assertThat(launcher()).isEqualTo(told(Optional.of("3.11"), Optional.of(user.toString())));
  }

  @Test
  void aMajorVersionAloneIsLookedUpAgain() throws Exception {
    Path beside = write("Windows/py.ini", "[defaults]\npython3=3.10\n");
    environment.put("PY_PYTHON", "3");

    assertThat(launcher()).isEqualTo(told(Optional.of("3.10"), Optional.of(beside.toString())));
  }

  @Test
  void aMajorVersionThatNothingNarrowsStays() {
    environment.put("PY_PYTHON", "3");

    assertThat(launcher()).isEqualTo(told(Optional.of("3"), Optional.of("PY_PYTHON")));
  }

  @Test
  void withoutALauncherOnPathThereIsNone() {
    assertThat(find(folder.resolve("Local"))).isEmpty();
  }

  private Launcher launcher() {
    return find(folder.resolve("Windows")).orElseThrow();
  }

  private Optional<Launcher> find(Path onPath) {
    ProgramSearch search =
        new ProgramSearch(OperatingSystem.WINDOWS, Optional.of(onPath.toString()));
    return new PyLauncher(search, environment).find();
  }

  private Launcher told(Optional<String> version, Optional<String> by) {
    return new Launcher(folder.resolve("Windows/py.exe").toString(), version, by);
  }

  private Path write(String file, String text) throws Exception {
    return Files.writeString(folder.resolve(file), text);
  }
}
