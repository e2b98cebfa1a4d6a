package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WheelTagsTest {
  private static final String MODULE = "a/_a.abi3.so";

  @Test
  void aWheelThatKeepsItsPromisesIsPassedOver() {
    assertThat(said("a-1-cp38-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl", elf("2.17")))
        .isEmpty();
    assertThat(said("a-1-cp38-abi3-macosx_10_12_x86_64.whl", macho("x86_64", "10.12"))).isEmpty();
    assertThat(said("a-1-cp38-abi3-macosx_11_0_arm64.whl", macho("arm64", "11.0"))).isEmpty();
  }

  @Test
  void manylinuxPromisesAnOldestGlibc() {
    WheelTags.Lies lies = lies("a-1-cp38-abi3-manylinux2014_x86_64.whl", elf("2.34"));

    assertThat(lies.said())
        .containsExactly(
            "The wheel is named for `manylinux2014_x86_64`, which promises glibc 2.17, and"
                + " a/_a.abi3.so needs glibc 2.34.");
    assertThat(lies.topic()).contains("manylinux-glibc");
    assertThat(said("a-1-cp38-abi3-manylinux_2_34_x86_64.whl", elf("2.34"))).isEmpty();
    assertThat(said("a-1-cp38-abi3-manylinux_2_9_x86_64.whl", elf("2.10"))).hasSize(1);
    assertThat(said("a-1-cp38-abi3-musllinux_1_2_x86_64.whl", elf("2.17")))
        .singleElement()
        .asString()
        .endsWith("is linked with glibc.");
  }

  @Test
  void aNameForAnotherProcessorOrSystemIsSaid() {
    assertThat(said("a-1-cp38-abi3-manylinux_2_17_aarch64.whl", elf("2.17")))
        .containsExactly(
            "The wheel is named for `manylinux_2_17_aarch64`, and a/_a.abi3.so is for x86_64.");
    assertThat(said("a-1-cp38-abi3-win_amd64.whl", elf("2.17")))
        .containsExactly("The wheel is named for `win_amd64`, and a/_a.abi3.so is ELF.");
    assertThat(said("a-1-py3-none-any.whl", elf("2.17"))).hasSize(1);
  }

  @Test
  void launchersForOtherSystemsMayLieInAnyWheel() {
    WheelLibrary launcher = library("pip/_vendor/t64-arm.exe", "PE", "win_arm64", "");

    assertThat(said("pip-1-py3-none-any.whl", launcher)).isEmpty();
    assertThat(said("a-1-cp38-abi3-win_amd64.whl", launcher)).isEmpty();
  }

  @Test
  void aTagOfMacosPromisesAnOldestMacosForEachProcessor() {
    assertThat(said("a-1-cp38-abi3-macosx_10_9_x86_64.whl", macho("x86_64", "10.13")))
        .containsExactly(
            "The wheel is named for `macosx_10_9_x86_64`, and a/_a.abi3.so is made for macOS 10.13"
                + " or later.");
    assertThat(said("a-1-cp38-abi3-macosx_11_0_arm64.whl", macho("arm64", "14.0"))).hasSize(1);
    assertThat(said("a-1-cp38-abi3-macosx_14_0_arm64.whl", macho("arm64", "14.5"))).isEmpty();
  }

  @Test
  void universal2MeansBothProcessorsAndNoMacosBefore11OnArm() {
    String name = "a-1-cp38-abi3-macosx_10_12_universal2.whl";
    WheelLibrary both =
        new WheelLibrary(
            MODULE,
            "Mach-O",
            List.of("x86_64", "arm64"),
            List.of("10.12", "11.0"),
            Optional.empty(),
            List.of(),
            List.of("_a"));

    assertThat(said(name, both)).isEmpty();
    WheelTags.Lies thin = lies(name, macho("arm64", "11.0"));
    assertThat(thin.said()).singleElement().asString().endsWith("_a.abi3.so is for arm64.");
    assertThat(thin.topic()).contains("wrong-architecture");
  }

  @Test
  void aFileThatOnlyOnePythonLooksForIsSaid() {
    WheelLibrary old = library("a/_a.cpython-311-darwin.so", "Mach-O", "arm64", "11.0", "_a");

    assertThat(said("a-1-cp311-cp311-macosx_11_0_arm64.whl", old)).isEmpty();
    assertThat(said("a-1-cp312-cp312-macosx_11_0_arm64.whl", old))
        .containsExactly(
            "The wheel is named for `cp312`, and only Python 3.11 looks for"
                + " a/_a.cpython-311-darwin.so.");
    assertThat(said("a-1-cp38-abi3-macosx_11_0_arm64.whl", old))
        .singleElement()
        .asString()
        .startsWith("The wheel is named for every Python since 3.8 (`abi3`), and only Python 3.11");
    WheelLibrary free = library("a/_a.cpython-313t-darwin.so", "Mach-O", "arm64", "11.0", "_a");
    assertThat(said("a-1-cp313-cp313t-macosx_11_0_arm64.whl", free)).isEmpty();
    assertThat(said("a-1-cp313-cp313-macosx_11_0_arm64.whl", free)).hasSize(1);
  }

  @Test
  void aModuleThatNeedsOnePythonsDllIsForThatOnly() {
    WheelLibrary linked =
        new WheelLibrary(
            "a/_a.pyd",
            "PE",
            List.of("win_amd64"),
            List.of(),
            Optional.empty(),
            List.of("KERNEL32.dll", "python311.dll"),
            List.of("_a"));

    assertThat(said("a-1-cp311-cp311-win_amd64.whl", linked)).isEmpty();
    assertThat(said("a-1-cp38-abi3-win_amd64.whl", linked))
        .containsExactly(
            "The wheel is named for `cp38-abi3`, and a/_a.pyd needs python311.dll, which only"
                + " Python 3.11 has.");
  }

  @Test
  void whatPythonIsToImportOffersTheFunctionOfItsName() {
    String wheel = "a-1-cp38-abi3-macosx_11_0_arm64.whl";
    WheelTags.Lies other = lies(wheel, library(MODULE, "Mach-O", "arm64", "11.0", "b"));
    WheelTags.Lies none = lies(wheel, library(MODULE, "Mach-O", "arm64", "11.0"));

    assertThat(other.said())
        .containsExactly("a/_a.abi3.so has to offer PyInit__a to be imported, and it offers b.");
    assertThat(other.unimportable())
        .contains("dynamic module does not define module export function (PyInit__a)");
    assertThat(other.topic()).contains("module-init-missing");
    assertThat(none.said()).singleElement().asString().endsWith("and it offers no module.");
    assertThat(said(wheel, library("a.libs/libx.so", "Mach-O", "arm64", "11.0"))).isEmpty();
  }

  private static WheelLibrary elf(String glibc) {
    return new WheelLibrary(
        MODULE,
        "ELF",
        List.of("x86_64"),
        List.of(),
        Optional.of(glibc),
        List.of("libc.so.6"),
        List.of("_a"));
  }

  private static WheelLibrary macho(String processor, String least) {
    return library(MODULE, "Mach-O", processor, least, "_a");
  }

  private static WheelLibrary library(
      String name, String format, String processor, String least, String... modules) {
    return new WheelLibrary(
        name,
        format,
        List.of(processor),
        List.of(least),
        Optional.empty(),
        List.of(),
        List.of(modules));
  }

  private static List<String> said(String wheel, WheelLibrary library) {
    return lies(wheel, library).said();
  }

  private static WheelTags.Lies lies(String wheel, WheelLibrary library) {
    return WheelTags.of(WheelName.of(wheel).orElseThrow(), List.of(library));
  }
}
