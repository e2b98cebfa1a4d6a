package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWindowTest {
  private static final int PAGE = 1 << 14;

  @TempDir private Path folder;

  @Test
  void numbersAndNamesMayLieOnTwoPages() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(3 * PAGE).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = PAGE - 8; at <= PAGE; at++) {
      bytes.putLong(at, 0x0102_0304_0506_0708L);
      try (SeekableByteChannel file = file(bytes)) {
        FileWindow window = new FileWindow(file);

        assertThat(window.i64(at)).isEqualTo(0x0102_0304_0506_0708L);
        assertThat(window.u32(at)).isEqualTo(0x0506_0708L);
        window.order(ByteOrder.BIG_ENDIAN);
        assertThat(window.i64(at)).isEqualTo(0x0807_0605_0403_0201L);
        assertThat(window.u16(at)).isEqualTo(0x0807);
      }
    }
    byte[] name = "_PyInit_größe\0".getBytes(StandardCharsets.UTF_8);
    for (int at = PAGE - name.length - 1; at <= PAGE + 1; at++) {
      ByteBuffer named = ByteBuffer.allocate(2 * PAGE).put(at, name);
      try (SeekableByteChannel file = file(named)) {
        assertThat(new FileWindow(file).text(at)).isEqualTo("_PyInit_größe");
      }
    }
  }

  @Test
  void pagesThatShareAPlaceAreNotTakenForEachOther() throws IOException {
    int far = PAGE << 7;
    ByteBuffer bytes = ByteBuffer.allocate(far + PAGE).put(5, (byte) 1).put(far + 5, (byte) 2);
    try (SeekableByteChannel file = file(bytes)) {
      FileWindow window = new FileWindow(file);
      FileWindow other = window.another();

      assertThat(window.u8(5)).isEqualTo(1);
      assertThat(other.u8(far + 5)).isEqualTo(2);
      assertThat(window.u8(5)).isEqualTo(1);
    }
  }

  @Test
  void whatLiesBehindTheEndIsRefused() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(PAGE + 10);
    for (int i = 0; i < PAGE + 10; i++) {
      bytes.put(i, (byte) 'x');
    }
    try (SeekableByteChannel file = file(bytes)) {
      FileWindow window = new FileWindow(file);

      assertThatExceptionOfType(MalformedBinaryException.class)
          .isThrownBy(() -> window.u32(PAGE + 7))
          .withMessageContaining("ends early");
      assertThatExceptionOfType(MalformedBinaryException.class)
          .isThrownBy(() -> window.text(PAGE - 10))
          .withMessageContaining("ends early");
      assertThatExceptionOfType(MalformedBinaryException.class)
          .isThrownBy(() -> window.text(10))
          .withMessageContaining("longer than 4096 bytes");
      assertThatExceptionOfType(MalformedBinaryException.class).isThrownBy(() -> window.u8(-1));
    }
  }

  @Test
  void anExportTrieThatLeadsBackIntoItselfComesToAnEnd() throws IOException {
    // A node without payload and with one branch, "a", that leads to the node itself.
    ByteBuffer trie = ByteBuffer.wrap(new byte[] {0, 1, 'a', 0, 0});
    try (SeekableByteChannel file = file(trie)) {
      FileWindow window = new FileWindow(file);

      assertThatExceptionOfType(MalformedBinaryException.class)
          .isThrownBy(() -> MachOExports.read(window, 0, 5))
          .withMessageContaining("longer than 4096 bytes");
    }
  }

  @Test
  void whatWasReadIsReadAgainOnlyWhenTheFileChanges() throws IOException {
    Path file = folder.resolve("libx.dylib");
    MachOWriter.library(MachOWriter.ARM64).offers("f").to(file);
    Binaries binaries = new Binaries();
    MachOFile first = binaries.machO(file);

    assertThat(binaries.machO(file)).isSameAs(first);

    MachOWriter.library(MachOWriter.ARM64).offers("other").to(file);
    assertThat(binaries.machO(file).slices().getFirst().defined()).containsExactly("other");
  }

  private SeekableByteChannel file(ByteBuffer bytes) throws IOException {
    byte[] all = new byte[bytes.capacity()];
    bytes.get(0, all);
    return Files.newByteChannel(Files.write(folder.resolve("file"), all));
  }
}
