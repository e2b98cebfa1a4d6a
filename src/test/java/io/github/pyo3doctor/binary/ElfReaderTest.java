package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files under {@code src/test/resources/elf}; {@code build.sh} there makes them. */
class ElfReaderTest {
  private static final Path FOLDER = Path.of("src/test/resources/elf");
  private static final int X86 = 3;
  private static final int X86_64 = 62;
  private static final int AARCH64 = 183;
  private static final int ROUNDS_PER_FILE = 1000;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"x86-64", "aarch64"})
  void aLibraryTellsWhatItNeedsAndWhereToLook(String processor) throws IOException {
    ElfFile file = read("runpath-" + processor + ".so");

    assertThat(file.machine()).isEqualTo(processor.equals("aarch64") ? AARCH64 : X86_64);
    assertThat(file.wide()).isTrue();
    assertThat(file.needed()).containsExactly("libhelper.so.2");
    assertThat(file.runpath()).containsExactly("$ORIGIN/../lib", "/opt/py/lib");
    assertThat(file.rpath()).isEmpty();
    assertThat(file.ignoresDefaultFolders()).isFalse();
    assertThat(file.interpreter()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x86-64", "aarch64"})
  void theOldTagAndTheFlagAgainstDefaultFoldersAreTold(String processor) throws IOException {
    ElfFile file = read("rpath-" + processor + ".so");

    assertThat(file.rpath()).containsExactly("$ORIGIN");
    assertThat(file.runpath()).isEmpty();
    assertThat(file.ignoresDefaultFolders()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x86-64", "aarch64"})
  void symbolsCarryTheirVersionAndWhetherTheyAreWeak(String processor) throws IOException {
    ElfFile file = read("runpath-" + processor + ".so");

    assertThat(file.undefined())
        .containsExactlyInAnyOrder(
            new ElfSymbol("PyModule_Create2", Optional.empty(), false),
            new ElfSymbol("PyUnstable_Maybe", Optional.empty(), true),
            new ElfSymbol("helper", Optional.of("HELPER_2"), false));
    assertThat(file.defined()).extracting(ElfSymbol::name).contains("PyInit_module");
    assertThat(file.versionNeeds())
        .containsExactly(new ElfVersionNeed("libhelper.so.2", List.of("HELPER_2"), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x86-64", "aarch64"})
  void aLibraryDefinesVersions(String processor) throws IOException {
    ElfFile file = read("libhelper-" + processor + ".so");

    assertThat(file.name()).contains("libhelper.so.2");
    assertThat(file.defined())
        .contains(
            new ElfSymbol("helper", Optional.of("HELPER_2"), false),
            new ElfSymbol("old_helper", Optional.of("HELPER_1"), false));
  }

  @Test
  void aProgramNamesItsLoader() throws IOException {
    ElfFile file = read("program-i386");

    assertThat(file.machine()).isEqualTo(X86);
    assertThat(file.wide()).isFalse();
    assertThat(file.interpreter()).contains("/lib/ld-linux.so.2");
    assertThat(file.needed()).containsExactly("libhelper.so");
    assertThat(file.undefined()).containsExactly(new ElfSymbol("helper", Optional.empty(), false));
  }

  @Test
  void theHashTableOfS390xHasNumbersOfEightBytes() throws IOException {
    ElfFile file = read("module-s390x.so");

    assertThat(file.machine()).isEqualTo(22);
    assertThat(file.name()).contains("libmodule.so");
    assertThat(file.undefined()).containsExactly(new ElfSymbol("helper", Optional.empty(), false));
    assertThat(file.defined())
        .containsExactly(new ElfSymbol("PyInit_module", Optional.empty(), false));
  }

  @Test
  void anObjectFileForTheLinkerIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve("rpath-x86-64.so"));
    bytes[16] = 1;
    Path object = Files.write(folder.resolve("a.o"), bytes);

    assertThatExceptionOfType(MalformedBinaryException.class)
        .isThrownBy(() -> new ElfReader().read(object))
        .withMessageContaining("an object file for the linker");
  }

  @Test
  void anotherKindOfFileIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("a.so"), "INPUT(libc.so.6)");

    assertThatExceptionOfType(MalformedBinaryException.class)
        .isThrownBy(() -> new ElfReader().read(text))
        .withMessageContaining("no ELF file");
  }

  @Test
  void aDamagedFileIsReadOrRefusedAndNothingElse() throws IOException {
    Random random = new Random(20261123);
    int refused = 0;
    int read = 0;
    for (Path fixture : fixtures()) {
      byte[] original = Files.readAllBytes(fixture);
      for (int round = 0; round < ROUNDS_PER_FILE; round++) {
        try {
          new ElfReader().read(DamagedFile.of(original, random));
          read++;
        } catch (MalformedBinaryException e) {
          refused++;
          assertThat(e).hasMessageContaining("at offset 0x").hasMessageNotContaining("\n");
        }
      }
    }
    assertThat(refused).isGreaterThan(1000);
    assertThat(read).isGreaterThan(1000);
  }

  private static ElfFile read(String name) throws IOException {
    return new ElfReader().read(FOLDER.resolve(name));
  }

  private static List<Path> fixtures() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> !file.toString().endsWith(".sh")).sorted().toList();
    }
  }
}
