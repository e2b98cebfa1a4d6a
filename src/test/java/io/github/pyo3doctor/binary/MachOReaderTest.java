package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pyo3doctor.binary.MachODependency.Kind;
import io.github.pyo3doctor.binary.MachOImport.From;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files under {@code src/test/resources/macho}; {@code build.sh} there makes them. */
class MachOReaderTest {
  private static final Path FOLDER = Path.of("src/test/resources/macho");
  private static final int LIBRARY = 6;

  @TempDir Path folder;

  @Test
  void aModuleTellsWhatItNeedsAndWhereToLook() throws IOException {
    MachOSlice slice = read("module-arm64.so").slices().getFirst();

    assertThat(slice.architecture().name()).isEqualTo("arm64");
    assertThat(slice.wide()).isTrue();
    assertThat(slice.kind()).isEqualTo(LIBRARY);
    assertThat(slice.installName()).contains("@rpath/module.so");
    assertThat(slice.needed())
        .containsExactly(
            new MachODependency("@rpath/libhelper.dylib", Kind.PLAIN),
            new MachODependency("/opt/extra/libextra.dylib", Kind.WEAK));
    assertThat(slice.rpaths()).containsExactly("@loader_path/../lib", "/opt/py/lib");
    assertThat(slice.platform()).contains(1);
    assertThat(slice.leastVersion()).contains("11.0");
    assertThat(slice.sdk()).contains("14.2");
  }

  @Test
  void aNameIsAskedOfOneLibraryOrOfAny() throws IOException {
    MachOSlice slice = read("module-arm64.so").slices().getFirst();

    assertThat(slice.undefined())
        .containsExactlyInAnyOrder(
            new MachOImport("PyModule_Create2", From.ANY_IMAGE, Optional.empty(), false),
            new MachOImport("PyUnstable_Maybe", From.ANY_IMAGE, Optional.empty(), true),
            new MachOImport("helper", From.LIBRARY, Optional.of("@rpath/libhelper.dylib"), false));
    assertThat(slice.defined()).containsExactly("PyInit_module");
  }

  @Test
  void aFatFileHasASliceForEachProcessor() throws IOException {
    MachOFile file = read("module-universal2.so");

    assertThat(file.slices())
        .extracting(slice -> slice.architecture().name())
        .containsExactlyInAnyOrder("x86_64", "arm64");
    assertThat(file.slices())
        .allSatisfy(slice -> assertThat(slice.defined()).containsExactly("PyInit_module"));
    assertThat(file.slices()).contains(read("module-arm64.so").slices().getFirst());
  }

  @Test
  void aClassFileOfJavaIsNoFatFile() throws IOException {
    byte[] start = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 69, 0, 9, 10, 0};
    Path file = Files.write(folder.resolve("A.class"), start);

    assertThatExceptionOfType(MalformedBinaryException.class)
        .isThrownBy(() -> new MachOReader().read(file))
        .withMessageContaining("no Mach-O file");
  }

  @Test
  void aDamagedFileIsReadOrRefusedAndNothingElse() throws IOException {
    Random random = new Random(20261123);
    int refused = 0;
    int read = 0;
    for (String fixture : List.of("module-arm64.so", "module-universal2.so")) {
      byte[] original = Files.readAllBytes(FOLDER.resolve(fixture));
      for (int round = 0; round < 2000; round++) {
        try {
          new MachOReader().read(DamagedFile.of(original, random));
          read++;
        } catch (MalformedBinaryException e) {
          refused++;
          assertThat(e).hasMessageContaining("at offset 0x").hasMessageNotContaining("\n");
        }
      }
    }
    assertThat(refused).isGreaterThan(500);
    assertThat(read).isGreaterThan(500);
  }

  private static MachOFile read(String name) throws IOException {
    return new MachOReader().read(FOLDER.resolve(name));
  }
}
