package io.github.pyo3doctor.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pyo3doctor.checks.Finding;
import io.github.pyo3doctor.checks.Fix;
import io.github.pyo3doctor.checks.Fix.LineEdit;
import io.github.pyo3doctor.checks.Severity;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixesTest {
  private static final String MANIFEST = "[lib]\ncrate-type = [\"cdylib\"] # why\n\n[features]\n";

  @TempDir private Path folder;

  private Path project = Path.of("");
  private Path manifest = Path.of("");
  private Fixes fixes = new Fixes(new FixJournal(Path.of("")));

  @BeforeEach
  void writeTheProject() throws IOException {
    project = Files.createDirectories(folder.resolve("project"));
    manifest = Files.writeString(project.resolve("Cargo.toml"), MANIFEST);
    fixes = new Fixes(new FixJournal(folder.resolve("journal")));
  }

  @Test
  void aPlanShowsTheTextAfterwardsAndWritesNothing() throws IOException {
    FixPlan plan = fixes.plan(project, List.of(rlib()));

    assertThat(plan.changes())
        .containsExactly(
            FileChange.edited(
                "Cargo.toml", MANIFEST, MANIFEST.replace("lib\"]", "lib\", \"rlib\"]")));
    assertThat(plan.left()).isEmpty();
    assertThat(manifest).hasContent(MANIFEST);
    assertThat(folder.resolve("journal")).doesNotExist();
  }

  @Test
  void appliedAndTakenBackTheFileIsByteForByteWhatItWas() throws Exception {
    AppliedFix applied = fixes.apply(fixes.plan(project, List.of(rlib())));

    assertThat(Files.readString(manifest)).contains("[\"cdylib\", \"rlib\"] # why\n");
    assertThat(fixes.last(project)).contains(applied);

    fixes.undo(applied);

    assertThat(Files.readString(manifest)).isEqualTo(MANIFEST);
    assertThat(fixes.last(project)).isEmpty();
  }

  @Test
  void changesAreTakenBackOneByOneFromAnyFolderOfTheProject() throws Exception {
    fixes.apply(fixes.plan(project, List.of(rlib())));
    fixes.apply(fixes.plan(project, List.of(mending("a feature", edit(4, "[features]", "[x]")))));
    Path inside = Files.createDirectories(project.resolve("src"));

    fixes.undo(fixes.last(inside).orElseThrow());

    assertThat(Files.readString(manifest)).contains("rlib", "[features]");
    assertThat(fixes.last(inside).orElseThrow().titles()).containsExactly("add rlib");
  }

  @Test
  void aFileThatWasChangedSinceItWasShownIsLeftAlone() throws Exception {
    FixPlan plan = fixes.plan(project, List.of(rlib()));
    Files.writeString(manifest, "# mine\n" + MANIFEST);

    assertThatThrownBy(() -> fixes.apply(plan))
        .isInstanceOf(FixRefusedException.class)
        .hasMessageContaining("Cargo.toml: was changed meanwhile");
    assertThat(manifest).hasContent("# mine\n" + MANIFEST);
    assertThat(fixes.last(project)).isEmpty();
  }

  @Test
  void aFileThatWasChangedSinceItWasMendedIsNotTakenBack() throws Exception {
    AppliedFix applied = fixes.apply(fixes.plan(project, List.of(rlib())));
    String mine = Files.readString(manifest) + "# mine\n";
    Files.writeString(manifest, mine);

    assertThatThrownBy(() -> fixes.undo(applied)).hasMessageContaining("was changed meanwhile");
    assertThat(manifest).hasContent(mine);
    assertThat(fixes.last(project)).contains(applied);
  }

  @Test
  void aLineThatIsNoLongerWhatTheFindingSawLeavesItOut() throws IOException {
    Files.writeString(manifest, "[lib]\n");

    FixPlan plan = fixes.plan(project, List.of(rlib()));

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.left().getFirst().reason()).contains("Cargo.toml was changed meanwhile");
  }

  @Test
  void ofTwoFixesOfOneLineTheSecondWaits() {
    Finding other = mending("remove it", edit(2, "crate-type = [\"cdylib\"] # why", ""));

    FixPlan plan = fixes.plan(project, List.of(rlib(), other));

    assertThat(plan.mended()).containsExactly(rlib());
    assertThat(plan.left().getFirst().finding()).isEqualTo(other);
    assertThat(plan.left().getFirst().reason()).contains("changes the same lines of Cargo.toml");
  }

  @Test
  void theSameEditOfTwoFindingsIsMadeOnce() {
    FixPlan plan = fixes.plan(project, List.of(rlib(), rlib()));

    assertThat(plan.mended()).hasSize(2);
    assertThat(plan.changes().getFirst().after().orElseThrow()).containsOnlyOnce("rlib");
  }

  @Test
  void twoFixesThatTogetherBreakAManifestAreNotPutTogether() {
    Finding one = mending("one", edit(1, "[lib]", "[tests]\n[lib]"));
    Finding two = mending("two", edit(4, "[features]", "[tests]\n[features]"));

    FixPlan plan = fixes.plan(project, List.of(one, two));

    assertThat(plan.mended()).containsExactly(one);
    assertThat(plan.left().getFirst().reason()).contains("would not leave Cargo.toml readable");
  }

  @Test
  void lineEndsAndAByteOrderMarkStay() throws Exception {
    String windows = "\uFEFF" + MANIFEST.replace("\n", "\r\n");
    Files.writeString(manifest, windows);
    Finding two = mending("two lines", edit(4, "[features]", "[features]\ndefault = []"));

    fixes.apply(fixes.plan(project, List.of(rlib(), two)));

    assertThat(Files.readString(manifest))
        .isEqualTo(windows.replace("lib\"]", "lib\", \"rlib\"]") + "default = []\r\n");
  }

  @Test
  void aFindingWithoutEditsIsForAPerson() {
    FixPlan plan = fixes.plan(project, List.of(mending("by hand")));

    assertThat(plan.left().getFirst().reason()).isEqualTo("is for a person to do");
  }

  @Test
  void permissionsStay() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Files.setPosixFilePermissions(manifest, PosixFilePermissions.fromString("rw-rw-r--"));

    fixes.apply(fixes.plan(project, List.of(rlib())));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(manifest)))
        .isEqualTo("rw-rw-r--");
  }

  @Test
  void aLinkOutOfTheProjectIsNotFollowed() throws Exception {
    Path elsewhere = Files.writeString(folder.resolve("elsewhere.toml"), MANIFEST);
    Files.delete(manifest);
    Files.createSymbolicLink(manifest, elsewhere);

    assertThat(fixes.plan(project, List.of(rlib())).left().getFirst().reason())
        .contains("a link leads out of the project");
  }

  @Test
  void whenTheSecondFileCannotBeWrittenTheFirstIsAsItWas() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    Path locked = Files.createDirectories(project.resolve("locked"));
    Files.writeString(locked.resolve("lib.rs"), "fn a() {}\n");
    Finding both =
        mending(
            "both",
            edit(1, "[lib]", "[lib] # mended"),
            new LineEdit("locked/lib.rs", 1, "fn a() {}", "fn b() {}"));
    FixPlan plan = fixes.plan(project, List.of(both));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeTrue(!Files.isWritable(locked), "root may write everywhere");

    assertThatThrownBy(() -> fixes.apply(plan)).hasMessageContaining("locked/lib.rs: cannot be");
    assertThat(Files.readString(manifest)).isEqualTo(MANIFEST);
    assertThat(fixes.last(project)).isEmpty();
  }

  @Test
  void gitTakesTheDiffAndComesToTheSameText() throws Exception {
    assumeTrue(git("--version") == 0, "git is not installed");
    Files.writeString(manifest, MANIFEST + "# last line without an end");
    Finding last = mending("two", edit(5, "# last line without an end", "a = []\nb = []"));
    FixPlan plan = fixes.plan(project, List.of(rlib(), last));
    Path patch = folder.resolve("diff");
    Files.write(patch, UnifiedDiff.of(plan.changes().getFirst()));

    assertThat(git("apply", patch.toString())).isZero();
    assertThat(Files.readString(manifest))
        .isEqualTo(plan.changes().getFirst().after().orElseThrow());
  }

  @Test
  void gitTakesTheDiffOfAFileWithTheLineEndsOfWindows() throws Exception {
    assumeTrue(git("--version") == 0, "git is not installed");
    Files.writeString(manifest, MANIFEST.replace("\n", "\r\n"));
    FixPlan plan = fixes.plan(project, List.of(rlib()));
    Path patch = folder.resolve("diff");
    Files.writeString(patch, String.join("\n", UnifiedDiff.of(plan.changes().getFirst())) + "\n");

    assertThat(git("apply", patch.toString())).isZero();
    assertThat(Files.readString(manifest))
        .isEqualTo(MANIFEST.replace("\n", "\r\n").replace("lib\"]", "lib\", \"rlib\"]"));
  }

  private int git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-c", "core.autocrlf=false"));
    command.addAll(List.of(arguments));
    try {
      return new ProcessBuilder(command).directory(project.toFile()).start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  private static Finding rlib() {
    return mending(
        "add rlib",
        edit(2, "crate-type = [\"cdylib\"] # why", "crate-type = [\"cdylib\", \"rlib\"] # why"));
  }

  private static LineEdit edit(int line, String before, String after) {
    return new LineEdit("Cargo.toml", line, before, after);
  }

  private static Finding mending(String title, LineEdit... edits) {
    return new Finding(
        "a-check",
        "a-topic",
        Severity.ERROR,
        title,
        Optional.empty(),
        List.of(),
        Optional.of(new Fix(title, Fix.Grade.SAFE, List.of(edits))));
  }
}
