package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.pyo3doctor.snapshot.Architecture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeReaderTest {
  @TempDir Path folder;

  @Test
  void aProgramNamesTheDllsItNeedsBeforeItStarts() throws IOException {
    PeFile program = new PeReader().read(PeFixtures.file("x64/versioned.exe"));

    assertThat(program.dll()).isFalse();
    assertThat(program.wide()).isTrue();
    assertThat(program.architecture()).contains(Architecture.X64);
    assertThat(program.imports())
        .extracting(PeImport::library)
        .containsExactly("python312.dll", "KERNEL32.dll");
    assertThat(program.imports().getFirst().symbols())
        .containsExactlyInAnyOrder("Py_IsInitialized", "PyType_GetName");
  }

  @Test
  void a32BitProgramIsReadLikeAnyOther() throws IOException {
    PeFile program = new PeReader().read(PeFixtures.file("x86/stable.exe"));

    assertThat(program.wide()).isFalse();
    assertThat(program.architecture()).contains(Architecture.X86);
    assertThat(program.imports()).extracting(PeImport::library).contains("python3.dll");
  }

  @Test
  void aDllThatIsLoadedAtTheFirstCallIsNotNeededAtTheStart() throws IOException {
    PeFile program = new PeReader().read(PeFixtures.file("x64/delayed.exe"));

    assertThat(program.imports())
        .extracting(PeImport::library)
        .isNotEmpty()
        .doesNotContain("python312.dll");
    assertThat(program.delayImports())
        .extracting(PeImport::library)
        .containsExactly("python312.dll");
    assertThat(program.delayImports().getFirst().symbols())
        .containsExactlyInAnyOrder("Py_IsInitialized", "PyType_GetName");
  }

  @Test
  void theStableAbiDllTellsWhichDllItStandsFor() throws IOException {
    PeFile python3 = new PeReader().read(PeFixtures.file("x64/python3.dll"));

    assertThat(python3.dll()).isTrue();
    assertThat(python3.exports())
        .contains(new PeExport("Py_IsInitialized", 3, Optional.of("python312.Py_IsInitialized")))
        .hasSize(3)
        .allMatch(export -> export.forwardsTo().equals(Optional.of("python312.dll")));
  }

  @Test
  void anExportWithCodeIsNoForwarder() throws IOException {
    PeFile python312 = new PeReader().read(PeFixtures.file("x86/python312.dll"));

    assertThat(python312.exports())
        .containsExactly(
            new PeExport("PyType_GetName", 1, Optional.empty()),
            new PeExport("Py_Initialize", 2, Optional.empty()),
            new PeExport("Py_IsInitialized", 3, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x64", "x86"})
  void functionsAreOfferedAndAskedForByNumber(String processor) throws IOException {
    PeFile library = new PeReader().read(PeFixtures.file(processor + "/numbers.dll"));
    PeFile program = new PeReader().read(PeFixtures.file(processor + "/numbers.exe"));
    PeFile later = new PeReader().read(PeFixtures.file(processor + "/numbers-later.exe"));

    assertThat(library.exports())
        .containsExactly(
            new PeExport("by_number", 13, Optional.of("python312.#3")),
            new PeExport("named", 9, Optional.empty()));
    assertThat(library.ordinals())
        .containsOnly(
            entry(5, Optional.empty()),
            entry(9, Optional.empty()),
            entry(12, Optional.of("python312.Py_Initialize")),
            entry(13, Optional.of("python312.#3")));
    PeImport asked = new PeImport("numbers.dll", List.of("by_number", "named"), List.of(12, 5));
    assertThat(program.imports()).contains(asked);
    assertThat(later.delayImports()).containsExactly(asked);
  }

  @Test
  void aForwarderMayNameALibraryWithADot() {
    PeExport export = new PeExport("x", 1, Optional.of("libpython3.12.Py_Initialize"));

    assertThat(export.forwardsTo()).contains("libpython3.12.dll");
  }

  @Test
  void theMachineNumberIsThatOfArm64() throws IOException {
    byte[] bytes = Files.readAllBytes(PeFixtures.file("x64/python312.dll"));
    int coff = (bytes[0x3c] & 0xff) + 4;
    bytes[coff] = 0x64;
    bytes[coff + 1] = (byte) 0xaa;
    Path file = Files.write(folder.resolve("python312.dll"), bytes);

    assertThat(new PeReader().read(file).architecture()).contains(Architecture.ARM64);
  }

  @Test
  void aTextFileIsRefusedWithOneLineThatSaysWhere() throws IOException {
    Path file = Files.writeString(folder.resolve("python312.dll"), "not a library");

    assertThatThrownBy(() -> new PeReader().read(file))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessage("no Windows program: it does not begin with MZ, at offset 0x0");
  }

  @Test
  void anEmptyFileEndsEarly() throws IOException {
    Path file = Files.createFile(folder.resolve("python312.dll"));

    assertThatThrownBy(() -> new PeReader().read(file))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("ends early");
  }

  @Test
  void aDosProgramHasNoPeSignature() throws IOException {
    byte[] bytes = new byte[128];
    bytes[0] = 'M';
    bytes[1] = 'Z';
    Path file = Files.write(folder.resolve("old.exe"), bytes);

    assertThatThrownBy(() -> new PeReader().read(file))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("PE signature");
  }

  @Test
  void aSmallFileWhoseTablesOverlapCannotClaimMillionsOfSymbols() throws IOException {
    int libraries = 4000;
    int symbols = 60_000;
    ByteBuffer file = ByteBuffer.allocate(0x200 + 20 * libraries + 40 + 8 * symbols + 8);
    file.order(ByteOrder.LITTLE_ENDIAN);
    int coff = 0x44;
    int optional = coff + 20;
    int section = optional + 240;
    file.putShort(0, (short) 0x5a4d).putInt(0x3c, 0x40).putInt(0x40, 0x4550);
    file.putShort(coff, (short) 0x8664).putShort(coff + 2, (short) 1);
    file.putShort(coff + 16, (short) 240).putShort(optional, (short) 0x20b);
    file.putInt(optional + 108, 16).putInt(optional + 120, 0x200).putInt(optional + 124, 20);
    file.putInt(section + 12, 0x200).putInt(section + 16, file.capacity() - 0x200);
    file.putInt(section + 20, 0x200);
    int table = 0x200 + 20 * libraries + 40;
    for (int i = 0; i < libraries; i++) {
      int at = 0x200 + 20 * i;
      file.putInt(at, table).putInt(at + 12, 0x3c).putInt(at + 16, table);
    }
    for (int i = 0; i < symbols; i++) {
      file.putLong(table + 8 * i, Long.MIN_VALUE | 1);
    }
    file.putInt(optional + 60, 0x200);
    Path hostile = Files.write(folder.resolve("hostile.exe"), file.array());

    assertThatThrownBy(() -> new PeReader().read(hostile))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("more than 524288 symbols");
  }
}
