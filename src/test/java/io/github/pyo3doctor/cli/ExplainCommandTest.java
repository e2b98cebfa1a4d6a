package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explaining pasted output. */
class ExplainCommandTest {
  private static final String TOO_NEW =
      """
      error: failed to run custom build command for `pyo3-ffi v0.22.3`
        error: the configured Python interpreter version (3.14) is newer than PyO3's maximum supported version (3.13)
      """;

  @TempDir private Path folder;

  @Test
  void aFileIsExplained() throws Exception {
    Path log = Files.writeString(folder.resolve("build.log"), TOO_NEW);

    Ran ran = Ran.command("explain", log.toString());

    assertThat(ran.exit()).isEqualTo(ExitCode.CLEAN);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains("(certain)")
        .contains("line 2  error: the configured Python interpreter version (3.14)")
        .contains("PyO3 0.22.3, Python 3.14, supported 3.13")
        .contains("next step: PyO3 0.22.3 ends at Python 3.13")
        .contains("read: pyo3-doctor faq show python-version-unsupported");
  }

  @Test
  void whatIsPipedInIsExplained() {
    assertThat(Ran.piped(TOO_NEW, "explain").exit()).isEqualTo(ExitCode.CLEAN);
    assertThat(Ran.piped(TOO_NEW, "explain", "-").out()).contains("python-version-unsupported");
  }

  @Test
  void aLogOfSomethingElseIsNotRecognised() {
    Ran ran = Ran.piped("error[E0502]: cannot borrow `v` as mutable", "explain");

    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).startsWith("pyo3-doctor: not recognised");
  }

  @Test
  void whoPipesNothingInIsToldSo() throws Exception {
    Path nothing = Files.createFile(folder.resolve("build.log"));

    assertThat(Ran.piped("", "explain").err()).contains("standard input: is empty", "2>&1");
    assertThat(Ran.piped("", "explain", "-").err()).contains("standard input: is empty");
    assertThat(Ran.command("explain", nothing.toString()).err()).contains("build.log: is empty");
    assertThat(Ran.piped("", "explain").exit()).isEqualTo(ExitCode.FOUND);
    assertThat(Ran.piped("", "explain", "--json").err()).isEmpty();
  }

  @Test
  void aLibraryIsForAnotherCommand() {
    Ran ran = Ran.command("explain", "src/test/resources/pe/x64/python312.dll");

    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.err()).contains("python312.dll: is a program or library", "pyo3-doctor inspect");
  }

  @Test
  void jsonComesAloneAlsoWhenNothingIsRecognised() {
    Ran ran = Ran.piped("nothing", "explain", "--json");

    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(ran.out()).contains("\"matches\" : [ ]");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void nobodyIsLeftTypingALog() {
    Ran.command("explain").refusedFor("name a file", "pipe it");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    Ran.command("explain", folder.resolve("none.log").toString())
        .refusedFor("none.log", "does not exist");
    Ran.command("explain", folder.toString()).refusedFor("is a folder");
  }
}
