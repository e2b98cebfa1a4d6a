package io.github.pyo3doctor.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pyo3doctor.snapshot.CargoPackage;
import io.github.pyo3doctor.snapshot.Project;
import io.github.pyo3doctor.snapshot.TextFile;
import io.github.pyo3doctor.snapshot.Workspace;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class ProjectCollectorTest {
  @TempDir private Path temporary;

  private Folder folder() {
    return new Folder(temporary);
  }

  private static String refusal(Path folder) {
    try {
      Project read = new ProjectCollector().collect(folder, CollectProgress.NONE);
      throw new AssertionError("was read: " + read);
    } catch (UnusableProjectException unusable) {
      return String.valueOf(unusable.getMessage());
    }
  }

  private static List<String> names(Project project) {
    return project.workspaces().stream()
        .flatMap(each -> each.members().stream())
        .map(CargoPackage::name)
        .toList();
  }

  @Test
  void aFolderThatIsNotThereIsRefused() {
    Path gone = temporary.resolve("gone");

    assertThat(refusal(gone)).isEqualTo(gone + " does not exist");
  }

  @Test
  void aFileThatIsNoManifestIsRefused() {
    folder().with("main.rs", "");

    assertThat(refusal(temporary.resolve("main.rs")))
        .endsWith(
            "main.rs is a file; give a project's folder, its Cargo.toml or its pyproject.toml");
  }

  @Test
  void aManifestStandsForItsFolder() throws Exception {
    folder().withPackage(".", "demo");

    Project project =
        new ProjectCollector().collect(temporary.resolve("Cargo.toml"), CollectProgress.NONE);

    assertThat(project.root()).isEqualTo(temporary.toString());
    assertThat(names(project)).containsExactly("demo");
  }

  @Test
  void aFolderWithoutAManifestIsNoRustProject() {
    assertThat(refusal(temporary))
        .isEqualTo(temporary + " is no Rust project: it holds no Cargo.toml");
  }

  @Test
  void aPurePythonProjectIsSaidToBeOne() {
    folder().with("pyproject.toml", "[project]\nname = \"x\"\n");

    assertThat(refusal(temporary))
        .isEqualTo(
            temporary
                + " is no Rust project: it holds no Cargo.toml"
                + " (it has a pyproject.toml, but nothing to build with Cargo)");
  }

  @Test
  void aFolderInsideAPackageShowsThatPackage() {
    folder().withPackage(".", "demo").with("python/x.py", "");

    Project project = new Folder(temporary.resolve("python")).collect();

    assertThat(project.workspaces().getFirst().manifest()).isEqualTo("../Cargo.toml");
    assertThat(names(project)).containsExactly("demo");
  }

  @Test
  void aMemberIsReadTogetherWithTheWorkspaceAboveIt() {
    folder()
        .with(
            "Cargo.toml",
            "[workspace]\nmembers = [\"a\", \"b\"]\n[workspace.dependencies]\npyo3 = \"0.26\"\n")
        .with("Cargo.lock", "[[package]]\nname = \"pyo3\"\nversion = \"0.26.0\"\n")
        .with(
            "a/Cargo.toml",
            "[package]\nname = \"a\"\nversion = \"0.1.0\"\n[dependencies]\npyo3.workspace = true\n")
        .with("a/src/lib.rs", "fn f() {}")
        .withPackage("b", "b");

    Workspace workspace = new Folder(temporary.resolve("a")).collect().workspaces().getFirst();

    assertThat(workspace.manifest()).isEqualTo("../Cargo.toml");
    assertThat(workspace.members().stream().map(CargoPackage::manifest))
        .containsExactly("Cargo.toml", "../b/Cargo.toml");
    assertThat(workspace.locked("pyo3").getFirst().location().file()).isEqualTo("../Cargo.lock");
    CargoPackage a = workspace.member("a").orElseThrow();
    assertThat(a.dependencies().getFirst().requirement()).contains("0.26");
    assertThat(a.library().orElseThrow().files()).hasSize(1);
    CargoPackage b = workspace.member("b").orElseThrow();
    assertThat(b.library().orElseThrow().files()).isEmpty();
  }

  @Test
  void aWorkspaceAboveThatDoesNotTakeTheFolderInIsLeftOut() {
    folder()
        .with("Cargo.toml", "[workspace]\nmembers = [\"b\"]\nexclude = [\"a\"]\n")
        .withPackage("a", "a")
        .withPackage("b", "b");

    Project project = new Folder(temporary.resolve("a")).collect();

    assertThat(names(project)).containsExactly("a");
    assertThat(project.workspaces().getFirst().manifest()).isEqualTo("Cargo.toml");
  }

  @Test
  void foldersThatHoldNoSourcesArePassedOver() {
    folder()
        .withPackage(".", "demo")
        .withPackage(".hidden", "hidden")
        .withPackage("node_modules/x", "node")
        .withPackage("env/lib/x", "env")
        .with("env/pyvenv.cfg", "")
        .withPackage("target/package/x", "built")
        .withPackage("cache/x", "cached")
        .with("cache/CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n");

    assertThat(names(folder().collect())).containsExactly("demo");
  }

  @Test
  void aSourceFolderThatIsCalledTargetIsRead() {
    folder().withPackage(".", "demo").withPackage("target", "target-tools");
    folder().withPackage("docs/target/x", "inside");

    assertThat(names(folder().collect())).containsExactly("demo", "inside", "target-tools");
  }

  @Test
  void thePathsAndTextsOfAllManifestsAreKept() {
    folder().withPackage(".", "demo").with("pyproject.toml", "# empty\n");

    assertThat(folder().collect().manifests())
        .extracting(TextFile::path)
        .containsExactly("Cargo.toml", "pyproject.toml");
  }

  @Test
  void progressNamesTheFilesAndCanEndTheReading() throws Exception {
    folder().with("Cargo.toml", Folder.PACKAGE).with("src/lib.rs", "mod a;").with("src/a.rs", "");
    List<String> seen = new ArrayList<>();
    CollectProgress watching =
        new CollectProgress() {
          @Override
          public void reading(String relativePath) {
            seen.add(relativePath);
          }

          @Override
          public boolean cancelled() {
            return seen.contains("src/a.rs");
          }
        };

    new ProjectCollector().collect(temporary, watching);
    assertThat(seen).containsExactly("Cargo.toml", "src/lib.rs", "src/a.rs");
    assertThatThrownBy(() -> new ProjectCollector().collect(temporary, watching))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void anEnormousManifestIsNotRead() throws Exception {
    folder().withPackage("good", "good").with("big/Cargo.toml", "");
    try (var file = new RandomAccessFile(temporary.resolve("big/Cargo.toml").toFile(), "rw")) {
      file.setLength(100L * 1024 * 1024);
    }

    assertThat(folder().onlyPackage().name()).isEqualTo("good");
    assertThat(folder().notes())
        .containsExactly("big/Cargo.toml: is too large: 100.0 MiB, and at most 2 MiB are read");
  }

  @Test
  void aManifestInAnotherEncodingIsNotedWithItsLine() throws Exception {
    folder().withPackage("good", "good").with("latin/Cargo.toml", "");
    Files.write(
        temporary.resolve("latin/Cargo.toml"),
        "[package]\n# caf\u00e9\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

    assertThat(folder().notes())
        .containsExactly("latin/Cargo.toml:2:6: is not UTF-8 text (byte 0xE9)");
  }

  @Test
  void aFolderWithTheNameOfAManifestIsNoted() throws Exception {
    folder().withPackage("good", "good");
    Files.createDirectories(temporary.resolve("odd/Cargo.toml/src"));

    assertThat(folder().notes()).containsExactly("odd/Cargo.toml: is a folder, not a file");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPipeWithTheNameOfAManifestIsNeverOpened() throws Exception {
    folder().withPackage("good", "good").with("pipe/x", "").with("good/tests/t.rs", "");
    Path pipe = temporary.resolve("pipe/Cargo.toml");
    boolean made =
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(10, TimeUnit.SECONDS);
    assumeTrue(made && Files.exists(pipe));

    assertThat(folder().notes())
        .containsExactly("pipe/Cargo.toml: is no regular file (a pipe, a socket or a device)");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aManifestThatIsALinkToAnotherIsReadOnce() throws Exception {
    Folder folder = new Folder(temporary).withPackage("harbour", "harbour");
    Files.createDirectory(temporary.resolve("wheel"));
    Files.createSymbolicLink(
        temporary.resolve("wheel/Cargo.toml"), Path.of("..", "harbour", "Cargo.toml"));

    assertThat(folder.onlyPackage().manifest()).isEqualTo("harbour/Cargo.toml");
    assertThat(folder.notes())
        .containsExactly("wheel/Cargo.toml: is a link to harbour/Cargo.toml, which is read there");
  }

  @ParameterizedTest
  @ValueSource(strings = {".hidden", "node_modules", "site-packages", "environment"})
  @DisabledOnOs(OS.WINDOWS)
  void aManifestThatIsALinkIntoAFolderThatIsPassedOverIsRead(String passedOver) throws Exception {
    Folder folder = new Folder(temporary).withPackage(passedOver + "/harbour", "harbour");
    folder.with("environment/pyvenv.cfg", "");
    Files.createDirectory(temporary.resolve("wheel"));
    Files.createSymbolicLink(
        temporary.resolve("wheel/Cargo.toml"), Path.of("..", passedOver, "harbour", "Cargo.toml"));

    assertThat(folder.onlyPackage().manifest()).isEqualTo("wheel/Cargo.toml");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksThatLoopOrLeadOutAreNotFollowed(@TempDir Path outside) throws Exception {
    new Folder(outside).withPackage("secret", "secret");
    folder().withPackage(".", "demo").with("linked/x", "").with("turning/x", "");
    Files.createSymbolicLink(temporary.resolve("loop"), temporary);
    Files.createSymbolicLink(temporary.resolve("away"), outside);
    Files.createSymbolicLink(
        temporary.resolve("linked/Cargo.toml"), outside.resolve("secret/Cargo.toml"));
    Files.createSymbolicLink(
        temporary.resolve("turning/Cargo.toml"), temporary.resolve("turning/Cargo.toml"));

    Project project = folder().collect();

    assertThat(names(project)).containsExactly("demo");
    assertThat(folder().notes())
        .hasSize(2)
        .contains("linked/Cargo.toml: is reached by a symbolic link that leads out of the project")
        .anyMatch(note -> note.startsWith("turning/Cargo.toml: "));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatMayNotBeReadIsNoted() throws Exception {
    folder().withPackage("good", "good").withPackage("locked", "locked");
    Path manifest = temporary.resolve("locked/Cargo.toml");
    Files.setPosixFilePermissions(manifest, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(manifest), "the superuser reads everything");

    assertThat(folder().notes())
        .containsExactly("locked/Cargo.toml: cannot be read: permission denied");
  }

  @Test
  void aFileThatVanishesMeanwhileIsNoted() throws Exception {
    folder().with("Cargo.toml", Folder.PACKAGE).with("src/lib.rs", "mod a;").with("src/a.rs", "");
    CollectProgress deleting =
        new CollectProgress() {
          @Override
          public void reading(String relativePath) {
            if (relativePath.equals("src/a.rs")) {
              temporary.resolve("src/a.rs").toFile().delete();
            }
          }

          @Override
          public boolean cancelled() {
            return false;
          }
        };

    Project project = new ProjectCollector().collect(temporary, deleting);

    assertThat(project.notExamined()).singleElement().hasToString("src/a.rs: does not exist");
  }

  @Test
  void aFolderDeeperThanAnyProjectIsNoted() {
    folder().withPackage(".", "demo").withPackage("d/".repeat(80) + "x", "deep");

    assertThat(names(folder().collect())).containsExactly("demo");
    assertThat(folder().notes())
        .singleElement()
        .asString()
        .endsWith("d: lies more than 64 folders deep and was not looked into");
  }
}
