package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that asks for a version of a library that is not there any more, started for real: with
 * and without the flag that says it can do without. Skipped where there is no gcc.
 */
class ElfWeakVersionTest {
  /** {@code VER_FLG_WEAK}. */
  private static final byte WEAK = 2;

  @TempDir private Path folder;
  private Path program = Path.of("");

  @BeforeEach
  void aLibraryThatHasLostItsSecondVersion() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")));
    assumeTrue(Files.isExecutable(Path.of("/lib64/ld-linux-x86-64.so.2")));
    Path home = folder.toRealPath();
    Files.writeString(
        home.resolve("l.c"), "int one(void) { return 1; } int two(void) { return 2; }");
    Files.writeString(
        home.resolve("m.c"),
        "int one(void); __attribute__((weak)) int two(void);"
            + " int main(void) { return one() - 1 + (two ? two() - 2 : 0); }");
    Files.writeString(home.resolve("new.map"), "V1 { one; }; SECOND { two; } V1;");
    Files.writeString(home.resolve("old.map"), "V1 { one; };");
    library(home, "new.map");
    run(home, "gcc", "-o", "m", "m.c", "-L.", "-ll", "-Wl,-rpath,$ORIGIN");
    library(home, "old.map");
    program = home.resolve("m");
  }

  private static void library(Path home, String map) throws IOException, InterruptedException {
    run(home, "gcc", "-shared", "-fPIC", "l.c", "-o", "libl.so", "-Wl,--version-script=" + map);
  }

  @Test
  void aVersionThatIsMissingStopsTheLoader() throws IOException, InterruptedException {
    Inspection inspection = inspect();

    assertThat(run(program.getParent(), "./m").strip())
        .isEqualTo("./m: " + inspection.status().orElse("").replace(program.toString(), "./m"));
    assertThat(inspection.outcome()).isEqualTo(LoadOutcome.MISSING_SYMBOL);
  }

  @Test
  void aVersionThatItCanDoWithoutDoesNot() throws IOException, InterruptedException {
    markWeak();

    Inspection inspection = inspect();

    assertThat(run(program.getParent(), "./m")).contains("weak version `SECOND' not found");
    assertThat(run(program.getParent(), "sh", "-c", "./m 2>/dev/null; echo $?").strip())
        .isEqualTo("0");
    assertThat(inspection.outcome()).isEqualTo(LoadOutcome.LOADS);
    assertThat(inspection.remarks())
        .contains(
            program.resolveSibling("libl.so")
                + " has no version SECOND, which "
                + program
                + " can do without: the loader only warns.");
    assertThat(new ElfReader().read(program).versionNeeds())
        .contains(new ElfVersionNeed("libl.so", List.of("V1"), List.of("SECOND")));
  }

  /** No linker here sets the flag: it lies behind the hash of the version's name. */
  private void markWeak() throws IOException {
    byte[] bytes = Files.readAllBytes(program);
    int hash = 0;
    for (byte letter : "SECOND".getBytes(StandardCharsets.US_ASCII)) {
      hash = (hash << 4) + letter;
      int high = hash & 0xf0000000;
      hash = (hash ^ (high >>> 24)) & ~high;
    }
    for (int at = 0; at < bytes.length - 8; at++) {
      int here =
          (bytes[at] & 0xff)
              | (bytes[at + 1] & 0xff) << 8
              | (bytes[at + 2] & 0xff) << 16
              | bytes[at + 3] << 24;
      if (here == hash) {
        bytes[at + 4] |= WEAK;
      }
    }
    Files.write(program, bytes);
  }

  private Inspection inspect() throws IOException {
    return new ElfLoader(
            new ElfSurroundings(
                Path.of("/"),
                program.getParent().toString(),
                Map.of(),
                List.of(),
                false,
                Optional.empty()),
            new Binaries())
        .inspect(program);
  }

  private static String run(Path in, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }
}
