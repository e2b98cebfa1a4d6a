package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads the fixtures and this Java's own libraries, and with {@code -Delf.folder=DIR} every ELF
 * file below that folder, both with our reader and with {@code readelf}, and compares. Skipped
 * where there is no readelf.
 */
class ElfReaderAgainstReadelfTest {
  private static final Pattern ENTRY =
      Pattern.compile("\\s*0x[0-9a-f]+ \\((NEEDED|SONAME|RPATH|RUNPATH)\\).*\\[(.*)]");
  private static final Pattern INTERPRETER =
      Pattern.compile("\\s*\\[Requesting program interpreter: (.*)]");
  private static final Pattern SYMBOL =
      Pattern.compile(
          "\\s*\\d+: [0-9a-f]+\\s+\\S+\\s+\\S+\\s+(GLOBAL|WEAK|UNIQUE|<OS specific>:"
              + " 10)\\s+\\S+\\s+(?:\\[.*]\\s+)?(\\S+)\\s+(\\S.*?)\\s*");
  private static final Pattern NEED = Pattern.compile(".*Version: 1 {2}File: (\\S+) {2}Cnt: .*");
  private static final Pattern NEEDED_VERSION =
      Pattern.compile(".* Name: (\\S+) {2}Flags: .*Version: \\d+");

  /** What {@code readelf} prints, in the words of {@link ElfFile}. */
  private static final class Printed {
    private final List<String> needed = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> rpath = new ArrayList<>();
    private final List<String> runpath = new ArrayList<>();
    private final List<String> interpreters = new ArrayList<>();
    private final List<String> undefined = new ArrayList<>();
    private final List<String> defined = new ArrayList<>();
    private final List<String> versions = new ArrayList<>();
    private String versionsOf = "";

    private void take(String line) {
      Matcher entry = ENTRY.matcher(line);
      Matcher interpreter = INTERPRETER.matcher(line);
      Matcher symbol = SYMBOL.matcher(line);
      Matcher need = NEED.matcher(line);
      Matcher version = NEEDED_VERSION.matcher(line);
      if (line.startsWith("Version definition section")) {
        versionsOf = "";
      } else if (entry.matches()) {
        switch (entry.group(1)) {
          case "NEEDED" -> needed.add(entry.group(2));
          case "SONAME" -> names.add(entry.group(2));
          case "RPATH" -> rpath.addAll(List.of(entry.group(2).split(":", -1)));
          default -> runpath.addAll(List.of(entry.group(2).split(":", -1)));
        }
      } else if (interpreter.matches()) {
        interpreters.add(interpreter.group(1));
      } else if (symbol.matches()) {
        String weak = symbol.group(1).equals("WEAK") ? " weak" : "";
        String name = symbol.group(3).replaceAll(" \\(\\d+\\)$", "").replace("@@", "@") + weak;
        (symbol.group(2).equals("UND") ? undefined : defined).add(name);
      } else if (need.matches()) {
        versionsOf = need.group(1);
      } else if (version.matches() && !versionsOf.isEmpty()) {
        versions.add(versionsOf + " " + version.group(1));
      }
    }
  }

  @Test
  void bothSeeTheSame() throws IOException, InterruptedException {
    assumeTrue(readelfExists());
    List<Path> files = new ArrayList<>(below(Path.of("src/test/resources/elf")));
    files.addAll(below(Path.of(System.getProperty("java.home"), "lib")));
    String folder = System.getProperty("elf.folder", "");
    if (!folder.isEmpty()) {
      files.addAll(below(Path.of(folder)));
    }
    int compared = 0;
    for (Path file : files) {
      Optional<Printed> printed = readelf(file);
      if (printed.isEmpty()) {
        continue;
      }
      compared++;
      compare(file, new ElfReader().read(file), printed.get());
    }
    System.getLogger("elf").log(System.Logger.Level.INFO, compared + " files compared");
    assertThat(compared).isPositive();
  }

  /** Lists of a hundred thousand names are no message: the first that differ are. */
  private static void compareNames(Path file, String what, List<String> ours, List<String> theirs) {
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      assertThat(ours.get(i)).as("%s: %s %d", file, what, i).isEqualTo(theirs.get(i));
    }
    assertThat(ours.size()).as("%s: %s", file, what).isEqualTo(theirs.size());
  }

  private static void compare(Path file, ElfFile ours, Printed theirs) {
    String name = file.toString();
    assertThat(ours.needed()).as(name).isEqualTo(theirs.needed);
    assertThat(ours.name().stream().toList()).as(name).isEqualTo(theirs.names);
    assertThat(ours.rpath()).as(name).isEqualTo(theirs.rpath);
    assertThat(ours.runpath()).as(name).isEqualTo(theirs.runpath);
    assertThat(ours.interpreter().stream().toList()).as(name).isEqualTo(theirs.interpreters);
    compareNames(file, "undefined", printed(ours.undefined()), theirs.undefined);
    compareNames(file, "defined", printed(ours.defined()), theirs.defined);
    List<String> versions =
        ours.versionNeeds().stream()
            .flatMap(need -> need.versions().stream().map(each -> need.library() + " " + each))
            .toList();
    compareNames(file, "version", versions, theirs.versions);
  }

  private static List<String> printed(List<ElfSymbol> symbols) {
    return symbols.stream().map(ElfReaderAgainstReadelfTest::printed).toList();
  }

  /** {@code readelf} leaves out the version of the symbol that stands for the version itself. */
  private static String printed(ElfSymbol symbol) {
    return symbol.name()
        + symbol
            .version()
            .filter(version -> !version.equals(symbol.name()))
            .map(version -> "@" + version)
            .orElse("")
        + (symbol.weak() ? " weak" : "");
  }

  private static List<Path> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(ElfReaderAgainstReadelfTest::isElf)
          .sorted()
          .toList();
    }
  }

  private static boolean isElf(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(18);
      boolean runs = start.length == 18 && (start[16] == 2 || start[16] == 3);
      return runs && start[0] == 0x7f && start[1] == 'E' && start[2] == 'L' && start[3] == 'F';
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean readelfExists() throws InterruptedException {
    try {
      return new ProcessBuilder("readelf", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Printed> readelf(Path file) throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder("readelf", "-W", "-l", "-d", "--dyn-syms", "-V", file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    command.environment().put("LC_ALL", "C");
    Process process = command.start();
    Printed printed = new Printed();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        printed.take(line);
      }
    }
    return process.waitFor() == 0 ? Optional.of(printed) : Optional.empty();
  }
}
