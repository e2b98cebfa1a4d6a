package io.github.pyo3doctor.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  @TempDir private Path folder;

  @Test
  void whatLiesInAFolderIsSorted() throws Exception {
    Path b = Files.createFile(folder.resolve("b"));
    Path c = Files.createDirectory(folder.resolve("c"));
    Path a = Files.createFile(folder.resolve("a"));

    assertThat(Folders.in(folder)).containsExactly(a, b, c);
    assertThat(Folders.in(folder, Files::isDirectory)).containsExactly(c);
  }

  @Test
  void inWhatIsNoFolderNothingLies() throws Exception {
    assertThat(Folders.in(folder.resolve("none"))).isEmpty();
    assertThat(Folders.in(Files.createFile(folder.resolve("file")))).isEmpty();
  }

  @Test
  void aPathIsReadAsItIsWritten() {
    String absolute = folder.toAbsolutePath().toString();

    assertThat(WrittenPath.absolute(absolute)).contains(Path.of(absolute));
    assertThat(WrittenPath.absolute("a/b")).isEmpty();
    assertThat(WrittenPath.of("a/b")).contains(Path.of("a", "b"));
    assertThat(WrittenPath.of("a\0b")).isEmpty();
  }
}
