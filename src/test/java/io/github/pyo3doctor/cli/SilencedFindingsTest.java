package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A project's own {@code .pyo3-doctor.toml}: silenced findings are counted, not hidden. */
class SilencedFindingsTest {
  private static final String SILENCE =
      """
      [[silence]]
      check = "library-is-only-cdylib"
      reason = "the tests are run by another crate"
      """;

  @TempDir private Path folder;
  private SampleProject project;

  @BeforeEach
  void anUnsoundProject() {
    project = SampleProject.broken(folder);
  }

  private Ran check(String... options) {
    String[] command = new String[options.length + 2];
    command[0] = "check";
    System.arraycopy(options, 0, command, 1, options.length);
    command[options.length + 1] = project.path();
    return Ran.command(command);
  }

  @Test
  void aSilencedFindingIsCountedAndItsReasonSaid() {
    project.with(".pyo3-doctor.toml", SILENCE);

    Ran ran = check();

    assertThat(ran.exit()).isEqualTo(ExitCode.CLEAN);
    assertThat(ran.out())
        .contains("silenced: `tests/doubles.rs` cannot import the library")
        .contains("because: the tests are run by another crate")
        .contains("1 silenced; ")
        .doesNotContain("error:");
  }

  @Test
  void programsSeeItApartFromTheFindings() {
    project.with(".pyo3-doctor.toml", SILENCE);

    JsonNode document = new JsonMapper().readTree(check("--json").out());

    assertThat(document.get("findings")).isEmpty();
    assertThat(document.at("/silenced/0/finding/check").asString())
        .isEqualTo("library-is-only-cdylib");
    assertThat(document.at("/silenced/0/location/file").asString()).isEqualTo(".pyo3-doctor.toml");
  }

  @Test
  void sarifMarksItAsSuppressed() {
    project.with(".pyo3-doctor.toml", SILENCE);

    JsonNode log = new JsonMapper().readTree(check("--format", "sarif").out());

    assertThat(log.at("/runs/0/results/0/suppressions/0/justification").asString())
        .isEqualTo("the tests are run by another crate");
  }

  @Test
  void aSilenceForOneFileLeavesTheOthersLoud() {
    project.with(".pyo3-doctor.toml", SILENCE + "file = \"crates/other/Cargo.toml\"\n");

    Ran ran = check();

    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(ran.out())
        .contains("error: `tests/doubles.rs`")
        .contains("needless: .pyo3-doctor.toml:1:1: `library-is-only-cdylib` is silenced");
  }

  @Test
  void withoutAReasonNothingIsSilenced() {
    project.with(".pyo3-doctor.toml", SILENCE.replaceAll("reason.*", ""));

    Ran ran = check();

    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(ran.out())
        .contains(
            "not examined: .pyo3-doctor.toml: silences nothing: [[silence]] needs a `reason`");
  }

  @Test
  void aFileThatIsNoTomlSilencesNothingAndSaysSo() {
    project.with(".pyo3-doctor.toml", "[[silence");

    Ran ran = check();

    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(ran.out()).contains("not examined: .pyo3-doctor.toml:1:");
  }

  @Test
  void aSnapshotTakesTheSilencesAlong() {
    project.with(".pyo3-doctor.toml", SILENCE);
    Path snapshot = folder.resolve("s.json");
    assertThat(Ran.command("snapshot", "-o", snapshot.toString(), project.path()).exit()).isZero();

    assertThat(Ran.command("check", "--snapshot", snapshot.toString()).out())
        .contains("1 silenced; ");
  }
}
