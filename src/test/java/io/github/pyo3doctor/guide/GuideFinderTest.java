package io.github.pyo3doctor.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pyo3doctor.faq.Pyo3Release;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideFinderTest {
  @TempDir private Path folder;

  private Path cargoHome = Path.of("");
  private Path project = Path.of("");

  @BeforeEach
  void makeFolders() throws IOException {
    cargoHome = Files.createDirectory(folder.resolve("cargo"));
    project = Files.createDirectory(folder.resolve("project"));
  }

  @Test
  void theRegistryIsFoundUnpackedAndPackedNewestFirst() throws Exception {
    crate("cargo/registry/src/one/pyo3-0.22.6", "0.22.6");
    crate("cargo/registry/src/two/pyo3-0.100.0", "0.100.0");
    Files.createDirectories(cargoHome.resolve("registry/src/one/pyo3-0.10.0"));
    Files.createDirectories(cargoHome.resolve("registry/src/one/pyo3-ffi-0.22.6/guide/src"));
    write("cargo/registry/cache/one/pyo3-0.22.6.crate", "");
    write("cargo/registry/cache/one/pyo3-0.23.0.crate", "");
    write("cargo/registry/cache/one/pyo3-ffi-0.23.0.crate", "");

    assertThat(finder().find(Optional.empty()).found())
        .extracting(guide -> guide.release().version() + " " + guide.origin())
        .containsExactly("0.100.0 REGISTRY", "0.23.0 ARCHIVE", "0.22.6 REGISTRY", "0.22.6 ARCHIVE");
  }

  @Test
  void aCheckoutOfGitTellsItsVersionItself() throws Exception {
    crate("cargo/git/checkouts/pyo3-a1b2c3/1234567", "0.30.0-dev");
    crate("cargo/git/checkouts/other-a1b2c3/1234567", "0.31.0");

    assertThat(finder().find(Optional.empty()).releases())
        .containsExactly(new Pyo3Release("0.30.0-dev"));
  }

  @Test
  void aProjectBringsVendoredCratesAndPathDependencies() throws Exception {
    lock("0.24.0");
    crate("project/vendor/pyo3", "0.24.0");
    crate("elsewhere/pyo3-0.23.1", "0.23.1");
    write("project/.cargo/config.toml", "[source.x]\ndirectory = \"../elsewhere\"\n");
    crate("fork", "0.24.0");
    write("project/Cargo.toml", "[dependencies]\npyo3 = { path = \"../fork\" }\n");
    Path member = Files.createDirectories(project.resolve("crates/member"));

    Guides guides = finder().find(Optional.of(member));

    assertThat(guides.found())
        .extracting(guide -> guide.release().version() + " " + guide.origin())
        .containsExactly("0.24.0 PATH_DEPENDENCY", "0.24.0 VENDORED", "0.23.1 VENDORED");
    assertThat(guides.choose().guide().path()).isEqualTo(folder.resolve("fork"));
  }

  @Test
  void thePlaceOfAPathMayBeGivenInAnyOfCargosTables() throws Exception {
    for (String table :
        new String[] {
          "dev-dependencies",
          "workspace.dependencies",
          "target.'cfg(unix)'.dependencies",
          "patch.crates-io"
        }) {
      crate("fork", "0.24.0");
      lock("0.24.0");
      write("project/Cargo.toml", "[" + table + "]\npyo3 = { path = \"../fork\" }\n");

      assertThat(finder().find(Optional.of(project)).found()).as(table).hasSize(1);
    }
  }

  @Test
  void theGuideOfTheLockedReleaseIsChosen() throws Exception {
    crate("cargo/registry/src/one/pyo3-0.22.6", "0.22.6");
    crate("cargo/registry/src/one/pyo3-0.24.2", "0.24.2");
    lock("0.22.6");

    GuideChoice choice = finder().find(Optional.of(project)).choose();

    assertThat(choice.guide().release().version()).isEqualTo("0.22.6");
    assertThat(choice.remark()).isEmpty();
  }

  @Test
  void withoutItTheNearestIsChosenAndSaysSo() throws Exception {
    crate("cargo/registry/src/one/pyo3-0.22.5", "0.22.5");
    crate("cargo/registry/src/one/pyo3-0.24.2", "0.24.2");
    lock("0.22.6");
    assertThat(finder().find(Optional.of(project)).choose().remark())
        .contains("your project locks 0.22.6; its guide is not on this machine; this is 0.22.5");

    lock("0.21.0");
    assertThat(finder().find(Optional.of(project)).choose().remark())
        .contains("your project locks 0.21.0; its guide is not on this machine; this is 0.24.2");

    Files.delete(project.resolve("Cargo.lock"));
    assertThat(finder().find(Optional.of(project)).choose().remark())
        .contains("no Cargo.lock here pins PyO3; this is the newest guide on this machine, 0.24.2");
  }

  @Test
  void theLockFileMayLieAboveOrJustBelow() throws Exception {
    lock("0.22.6");
    Path member = Files.createDirectories(project.resolve("crates/member/src"));
    Path python = Files.createDirectory(folder.resolve("python"));
    Files.createDirectory(python.resolve("rust"));
    Files.copy(project.resolve("Cargo.lock"), python.resolve("rust/Cargo.lock"));

    assertThat(finder().find(Optional.of(member)).locked()).contains(new Pyo3Release("0.22.6"));
    assertThat(finder().find(Optional.of(python)).locked()).contains(new Pyo3Release("0.22.6"));
    assertThat(finder().find(Optional.of(folder)).locked()).isPresent();
    assertThat(finder().find(Optional.of(cargoHome)).locked()).isEmpty();
  }

  @Test
  void aReleaseThatIsAskedForIsThatReleaseOrNone() throws Exception {
    crate("cargo/registry/src/one/pyo3-0.22.5", "0.22.5");
    crate("cargo/registry/src/one/pyo3-0.22.6", "0.22.6");
    Guides guides = finder().find(Optional.empty());

    assertThat(guides.choose(new Pyo3Release("0.22.5")).guide().release().version())
        .isEqualTo("0.22.5");
    assertThat(guides.choose(new Pyo3Release("0.22")).guide().release().version())
        .isEqualTo("0.22.6");
    assertThatExceptionOfType(GuideNotFoundException.class)
        .isThrownBy(() -> guides.choose(new Pyo3Release("0.23.0")))
        .withMessage("the guide of PyO3 0.23.0 is not on this machine; it has 0.22.6, 0.22.5");
  }

  @Test
  void aMachineWithoutAnyGuideIsToldWhatToDo() {
    assertThatExceptionOfType(GuideNotFoundException.class)
        .isThrownBy(() -> finder().find(Optional.of(project)).choose())
        .withMessageContainingAll(cargoHome.toString(), "cargo fetch");
  }

  @Test
  void aCrateAGuideItsSourcesAndAnArchiveAreToldFromOtherFolders() throws Exception {
    Path crate = crate("somewhere", "0.24.0");
    Path archive = CrateFile.of(crate, folder.resolve("pyo3-0.24.0.crate"));
    write("book/src/SUMMARY.md", "[A](a.md)");
    Pyo3Release other = new Pyo3Release("0.1.0");

    for (Path named : new Path[] {crate, crate.resolve("guide"), crate.resolve("guide/src")}) {
      assertThat(finder().at(named, other))
          .as(named.toString())
          .contains(new Guide(new Pyo3Release("0.24.0"), GuideOrigin.NAMED, crate, "guide/src"));
    }
    assertThat(finder().at(archive, other))
        .contains(new Guide(new Pyo3Release("0.24.0"), GuideOrigin.NAMED, archive, "guide/src"));
    assertThat(finder().at(folder.resolve("book"), other))
        .contains(new Guide(other, GuideOrigin.NAMED, folder.resolve("book/src"), ""));
    assertThat(finder().at(project, other)).isEmpty();
    assertThat(finder().at(folder.resolve("none.md"), other)).isEmpty();
  }

  @Test
  void aLinkThatLeadsOutOfTheCrateIsNotFollowed() throws Exception {
    Path crate = crate("somewhere", "0.24.0");
    write("secret.md", "secret");
    Files.createSymbolicLink(crate.resolve("guide/src/a.md"), folder.resolve("secret.md"));
    Files.createSymbolicLink(
        crate.resolve("guide/src/b.md"), crate.resolve("guide/src/SUMMARY.md"));

    var files = GuideReader.open(finder().at(crate, new Pyo3Release("0.1.0")).orElseThrow());

    assertThat(files.text("guide/src/a.md")).isEmpty();
    assertThat(files.text("../secret.md")).isEmpty();
    assertThat(files.text("guide/src/b.md")).isPresent();
  }

  private GuideFinder finder() {
    return new GuideFinder(cargoHome);
  }

  private Path crate(String path, String version) throws IOException {
    write(path + "/guide/src/SUMMARY.md", "[A](a.md)");
    write(path + "/Cargo.toml", "[package]\nname = \"pyo3\"\nversion = \"" + version + "\"\n");
    return folder.resolve(path);
  }

  private void lock(String version) throws IOException {
    write(
        "project/Cargo.lock",
        """
        version = 4

        [[package]]
        name = "pyo3"
        version = "%s"
        dependencies = ["libc"]
        """
            .formatted(version));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
