package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pyo3doctor.snapshot.Inspection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs linked with random run paths, beside libraries that fit or are for another processor,
 * started for real: what the loader says is what was foretold. Some in every run, 300 with {@code
 * -Ddifferential=true}. Skipped where there is no gcc.
 */
class ElfLayoutsTest {
  private static final List<String> FOLDERS = List.of("a", "b", "c");

  @TempDir private Path folder;

  @Test
  void theLoaderSaysWhatWasForetold() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")));
    assumeTrue(Files.isExecutable(Path.of("/lib64/ld-linux-x86-64.so.2")));
    Path home = folder.toRealPath();
    Files.writeString(home.resolve("f.c"), "int f(void) { return 0; }");
    Files.writeString(home.resolve("m.c"), "int f(void); int main(void) { return f(); }");
    run(home, "", "gcc", "-shared", "-fPIC", "-o", "libf.so", "f.c");
    byte[] library = Files.readAllBytes(home.resolve("libf.so"));
    Random random = new Random(5);
    int layouts = Boolean.getBoolean("differential") ? 300 : 12;
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < layouts; i++) {
      Path place = Files.createDirectories(home.resolve("layout" + i));
      for (String name : FOLDERS) {
        Files.createDirectories(place.resolve(name));
        byte[] bytes = library.clone();
        int kind = random.nextInt(4);
        bytes[4] = kind == 1 ? 1 : bytes[4];
        bytes[18] = kind == 2 ? 3 : bytes[18];
        if (kind != 3) {
          Files.write(place.resolve(name).resolve("libf.so"), bytes);
        }
      }
      String tags = random.nextBoolean() ? "-Wl,--enable-new-dtags" : "-Wl,--disable-new-dtags";
      String path = "-Wl,-rpath,$ORIGIN/" + any(random) + ":" + any(random);
      run(home, "", "gcc", "-o", place + "/m", "m.c", "-L.", "-lf", tags, path);
      String variable = random.nextInt(3) == 0 ? "" : any(random) + ";" + any(random);
      String said = run(place, variable, "./m").strip();
      Inspection foretold =
          new ElfLoader(
                  new ElfSurroundings(
                      Path.of("/"),
                      place.toString(),
                      Map.of("LD_LIBRARY_PATH", variable),
                      List.of(),
                      false,
                      Optional.empty()),
                  new Binaries())
              .inspect(place.resolve("m"));
      String expected =
          foretold
              .status()
              .map(status -> "./m: error while loading shared libraries: " + status)
              .orElse("");
      if (!said.equals(expected)) {
        differences.add(said + " | " + expected + " | " + foretold.needs());
      }
    }
    assertThat(differences).isEmpty();
  }

  private static String any(Random random) {
    return FOLDERS.get(random.nextInt(FOLDERS.size()));
  }

  private static String run(Path in, String libraryPath, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("LD_LIBRARY_PATH", libraryPath);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }
}
