package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.fix.FixJournal;
import io.github.pyo3doctor.fix.Fixes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandTest {
  private static final String FINDING = "library-is-only-cdylib@Cargo.toml:7";

  @TempDir private Path folder;

  private SampleProject project = new SampleProject(Path.of(""));
  private String before = "";

  @BeforeEach
  void writeTheProject() throws IOException {
    project = SampleProject.broken(folder.resolve("broken"));
    before = text();
  }

  @Test
  void withoutYesTheDiffIsShownAndNothingIsWritten() throws IOException {
    Ran ran = run("fix", project.path());

    assertThat(ran.out())
        .startsWith("fix: ")
        .contains("(safe)", FINDING, "--- a/Cargo.toml\n+++ b/Cargo.toml\n@@ ")
        .contains("-crate-type = [\"cdylib\"]\n+crate-type = [\"cdylib\", \"rlib\"]\n")
        .endsWith("1 finding would be mended in 1 file; nothing was written. With --yes it is.\n");
    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(text()).isEqualTo(before);
    assertThat(run("fix", "--dry-run", project.path()).out()).isEqualTo(ran.out());
  }

  @Test
  void withYesItIsWrittenAndLookedAtAgain() throws IOException {
    Ran ran = run("fix", "--yes", project.path());

    assertThat(ran.out())
        .contains("+crate-type = [\"cdylib\", \"rlib\"]")
        .contains("Written: Cargo.toml.", "pyo3-doctor undo")
        .endsWith("Checked again: 1 finding gone.\n");
    assertThat(ran.exit()).isEqualTo(ExitCode.CLEAN);
    assertThat(text()).isEqualTo(before.replace("\"cdylib\"", "\"cdylib\", \"rlib\""));
    assertThat(run("check", project.path()).exit()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void undoTakesItBackAndThenThereIsNothingToTakeBack() throws IOException {
    run("fix", "--yes", project.path());

    Ran ran = run("undo", project.path());

    assertThat(ran.out()).startsWith("Taken back: ").endsWith("Restored: Cargo.toml\n");
    assertThat(ran.exit()).isEqualTo(ExitCode.CLEAN);
    assertThat(text()).isEqualTo(before);
    run("undo", project.path()).refusedFor("no change was written here");
  }

  @Test
  void aSoundProjectHasNothingToMend() {
    Ran ran = run("fix", SampleProject.sound(folder.resolve("sound")).path());

    assertThat(ran.out()).isEqualTo("There is no change to write.\n");
    assertThat(ran.exit()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void onlyTheFindingAskedForIsMended() {
    assertThat(run("fix", "--finding", FINDING, project.path()).out()).contains("1 finding would");
    run("fix", "--finding", "no-such@Cargo.toml:1", project.path())
        .refusedFor("no finding `no-such@Cargo.toml:1`", "check --json");
  }

  @Test
  void whatOnlyAPersonCanMendIsSaidWhenItIsAskedFor() {
    project
        .with(
            "src/lib.rs",
            "use pyo3::prelude::*;\n\n#[pyfunction]\nfn spin(n: u64) {\n    for _ in 0..n {}\n}\n")
        .with("tests/doubles.rs", "");

    Ran ran = run("fix", "--finding", "signals-never-checked@src/lib.rs:5", project.path());

    assertThat(ran.out())
        .startsWith("left: Call `py.check_signals()?`")
        .endsWith("  it is for a person to do\nThere is no change to write.\n");
    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
  }

  @Test
  void yesAndDryRunContradictEachOther() throws IOException {
    run("fix", "--yes", "--dry-run", project.path()).refusedFor("--yes", "--dry-run");
    assertThat(text()).isEqualTo(before);
  }

  private String text() throws IOException {
    return Files.readString(project.file("Cargo.toml"));
  }

  private Ran run(String... arguments) {
    Fixes fixes = new Fixes(new FixJournal(folder.resolve("journal")));
    return Ran.command(new Doctor("1.2.3").withFixes(fixes), arguments);
  }
}
