package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PyenvStandInsTest {
  @TempDir private Path folder;

  @BeforeEach
  void twoVersionsAreInstalled() throws Exception {
    program("shims/python3");
    program("versions/3.12.1/bin/python3");
    program("versions/3.9.18/bin/python3");
    Files.createDirectories(folder.resolve("tmp"));
    Files.writeString(folder.resolve("version"), "3.12.1\n");
  }

  @Test
  void theChosenVersionIsAskedItself() {
    assertThat(asked(Map.of())).isEqualTo(folder.resolve("versions/3.12.1/bin/python3"));
  }

  @Test
  void anotherVersionInTheFileIsAnotherPython() throws Exception {
    Files.writeString(folder.resolve("version"), "3.9.18\n");

    assertThat(asked(Map.of())).isEqualTo(folder.resolve("versions/3.9.18/bin/python3"));
  }

  @Test
  void theStandInIsAskedWhereAVariableChooses() {
    assertThat(asked(Map.of("PYENV_VERSION", "3.9.18"))).isEqualTo(standIn());
    assertThat(asked(Map.of("PYENV_DIR", "/home"))).isEqualTo(standIn());
  }

  @Test
  void theStandInIsAskedWhereAFileAboveTheStartFolderChooses() throws Exception {
    Files.writeString(folder.resolve(".python-version"), "3.9.18\n");

    assertThat(asked(Map.of())).isEqualTo(standIn());
  }

  @Test
  void theStandInIsAskedForSeveralVersionsAPrefixAndTheSystemsPython() throws Exception {
    for (String version : List.of("3.12.1\n3.9.18\n", "3.12.1:3.9.18", "3.12", "system", "")) {
      Files.writeString(folder.resolve("version"), version);

      assertThat(asked(Map.of())).as(version).isEqualTo(standIn());
    }
    Files.delete(folder.resolve("version"));
    assertThat(asked(Map.of())).isEqualTo(standIn());
  }

  @Test
  void anyOtherProgramIsAskedItself() {
    Path python = folder.resolve("versions/3.9.18/bin/python3");

    assertThat(asked(python, Map.of())).isEqualTo(python);
  }

  private Path asked(Map<String, String> environment) {
    return asked(standIn(), environment);
  }

  /** The program that is asked instead of one. */
  private Path asked(Path program, Map<String, String> environment) {
    Programs answering =
        (asked, _) -> new ProgramAnswer.Said(0, folder.relativize(asked).toString(), "");
    var answer =
        new PyenvStandIns(answering, environment, folder.resolve("tmp"))
            .ask(program, List.of("--version"));
    return folder.resolve(((ProgramAnswer.Said) answer).output());
  }

  private Path standIn() {
    return folder.resolve("shims/python3");
  }

  private void program(String name) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "#!/bin/sh\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
