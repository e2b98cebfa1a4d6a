package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs asked are shell scripts")
class LocalProgramsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  private final Map<String, String> environment =
      Map.of(
          "PATH", System.getenv().getOrDefault("PATH", "/bin:/usr/bin"),
          "PYTHONPATH", "/somewhere",
          "LD_PRELOAD", "/somewhere/lib.so",
          "GITHUB_TOKEN", "secret",
          "PYENV_VERSION", "3.12");

  @Test
  void bothStreamsAndTheExitCodeAreTaken() throws Exception {
    assertThat(ask("echo \"$1 é\"; echo no >&2; exit 3", PATIENCE, "yes"))
        .isEqualTo(new ProgramAnswer.Said(3, "yes é\n", "no\n"));
  }

  @Test
  void aProgramSeesOnlyTheVariablesItNeedsToStart() throws Exception {
    ProgramAnswer answer = ask("env", PATIENCE);

    assertThat(answer).isInstanceOf(ProgramAnswer.Said.class);
    assertThat(((ProgramAnswer.Said) answer).output())
        .contains("PATH=", "PYENV_VERSION=3.12")
        .doesNotContain("PYTHONPATH", "LD_PRELOAD", "TOKEN");
  }

  @Test
  void itRunsInAnEmptyFolderWithNothingToRead() throws Exception {
    assertThat(ask("ls -A; cat; pwd | grep -c pyo3-doctor", PATIENCE))
        .isEqualTo(new ProgramAnswer.Said(0, "1\n", ""));
  }

  @Test
  void oneThatDoesNotEndIsEndedWithWhatItStarted() throws Exception {
    Path mark = folder.resolve("mark");
    ProgramAnswer answer = ask("(sleep 3; touch '" + mark + "') & sleep 60", Duration.ofSeconds(1));

    assertThat(answer).isEqualTo(new ProgramAnswer.Unasked("gives no answer within 1 s"));
    Thread.sleep(3500);
    assertThat(mark).doesNotExist();
  }

  @Test
  void oneThatPrintsWithoutEndIsNotListenedTo() throws Exception {
    assertThat(ask("yes", PATIENCE)).isEqualTo(new ProgramAnswer.Unasked("prints too much"));
  }

  @Test
  void oneThatIsNotThereIsSaidNotToBe() {
    assertThat(new LocalPrograms(environment, PATIENCE).ask(folder.resolve("gone"), List.of()))
        .isEqualTo(new ProgramAnswer.Refused("cannot be started: No such file or directory"));
  }

  private ProgramAnswer ask(String script, Duration patience, String... arguments)
      throws Exception {
    Path program = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    return new LocalPrograms(environment, patience).ask(program, List.of(arguments));
  }
}
