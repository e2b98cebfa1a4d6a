package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Reads the fixtures, and with {@code -Dpe.folder=DIR} every PE file below that folder, both with
 * our reader and with {@code objdump -p}, and compares. Skipped where there is no objdump.
 */
class PeReaderAgainstObjdumpTest {
  private static final Pattern IMPORT = Pattern.compile("\\s*DLL Name: (.+)");
  private static final Pattern FORWARDER =
      Pattern.compile("\\s*\\[\\s*\\d+\\] \\+base\\[\\s*\\d+\\] [0-9a-f]+ Forwarder RVA -- (.+)");
  private static final Pattern EXPORT =
      Pattern.compile("\\s*\\[\\s*\\d+\\] (?:\\+base\\[\\s*\\d+\\]\\s+)?(?:[0-9a-f]{4} )?(\\S+)");

  private record Tables(List<String> imports, List<String> exports, List<String> forwarders) {}

  @Test
  void bothSeeTheSameTables() throws IOException, InterruptedException {
    assumeTrue(objdumpExists());
    List<Path> files = new ArrayList<>(PeFixtures.all());
    String folder = System.getProperty("pe.folder", "");
    if (!folder.isEmpty()) {
      files.addAll(PeFixtures.below(Path.of(folder)));
    }
    int compared = 0;
    for (Path file : files) {
      Optional<Tables> known = objdump(file);
      if (known.isEmpty()) {
        continue;
      }
      compared++;
      PeFile ours = new PeReader().read(file);
      Tables theirs = known.get();
      assertThat(ours.imports().stream().map(PeImport::library))
          .as(file.toString())
          .containsExactlyElementsOf(theirs.imports());
      assertThat(ours.exports().stream().map(PeExport::name))
          .as(file.toString())
          .containsExactlyElementsOf(theirs.exports());
      assertThat(ours.exports().stream().flatMap(export -> export.forwarder().stream()))
          .as(file.toString())
          .containsExactlyInAnyOrderElementsOf(theirs.forwarders());
    }
    System.getLogger("pe").log(System.Logger.Level.INFO, compared + " files compared");
    assertThat(compared).isPositive();
  }

  private static boolean objdumpExists() throws InterruptedException {
    try {
      return new ProcessBuilder("objdump", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** Empty for a processor that this objdump was not built for. */
  private static Optional<Tables> objdump(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("objdump", "-p", file.toString()).redirectErrorStream(true).start();
    Tables tables = new Tables(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    boolean names = false;
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Matcher imported = IMPORT.matcher(line);
        Matcher forwarder = FORWARDER.matcher(line);
        Matcher export = EXPORT.matcher(line);
        if (line.startsWith("[Ordinal/Name Pointer] Table")) {
          names = true;
        } else if (line.isBlank()) {
          names = false;
        } else if (imported.matches()) {
          tables.imports().add(imported.group(1));
        } else if (forwarder.matches()) {
          tables.forwarders().add(forwarder.group(1));
        } else if (names && export.matches()) {
          tables.exports().add(export.group(1));
        }
      }
    }
    return process.waitFor() == 0 ? Optional.of(tables) : Optional.empty();
  }
}
