package io.github.pyo3doctor.binary;

import static io.github.pyo3doctor.binary.MachOWriter.ARM64;
import static io.github.pyo3doctor.binary.MachOWriter.library;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pyo3doctor.snapshot.Inspected;
import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Need;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wheels with small Mach-O files in them. */
class WheelInspectorTest {
  private static final String NAME = "some_ext-1.0-cp38-abi3-macosx_11_0_arm64.whl";

  @TempDir private Path folder;

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  @Test
  void whatAWheelBringsAlongIsFoundWhereItWillLie() throws IOException {
    put("some_ext/_some_ext.abi3.so", module("@loader_path/.dylibs/libx.dylib"));
    put("some_ext/.dylibs/libx.dylib", library(ARM64));

    Inspected seen = inspect(NAME);

    assertThat(seen.whole().outcome()).isEqualTo(LoadOutcome.LOADS);
    assertThat(seen.whole().format()).isEqualTo("wheel");
    assertThat(seen.whole().architecture()).isEqualTo("macosx_11_0_arm64");
    String wheel = folder.resolve(NAME) + "!/";
    assertThat(seen.libraries())
        .extracting(Inspection::file)
        .containsExactly(
            wheel + "some_ext/_some_ext.abi3.so", wheel + "some_ext/.dylibs/libx.dylib");
    assertThat(seen.libraries().getFirst().needs())
        .singleElement()
        .extracting(Need::found)
        .isEqualTo(Optional.of(wheel + "some_ext/.dylibs/libx.dylib"));
  }

  @Test
  void whatItForgotIsNotFound() throws IOException {
    put("some_ext/_some_ext.abi3.so", module("@loader_path/.dylibs/libx.dylib"));

    Inspected seen = inspect(NAME);

    assertThat(seen.whole().outcome()).isEqualTo(LoadOutcome.NOT_FOUND);
    assertThat(seen.whole().status().orElseThrow())
        .contains("!/some_ext/.dylibs/libx.dylib' (no such file)");
  }

  @Test
  void foldersOfDataLieWhereAnInstallerPutsThem() throws IOException {
    put("some_ext-1.0.data/platlib/some_ext/_some_ext.abi3.so", module("@loader_path/libx.dylib"));
    put("some_ext-1.0.data/purelib/some_ext/libx.dylib", library(ARM64));

    assertThat(inspect(NAME).whole().outcome()).isEqualTo(LoadOutcome.LOADS);
  }

  @Test
  void aModuleOfAnotherNameThanItsFileCannotBeImported() throws IOException {
    put("some_ext/_native.abi3.so", library(ARM64).offers("PyInit__some_ext"));

    Inspected seen = inspect(NAME);

    assertThat(seen.whole().outcome()).isEqualTo(LoadOutcome.MISSING_SYMBOL);
    assertThat(seen.topic()).contains("module-init-missing");
  }

  @Test
  void theFilesInsideMaySayOtherwiseThanTheName() throws IOException {
    put("some_ext/_some_ext.abi3.so", library(ARM64).offers("PyInit__some_ext"));
    put("x-1.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n");
    put("x-1.dist-info/METADATA", "Name: Other.Ext\n\nName: some-ext\n");

    assertThat(inspect(NAME).whole().remarks())
        .contains(
            "The file is named for cp38-abi3-macosx_11_0_arm64, and WHEEL in it says py3-none-any.",
            "The file is named some_ext, and METADATA in it says Other.Ext.");
  }

  @Test
  void nothingIsLeftBehindAndNothingLiesOutside() throws IOException {
    put("../../../evil.so", library(ARM64));
    put("/etc/evil.so", library(ARM64));
    put("a/../../b.so", library(ARM64));
    long before = leftovers();

    Inspected seen = inspect(NAME);

    assertThat(seen.libraries()).isEmpty();
    assertThat(seen.whole().remarks())
        .filteredOn(remark -> remark.contains("would not lie below the folder"))
        .hasSize(3);
    assertThat(leftovers()).isEqualTo(before);
  }

  @Test
  void aBrokenLibraryLeavesTheRest() throws IOException {
    put("some_ext/_some_ext.abi3.so", library(ARM64).offers("PyInit__some_ext"));
    byte[] whole = library(ARM64).offers("f").bytes();
    entries.put("some_ext/broken.so", Arrays.copyOf(whole, 40));

    Inspected seen = inspect(NAME);

    assertThat(seen.libraries()).hasSize(1);
    assertThat(seen.whole().outcome()).isEqualTo(LoadOutcome.UNKNOWN);
    assertThat(seen.whole().remarks())
        .anyMatch(remark -> remark.startsWith("`some_ext/broken.so`: the file ends early"));
  }

  @Test
  void whatIsNoWheelIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve(NAME), "hello");
    Path named = Files.writeString(folder.resolve("hello.whl"), "hello");

    for (Path file : List.of(text, named)) {
      assertThatExceptionOfType(MalformedBinaryException.class)
          .isThrownBy(() -> inspector().inspect(file));
    }
  }

  @Test
  void aDamagedWheelIsReadOrRefusedAndNothingElse() throws IOException {
    put("some_ext/_some_ext.abi3.so", module("@loader_path/.dylibs/libx.dylib"));
    put("some_ext/.dylibs/libx.dylib", library(ARM64));
    byte[] original = Files.readAllBytes(written(NAME));
    Random random = new Random(20261129);
    Path damaged = folder.resolve("d").resolve(NAME);
    Files.createDirectories(damaged.getParent());
    int read = 0;
    for (int round = 0; round < 300; round++) {
      byte[] bytes = original.clone();
      for (int i = 0; i <= random.nextInt(6); i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(damaged, bytes);
      try {
        inspector().inspect(damaged);
        read++;
      } catch (MalformedBinaryException e) {
        assertThat(e).hasMessageNotContaining("\n");
      }
    }
    assertThat(read).isBetween(50, 290);
  }

  private static long leftovers() throws IOException {
    try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return all.filter(one -> String.valueOf(one.getFileName()).startsWith("pyo3-doctor-wheel"))
          .count();
    }
  }

  private static MachOWriter module(String needs) {
    return library(ARM64).offers("PyInit__some_ext").needs(needs);
  }

  private void put(String name, MachOWriter file) {
    entries.put(name, file.bytes());
  }

  private void put(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private Path written(String name) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return file;
  }

  private Inspected inspect(String name) throws IOException {
    return inspector().inspect(written(name));
  }

  private static WheelInspector inspector() {
    MachOLoader loader =
        new MachOLoader(
            new MachOSurroundings(Optional.empty(), "/", Map.of(), true, Optional.empty()));
    return new WheelInspector(loader::inspect);
  }
}
