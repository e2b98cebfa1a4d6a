package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.files.CacheFolder;
import io.github.pyo3doctor.snapshot.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptFactsTest {
  private static final FileTime LAST_YEAR = FileTime.from(Instant.parse("2025-01-01T00:00:00Z"));

  @TempDir private Path temporary;
  private Path project = Path.of("");
  private Path source = Path.of("");

  @BeforeEach
  void aPackageThatIsNotNew() throws Exception {
    project = temporary.resolve("demo");
    source = project.resolve("src").resolve("lib.rs");
    new Folder(project)
        .with("Cargo.toml", Folder.PACKAGE)
        .with("src/lib.rs", "mod names;\nfn first() {}\n")
        .with("src/names.rs", "fn second() {}\n");
    Files.setLastModifiedTime(source, LAST_YEAR);
    Files.setLastModifiedTime(source.resolveSibling("names.rs"), LAST_YEAR);
  }

  private CacheFolder cache(String program) {
    return new CacheFolder(temporary.resolve("cache"), program);
  }

  /** The sources that are read, and what is known after that. */
  private record Run(List<String> read, Project project) {
    List<String> functions() {
      return project.workspaces().stream()
          .flatMap(workspace -> workspace.members().stream())
          .flatMap(member -> member.targets().stream())
          .flatMap(target -> target.files().stream())
          .flatMap(file -> file.functions().stream())
          .map(function -> function.name())
          .toList();
    }
  }

  private Run run(String program) throws Exception {
    List<String> read = new ArrayList<>();
    CollectProgress progress =
        new CollectProgress() {
          @Override
          public void reading(String relativePath) {
            if (relativePath.endsWith(".rs")) {
              read.add(relativePath);
            }
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };
    Project seen = new ProjectCollector(Optional.of(cache(program))).collect(project, progress);
    return new Run(read, seen);
  }

  @Test
  void whatHasNotChangedIsNotReadAgain() throws Exception {
    Run first = run("build 1");
    Run second = run("build 1");

    assertThat(first.read()).containsExactly("src/lib.rs", "src/names.rs");
    assertThat(second.read()).isEmpty();
    assertThat(second.project()).isEqualTo(first.project());
  }

  @Test
  void whatHasChangedIs() throws Exception {
    run("build 1");
    Files.writeString(source, "mod names;\nfn third() {}\n");
    Files.setLastModifiedTime(source, FileTime.from(Instant.parse("2025-01-02T00:00:00Z")));

    Run second = run("build 1");

    assertThat(second.read()).containsExactly("src/lib.rs");
    assertThat(second.functions()).containsExactly("third", "second");
  }

  @Test
  void soIsWhatIsLonger() throws Exception {
    run("build 1");
    Files.writeString(source, "mod names;\nfn fourth() {}\n");
    Files.setLastModifiedTime(source, LAST_YEAR);

    assertThat(run("build 1").functions()).containsExactly("fourth", "second");
  }

  @Test
  void aFileThatMayStillBeWrittenToIsReadEveryTime() throws Exception {
    Files.setLastModifiedTime(source, FileTime.from(Instant.now()));
    run("build 1");

    assertThat(run("build 1").read()).containsExactly("src/lib.rs");
  }

  @Test
  void anotherBuildOfTheProgramReadsAnew() throws Exception {
    run("build 1");

    assertThat(run("build 2").read()).hasSize(2);
  }

  @Test
  void aDamagedFileIsNotBelieved() throws Exception {
    run("build 1");
    Path kept = onlyFile(temporary.resolve("cache"));
    byte[] bytes = Files.readAllBytes(kept);
    bytes[bytes.length / 2] ^= 1;
    Files.write(kept, bytes);

    assertThat(run("build 1").read()).hasSize(2);
  }

  @Test
  void whatWasKeptOfAMemberThatUsedPythonIsAnOutlineOnceItDoesNot() throws Exception {
    Folder folder =
        new Folder(project)
            .with("Cargo.toml", "[workspace]\nmembers = [\"core\", \"wheel\"]\n")
            .with("core/Cargo.toml", Folder.PACKAGE)
            .with("core/src/lib.rs", "fn first() { second(); }\nfn second() {}\n")
            .with("wheel/Cargo.toml", Folder.PACKAGE.replace("demo", "wheel"))
            .with("wheel/src/lib.rs", "use pyo3::prelude::*;\n");
    Files.setLastModifiedTime(project.resolve("core/src/lib.rs"), LAST_YEAR);
    Files.setLastModifiedTime(project.resolve("wheel/src/lib.rs"), LAST_YEAR);
    run("build 1");
    folder.with("core/Cargo.toml", Folder.PACKAGE.replace("pyo3 =", "itoa ="));

    Run warm = run("build 1");
    Run cold = run("build 2");

    assertThat(warm.read()).isEmpty();
    assertThat(cold.read()).hasSize(2);
    assertThat(warm.project()).isEqualTo(cold.project());
  }

  @Test
  void aFolderThatCannotBeMadeCostsNothing() throws Exception {
    Files.writeString(temporary.resolve("cache"), "");

    assertThat(run("build 1").read()).hasSize(2);
    assertThat(run("build 1").read()).hasSize(2);
  }

  @Test
  void aSourceThatIsGoneIsForgotten() throws Exception {
    run("build 1");
    Files.writeString(source, "fn first() {}\n");
    Files.delete(source.resolveSibling("names.rs"));

    assertThat(run("build 1").functions()).containsExactly("first");
  }

  private static Path onlyFile(Path folder) throws Exception {
    try (var files = Files.list(folder)) {
      return files.reduce((_, second) -> second).orElseThrow();
    }
  }
}
