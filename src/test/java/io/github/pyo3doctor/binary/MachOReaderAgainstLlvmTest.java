package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads the fixtures, and with {@code -Dmacho.folder=DIR} every {@code .so} and {@code .dylib}
 * below that folder, both with our reader and with {@code llvm-objdump} and {@code llvm-nm}, and
 * compares. Skipped where they are missing.
 */
class MachOReaderAgainstLlvmTest {
  @Test
  void bothSeeTheSame() throws IOException, InterruptedException {
    assumeTrue(exists("llvm-objdump") && exists("llvm-nm"));
    List<Path> files = new ArrayList<>(below(Path.of("src/test/resources/macho")));
    String folder = System.getProperty("macho.folder", "");
    if (!folder.isEmpty()) {
      files.addAll(below(Path.of(folder)));
    }
    for (Path file : files) {
      compare(file, new MachOReader().read(file).slices());
    }
    System.getLogger("macho").log(System.Logger.Level.INFO, files.size() + " files compared");
  }

  private static void compare(Path file, List<MachOSlice> slices)
      throws IOException, InterruptedException {
    List<String> libraries = new ArrayList<>();
    List<String> rpaths = new ArrayList<>();
    List<String> undefined = new ArrayList<>();
    List<String> defined = new ArrayList<>();
    for (MachOSlice slice : slices) {
      slice.installName().ifPresent(libraries::add);
      slice.needed().forEach(needed -> libraries.add(needed.name()));
      rpaths.addAll(slice.rpaths());
      slice.undefined().forEach(symbol -> undefined.add(symbol.name()));
      defined.addAll(slice.defined());
    }
    String name = file.toString();
    List<String> used =
        print(file, "llvm-objdump", "--macho", "--arch=all", "--dylibs-used").stream()
            .map(line -> line.strip().replaceAll(" \\(compatibility version .*", ""))
            .toList();
    assertThat(used).as(name).isEqualTo(libraries);
    assertThat(print(file, "llvm-objdump", "--macho", "--arch=all", "--rpaths"))
        .as(name)
        .isEqualTo(rpaths);
    assertThat(symbols(file, "--undefined-only")).as(name).isEqualTo(undefined);
    // dyld's trie has its own order.
    assertThat(symbols(file, "--defined-only").stream().sorted())
        .as(name)
        .isEqualTo(defined.stream().sorted().toList());
  }

  private static List<String> symbols(Path file, String which)
      throws IOException, InterruptedException {
    return print(file, "llvm-nm", "--extern-only", which, "--no-sort", "-j", "--arch=all").stream()
        .map(line -> line.startsWith("_") ? line.substring(1) : line)
        .toList();
  }

  /** The lines a program prints, without headings that name the file. */
  private static List<String> print(Path file, String... command)
      throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(List.of(command));
    whole.add(file.toString());
    Process process =
        new ProcessBuilder(whole).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    List<String> printed = new ArrayList<>();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith(file.toString())) {
          printed.add(line);
        }
      }
    }
    assertThat(process.waitFor()).as(String.join(" ", whole)).isZero();
    return printed;
  }

  private static boolean exists(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(so|dylib)"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }
}
