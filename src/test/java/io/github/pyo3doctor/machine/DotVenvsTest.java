package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.project.CollectProgress;
import io.github.pyo3doctor.project.ProjectCollector;
import io.github.pyo3doctor.snapshot.DotVenv;
import io.github.pyo3doctor.snapshot.OperatingSystem;
import io.github.pyo3doctor.snapshot.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotVenvsTest {
  @TempDir private Path folder;

  @BeforeEach
  void aProjectOfTwoModules() throws Exception {
    write("project/pyproject.toml");
    Files.writeString(folder.resolve("project/Cargo.toml"), "[workspace]\n");
    write("project/python/pyproject.toml");
  }

  @Test
  void theNearestOneIsTakenAlsoFromAboveTheProject() throws Exception {
    write(".venv/pyvenv.cfg");
    write(".venv/bin/python");
    write("project/python/.venv/note.txt");

    assertThat(found(OperatingSystem.LINUX))
        .containsExactly(
            new DotVenv(
                "", Optional.of(path(".venv")), true, Optional.of(path(".venv/bin/python")), true),
            new DotVenv(
                "python",
                Optional.of(path("project/python/.venv")),
                false,
                Optional.of(path("project/python/.venv/bin/python")),
                false));
  }

  @Test
  void aFileOfThatNameIsNone() throws Exception {
    write("project/.venv");
    write(".venv/pyvenv.cfg");

    assertThat(found(OperatingSystem.LINUX).getFirst().folder()).contains(path(".venv"));
  }

  @Test
  void onWindowsThePythonIsSoughtInThreePlaces() throws Exception {
    write("project/.venv/pyvenv.cfg");
    assertThat(windowsPython()).isEqualTo(path("project/.venv/python.exe"));

    write("project/.venv/bin/python.exe");
    assertThat(windowsPython()).isEqualTo(path("project/.venv/bin/python.exe"));

    write("project/.venv/Scripts/python.exe");
    assertThat(windowsPython()).isEqualTo(path("project/.venv/Scripts/python.exe"));
  }

  private String windowsPython() throws Exception {
    return found(OperatingSystem.WINDOWS).getFirst().python().orElseThrow();
  }

  private List<DotVenv> found(OperatingSystem os) throws Exception {
    Project project =
        new ProjectCollector().collect(folder.resolve("project"), CollectProgress.NONE);
    return new DotVenvs(os).of(project);
  }

  private String path(String file) {
    return folder.resolve(file).toString();
  }

  private void write(String file) throws Exception {
    Path target = folder.resolve(file);
    Files.createDirectories(target.getParent());
    Files.writeString(target, "");
  }
}
