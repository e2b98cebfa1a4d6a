package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.files.CacheFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptProgramsTest {
  @TempDir private Path folder;

  private final List<String> asked = new ArrayList<>();

  @Test
  void theSameProgramIsAskedTheSameOnce() throws Exception {
    Path python = program("python", "ELF");
    KeptPrograms programs = programs(Map.of());

    ProgramAnswer first = programs.ask(python, List.of("-c", "1"));

    assertThat(programs.ask(python, List.of("-c", "1"))).isEqualTo(first);
    programs.ask(python, List.of("-c", "2"));
    assertThat(asked).hasSize(2);
  }

  @Test
  void theNextStartKnowsItToo() throws Exception {
    Path python = program("python", "ELF");
    ProgramAnswer first = askAtAStart(Map.of(), python, List.of("-V"));

    assertThat(askAtAStart(Map.of(), python, List.of("-V"))).isEqualTo(first);
    assertThat(asked).hasSize(1);
  }

  @Test
  void anotherFileOfThatNameIsAskedAgain() throws Exception {
    Path python = program("python", "ELF");
    askAtAStart(Map.of(), python, List.of("-V"));
    Files.setLastModifiedTime(python, FileTime.fromMillis(1_000));

    askAtAStart(Map.of(), python, List.of("-V"));

    assertThat(asked).hasSize(2);
  }

  @Test
  void aVirtualEnvironmentThatWasMadeAnewIsAskedAgain() throws Exception {
    Path python = program("bin/python", "ELF");
    askAtAStart(Map.of(), python, List.of("-V"));
    Files.writeString(folder.resolve("pyvenv.cfg"), "home = /usr/bin\n");

    askAtAStart(Map.of(), python, List.of("-V"));

    assertThat(asked).hasSize(2);
  }

  @Test
  void otherVariablesAreAnotherQuestion() throws Exception {
    Path python = program("python", "ELF");
    askAtAStart(Map.of(), python, List.of("-V"));

    askAtAStart(Map.of("PYENV_VERSION", "3.13.0"), python, List.of("-V"));

    assertThat(asked).hasSize(2);
  }

  @Test
  void aScriptIsAskedEachTime() throws Exception {
    Path shim = program("python", "#!/bin/sh\nexec pyenv\n");
    KeptPrograms programs = programs(Map.of());

    programs.ask(shim, List.of("-V"));
    programs.ask(shim, List.of("-V"));

    assertThat(asked).hasSize(2);
  }

  @Test
  void pyenvsStandInIsAskedAgainWhenAnotherVersionWasChosen() throws Exception {
    Path shim = program("shims/python", "#!/bin/sh\nexec pyenv\n");
    Files.createDirectories(folder.resolve("versions"));
    Files.writeString(folder.resolve("version"), "3.12.1\n");
    askAtAStart(Map.of(), shim, List.of("-V"));
    askAtAStart(Map.of(), shim, List.of("-V"));
    assertThat(asked).hasSize(1);

    Files.writeString(folder.resolve("version"), "3.9\n");
    askAtAStart(Map.of(), shim, List.of("-V"));

    assertThat(asked).hasSize(2);
  }

  @Test
  void whatFailedIsAskedAgain() throws Exception {
    Path python = program("failing", "ELF");
    KeptPrograms programs = programs(Map.of());

    programs.ask(python, List.of("-V"));
    programs.ask(python, List.of("-V"));

    assertThat(asked).hasSize(2);
  }

  /** A start of the program, from opening what was kept to keeping it. */
  private ProgramAnswer askAtAStart(
      Map<String, String> variables, Path program, List<String> arguments) {
    KeptPrograms programs = programs(variables);
    ProgramAnswer answer = programs.ask(program, arguments);
    programs.keep();
    return answer;
  }

  private KeptPrograms programs(Map<String, String> variables) {
    CacheFolder cache = new CacheFolder(folder.resolve("cache"), "test");
    return new KeptPrograms(this::ask, Optional.of(cache), variables);
  }

  private ProgramAnswer ask(Path program, List<String> arguments) {
    asked.add(program + " " + arguments);
    int exit = program.endsWith("failing") ? 1 : 0;
    return new ProgramAnswer.Said(exit, "Python 3.%d".formatted(asked.size()), "");
  }

  private Path program(String name, String content) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    return Files.writeString(file, content);
  }
}
