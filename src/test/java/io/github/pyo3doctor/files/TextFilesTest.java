package io.github.pyo3doctor.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TextFilesTest {
  @TempDir private Path folder;

  @Test
  void aFileIsReadAsItIs() throws Exception {
    Path file = file("a\r\nb\tü 日本 🦀\0".getBytes(StandardCharsets.UTF_8));

    assertThat(TextFiles.read(file)).isEqualTo("a\r\nb\tü 日本 🦀\0");
  }

  @Test
  void anEmptyFileIsAnEmptyText() throws Exception {
    assertThat(TextFiles.read(file(new byte[0]))).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() throws Exception {
    assertThat(TextFiles.read(file("\uFEFF# Title".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("# Title");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    refuses(folder.resolve("none.md"), ": does not exist");
  }

  @Test
  void aFolderIsNoFile() {
    refuses(folder, ": is a folder, not a file");
  }

  @Test
  void textInAnotherEncodingNamesTheLine() throws Exception {
    Path file = file("first\nsecond\nGr\u00FC\u00DFe\n".getBytes(StandardCharsets.ISO_8859_1));

    refuses(file, ":3:3: is not UTF-8 text (byte 0xFC)");
  }

  @Test
  void aFileThatBreaksOffInsideACharacterIsRefused() throws Exception {
    refuses(
        file(new byte[] {'a', '\n', (byte) 0xE6, (byte) 0x97}),
        ":2:1: is not UTF-8 text (byte 0xE6)");
  }

  @Test
  void aFileAsLargeAsTheLimitIsRead() throws Exception {
    assertThat(TextFiles.read(sparse(TextFiles.LIMIT_BYTES))).hasSize(TextFiles.LIMIT_BYTES);
  }

  @Test
  void aLargerFileIsRefusedWithItsSize() throws Exception {
    refuses(sparse(3_000_000_000L), ": is too large: 2861.0 MiB, and at most 16 MiB are read");
  }

  @Test
  void aFileOneByteTooLargeIsRefused() throws Exception {
    refuses(
        sparse(TextFiles.LIMIT_BYTES + 1L),
        ": is too large: 16.0 MiB, and at most 16 MiB are read");
  }

  @Test
  @Timeout(120)
  void aPipeIsNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe.md");
    assumeTrue(runs("mkfifo", pipe.toString()), "needs mkfifo");

    refuses(pipe, ": is no regular file (a pipe, a socket or a device)");
  }

  @Test
  void aDeviceIsNotRead() {
    Path zero = Path.of("/dev/zero");
    assumeTrue(Files.exists(zero), "needs /dev/zero");

    refuses(zero, ": is no regular file (a pipe, a socket or a device)");
  }

  @Test
  void aFileThatMayNotBeReadIsNamed() throws Exception {
    Path file = file(new byte[0]);
    assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"), "needs permissions");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeTrue(!Files.isReadable(file), "root may read everything");

    refuses(file, ": cannot be read: permission denied");
  }

  @Test
  void aLinkToItselfIsRefused() throws Exception {
    Path loop = folder.resolve("loop.md");
    try {
      Files.createSymbolicLink(loop, loop);
    } catch (IOException | UnsupportedOperationException e) {
      assumeTrue(false, "needs symbolic links");
    }

    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> TextFiles.read(loop))
        .satisfies(TextFilesTest::isOneLine);
  }

  @Test
  @Timeout(120)
  void ofSettingsTheBeginningIsEnoughAndNoneAreEmpty() throws Exception {
    Path file = file("name = 1\n\u00FC".getBytes(StandardCharsets.ISO_8859_1));
    Path pipe = folder.resolve("pipe.toml");

    assertThat(TextFiles.beginning(file, 4)).isEqualTo("name");
    assertThat(TextFiles.beginning(file, 100)).isEqualTo("name = 1\n\uFFFD");
    assertThat(TextFiles.beginning(folder, 100)).isEmpty();
    assertThat(TextFiles.beginning(folder.resolve("none.toml"), 100)).isEmpty();
    assumeTrue(runs("mkfifo", pipe.toString()), "needs mkfifo");
    assertThat(TextFiles.beginning(pipe, 100)).isEmpty();
  }

  private static void refuses(Path file, String reason) {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> TextFiles.read(file))
        .withMessage(file + reason)
        .satisfies(TextFilesTest::isOneLine);
  }

  private static void isOneLine(UnreadableFileException e) {
    assertThat(e).message().doesNotContain("\n").doesNotContain("Exception");
  }

  private Path file(byte[] content) throws IOException {
    return Files.write(folder.resolve("page.md"), content);
  }

  private Path sparse(long size) throws IOException {
    Path file = folder.resolve("large.md");
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(size);
    }
    return file;
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
