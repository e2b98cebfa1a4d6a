package io.github.pyo3doctor.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.files.UnreadableFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrateArchiveTest {
  @TempDir private Path folder;

  @Test
  void pagesAndWhatTheyMayIncludeAreRead() throws Exception {
    try (CrateFile crate = new CrateFile(file())) {
      crate
          .with("pyo3-0.91.2/guide/src/a.md", "a")
          .with("pyo3-0.91.2/README.md", "read")
          .with("pyo3-0.91.2/src/lib.rs", "no page")
          .with("pyo3-0.91.2/" + "long/".repeat(40) + "b.md", "b");
    }

    assertThat(CrateArchive.texts(file()))
        .containsOnlyKeys("guide/src/a.md", "README.md", "long/".repeat(40) + "b.md")
        .containsEntry("guide/src/a.md", "a");
  }

  @Test
  void namesThatLeadElsewhereAndLinksArePassedOver() throws Exception {
    try (CrateFile crate = new CrateFile(file())) {
      crate
          .with("pyo3-0.91.2/../../evil.md", "x")
          .with("/etc/evil.md", "x")
          .with("pyo3-0.91.2\\..\\evil.md", "x")
          .with("evil.md", "x")
          .link("pyo3-0.91.2/guide/soft.md", TarConstants.LF_SYMLINK, "/etc/passwd")
          .link("pyo3-0.91.2/guide/hard.md", TarConstants.LF_LINK, "/etc/passwd")
          .link("pyo3-0.91.2/guide/pipe.md", TarConstants.LF_FIFO, "")
          .with("pyo3-0.91.2/good.md", "good");
    }

    assertThat(CrateArchive.texts(file())).containsOnlyKeys("good.md");
    try (var left = Files.list(folder)) {
      assertThat(left).as("nothing is unpacked").containsExactly(file());
    }
  }

  @Test
  void anArchiveThatUnpacksToTooMuchIsRefused() throws Exception {
    byte[] zeros = new byte[8 * 1024 * 1024];
    try (CrateFile crate = new CrateFile(file())) {
      for (int i = 0; i < 9; i++) {
        crate.with(new TarArchiveEntry("pyo3-0.91.2/src/" + i + ".rs", true), zeros);
      }
    }

    assertThat(Files.size(file())).isLessThan(200_000);
    refused("is no crate archive that can be read: it unpacks to more than 64 MiB");
  }

  @Test
  void anArchiveOfTooManyFilesIsRefused() throws Exception {
    try (CrateFile crate = new CrateFile(file())) {
      for (int i = 0; i <= CrateArchive.MOST_ENTRIES; i++) crate.with("pyo3-0.91.2/" + i, "");
    }

    refused("is no crate archive that can be read: it holds more than 20000 files");
  }

  @Test
  void aTextThatIsTooLargeIsPassedOver() throws Exception {
    byte[] spaces = new byte[CrateArchive.LARGEST_TEXT + 1];
    Arrays.fill(spaces, (byte) ' ');
    try (CrateFile crate = new CrateFile(file())) {
      crate
          .with(new TarArchiveEntry("pyo3-0.91.2/large.md", true), spaces)
          .with("pyo3-0.91.2/small.md", "s");
    }

    assertThat(CrateArchive.texts(file())).containsOnlyKeys("small.md");
  }

  @Test
  void whatIsNoArchiveIsRefusedInOneLine() throws Exception {
    Files.writeString(file(), "not\na gzip");
    refused("is no crate archive that can be read: Not in GZIP format");

    try (CrateFile crate = new CrateFile(file())) {
      crate.with("pyo3-0.91.2/a.md", "a".repeat(5000));
    }
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(whole, whole.length / 2));
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> CrateArchive.texts(file()))
        .satisfies(
            e -> assertThat(e.getMessage()).startsWith(file() + ": is no crate").hasLineCount(1));

    Files.delete(file());
    refused("does not exist");
    Files.createDirectory(file());
    refused("is no regular file");
  }

  @Test
  void everyDamagedByteIsSurvived() throws Exception {
    CrateFile.of(Path.of("src/test/resources/guide/crate"), file());
    byte[] sound = Files.readAllBytes(file());
    for (int at = 0; at < sound.length; at += 7) {
      byte[] damaged = sound.clone();
      damaged[at] ^= 0x55;
      Files.write(file(), damaged);
      try {
        CrateArchive.texts(file()).forEach((path, text) -> assertThat(path).doesNotContain(".."));
      } catch (UnreadableFileException e) {
        assertThat(e.getMessage()).hasLineCount(1);
      }
    }
  }

  @Test
  void theReleaseIsReadFromTheNameOfTheFileOrOfTheFolderInIt() throws Exception {
    try (CrateFile crate = new CrateFile(file())) {
      crate.with("pyo3-0.91.2/a.md", "a");
    }
    Path renamed = Files.copy(file(), folder.resolve("download.crate"));

    assertThat(CrateArchive.release(file())).hasValueSatisfying(this::isTheRelease);
    assertThat(CrateArchive.release(renamed)).hasValueSatisfying(this::isTheRelease);
  }

  private void isTheRelease(Pyo3Release release) {
    assertThat(release.version()).isEqualTo("0.91.2");
  }

  private void refused(String reason) {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> CrateArchive.texts(file()))
        .withMessage(file() + ": " + reason);
  }

  private Path file() {
    return folder.resolve("pyo3-0.91.2.crate");
  }
}
