package io.github.pyo3doctor.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pyo3doctor.snapshot.Location;
import io.github.pyo3doctor.snapshot.Silence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Silences go into a project's own file and out of it; all else in it stays. */
class SilenceTest {
  private static final NewSilence GETTERS =
      new NewSilence("getter-returns-copy", Optional.of("src/lib.rs"), "it is \"small\"");

  private static final String ENTRY =
      """
      [[silence]]
      check = "getter-returns-copy"
      file = "src/lib.rs"
      reason = "it is \\"small\\""
      """;

  @TempDir private Path folder;

  private Path project = Path.of("");
  private Path file = Path.of("");
  private Fixes fixes = new Fixes(new FixJournal(Path.of("")));

  @BeforeEach
  void makeTheProject() throws IOException {
    project = Files.createDirectories(folder.resolve("project"));
    file = project.resolve(".pyo3-doctor.toml");
    fixes = new Fixes(new FixJournal(folder.resolve("journal")));
  }

  @Test
  void theFileIsMadeAndGoesAgainWhenThatIsTakenBack() throws Exception {
    SilencePlan plan = fixes.silence(project, GETTERS);
    assertThat(file).doesNotExist();

    AppliedFix applied = fixes.apply(plan);
    assertThat(file).hasContent(ENTRY);

    AppliedFix remembered = fixes.last(project).orElseThrow();
    assertThat(remembered).isEqualTo(applied);
    assertThat(remembered.titles())
        .containsExactly("Silence `getter-returns-copy` in `src/lib.rs`");
    fixes.undo(remembered);
    assertThat(file).doesNotExist();
  }

  @Test
  void aFileThatIsThereKeepsItsCommentsItsLineEndsAndItsMissingLastOne() throws Exception {
    String before = "# ours\r\n[[silence]] # why\r\ncheck='a'\r\nreason = '''b\r\n[[silence]]'''";
    Files.writeString(file, before);

    fixes.apply(fixes.silence(project, GETTERS));

    assertThat(Files.readString(file)).isEqualTo(before + "\r\n\r\n" + ENTRY.replace("\n", "\r\n"));
  }

  @Test
  void everywhereNamesNoFile() throws Exception {
    fixes.apply(fixes.silence(project, new NewSilence("a", Optional.empty(), "b")));

    assertThat(file).hasContent("[[silence]]\ncheck = \"a\"\nreason = \"b\"\n");
  }

  @Test
  void aFileThatWasMadeOrChangedMeanwhileIsLeftAlone() throws Exception {
    SilencePlan plan = fixes.silence(project, GETTERS);
    Files.writeString(file, "# mine\n");

    assertThatThrownBy(() -> fixes.apply(plan))
        .isInstanceOf(FixRefusedException.class)
        .hasMessageContaining("was changed meanwhile");
    assertThat(file).hasContent("# mine\n");
    assertThat(fixes.last(project)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[silence]",
        "silence = [{check = 'a', reason = 'b'}]\n",
        "[silence]\ncheck = 'a'\n",
        "silence = 1\n"
      })
  void aFileOfAnotherShapeIsRefusedWithItsName(String text) throws Exception {
    Files.writeString(file, text);

    assertThatThrownBy(() -> fixes.silence(project, GETTERS))
        .isInstanceOf(FixRefusedException.class)
        .hasMessageStartingWith(".pyo3-doctor.toml");
    assertThat(file).hasContent(text);
  }

  @Test
  void theLastSilenceThatGoesTakesTheFileAlong() throws Exception {
    Files.writeString(file, ENTRY);

    fixes.apply(fixes.stopSilencing(project, getters(1)));
    assertThat(file).doesNotExist();

    fixes.undo(fixes.last(project).orElseThrow());
    assertThat(file).hasContent(ENTRY);
  }

  @Test
  void oneOfSeveralGoesAndWhatIsWrittenAboutTheOthersStays() throws Exception {
    String first = "# about the first\n[[silence]]\ncheck = \"a\"\nreason = \"\"\"b\n# c\n\"\"\"\n";
    String third = "# about the third\n[[silence]]\ncheck = \"d\"\nreason = \"e\" # f\n";
    Files.writeString(file, first + "\n" + ENTRY + "\n" + third);

    fixes.apply(fixes.stopSilencing(project, getters(8)));
    assertThat(file).hasContent(first + "\n" + third);

    fixes.apply(fixes.stopSilencing(project, silence(2, "a", Optional.empty(), "b\n# c\n")));
    assertThat(file).hasContent("# about the first\n" + third);
  }

  @Test
  void anotherTableBehindItStays() throws Exception {
    Files.writeString(file, ENTRY + "\n[other] # x\n[other.table]\nkey = 1\n");

    fixes.apply(fixes.stopSilencing(project, getters(1)));

    assertThat(file).hasContent("[other] # x\n[other.table]\nkey = 1\n");
  }

  @Test
  void aSilenceThatIsNoLongerThereIsNotTakenAway() throws Exception {
    Files.writeString(file, "# a line more\n" + ENTRY);

    assertThatThrownBy(() -> fixes.stopSilencing(project, getters(1)))
        .isInstanceOf(FixRefusedException.class)
        .hasMessageContaining("was changed meanwhile; check again");
  }

  @Test
  void aSilenceOnTheLineOfOthersIsRefused() throws Exception {
    String text = "silence = [{check = 'a', reason = 'b'}, {check = 'c', reason = 'd'}]\n";
    Files.writeString(file, text);

    assertThatThrownBy(() -> fixes.stopSilencing(project, silence(1, "a", Optional.empty(), "b")))
        .isInstanceOf(FixRefusedException.class)
        .hasMessageContaining("edit it by hand");
  }

  @Test
  void theDiffOfANewFileIsOneThatGitTakes() throws Exception {
    assertThat(UnifiedDiff.of(fixes.silence(project, GETTERS).change()))
        .startsWith("--- /dev/null", "+++ b/.pyo3-doctor.toml", "@@ -0,0 +1,4 @@", "+[[silence]]");
  }

  private static Silence getters(int line) {
    return silence(line, GETTERS.check(), GETTERS.file(), GETTERS.reason());
  }

  private static Silence silence(int line, String check, Optional<String> in, String reason) {
    return new Silence(check, in, reason, new Location(Silence.FILE, line, 1));
  }
}
