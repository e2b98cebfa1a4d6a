package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Reads the fixtures and this Java's own libraries, with {@code -Ddifferential=true} also every ELF
 * file of {@code /usr/lib}, and with {@code -Delf.folder=DIR} those below that folder, both with
 * our reader and with {@code readelf}, and compares. Skipped where there is no readelf.
 */
class ElfReaderAgainstReadelfTest {
  private static final AskedTool READELF =
      new AskedTool(
          List.of("readelf", "-W", "-h", "-l", "-d", "--dyn-syms", "-V"),
          Pattern.compile("File: (.*)"));
  private static final Pattern HEADER =
      Pattern.compile("\\s*(Class|Type|Machine):\\s+(\\S.*?)(?: \\(.*\\))?");
  private static final Pattern ENTRY =
      Pattern.compile("\\s*0x[0-9a-f]+ \\((NEEDED|SONAME|RPATH|RUNPATH)\\).*?\\[(.*)]");
  private static final Pattern FLAGS =
      Pattern.compile("\\s*0x[0-9a-f]+ \\((FLAGS|FLAGS_1|BIND_NOW)\\)\\s*(?:Flags: )?(.*)");
  private static final Pattern INTERPRETER =
      Pattern.compile("\\s*\\[Requesting program interpreter: (.*)]");
  private static final Pattern SYMBOL =
      Pattern.compile(
          "\\s*\\d+: [0-9a-f]+\\s+\\S+\\s+\\S+\\s+(GLOBAL|WEAK|UNIQUE|<OS specific>:"
              + " 10)\\s+\\S+\\s+(?:\\[.*]\\s+)?(\\S+)\\s+(\\S.*?)\\s*");
  private static final Pattern NEED = Pattern.compile(".*Version: 1 {2}File: (\\S+) {2}Cnt: .*");
  private static final Pattern NEEDED_VERSION =
      Pattern.compile(".* Name: (\\S+) {2}Flags: (.*?)\\s+Version: \\d+");
  private static final Pattern DEFINED_VERSION =
      Pattern.compile(".* Rev: 1 {2}Flags: .* Index: \\d+ {2}Cnt: \\d+ {2}Name: (\\S+)");

  /** How {@code readelf} calls the processors that it was tried with, and their numbers. */
  private static final Map<String, Integer> MACHINES =
      Map.of(
          "Intel 80386", 3,
          "PowerPC64", 21,
          "IBM S/390", 22,
          "ARM", 40,
          "Advanced Micro Devices X86-64", 62,
          "AArch64", 183,
          "RISC-V", 243,
          "Linux BPF", 247);

  /** What {@code readelf} prints of a file, in the words of {@link #seen}. */
  private static final class Printed {
    private final List<String> header = new ArrayList<>();
    private final List<String> needed = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<String> rpath = new ArrayList<>();
    private final List<String> runpath = new ArrayList<>();
    private final List<String> interpreters = new ArrayList<>();
    private final List<String> undefined = new ArrayList<>();
    private final List<String> defined = new ArrayList<>();
    private final List<String> needs = new ArrayList<>();
    private final List<String> definitions = new ArrayList<>();
    private boolean relocatable;
    private boolean binds;
    private boolean ignoresDefaults;
    private String versionsOf = "";

    private void take(String line) {
      Matcher head = HEADER.matcher(line);
      Matcher entry = ENTRY.matcher(line);
      Matcher flags = FLAGS.matcher(line);
      Matcher interpreter = INTERPRETER.matcher(line);
      Matcher symbol = SYMBOL.matcher(line);
      Matcher need = NEED.matcher(line);
      Matcher neededVersion = NEEDED_VERSION.matcher(line);
      Matcher definedVersion = DEFINED_VERSION.matcher(line);
      if (head.matches()) {
        takeHeader(head.group(1), head.group(2));
      } else if (entry.matches()) {
        switch (entry.group(1)) {
          case "NEEDED" -> needed.add(entry.group(2));
          case "SONAME" -> names.add(entry.group(2));
          case "RPATH" -> rpath.addAll(List.of(entry.group(2).split(":", -1)));
          default -> runpath.addAll(List.of(entry.group(2).split(":", -1)));
        }
      } else if (flags.matches()) {
        List<String> set = Arrays.asList(flags.group(2).split(" ", -1));
        binds |= set.contains("NOW") || line.contains("BIND_NOW");
        ignoresDefaults |= set.contains("NODEFLIB");
      } else if (interpreter.matches()) {
        interpreters.add(interpreter.group(1));
      } else if (symbol.matches()) {
        String weak = symbol.group(1).equals("WEAK") ? " weak" : "";
        String name = symbol.group(3).replaceAll(" \\(\\d+\\)$", "").replace("@@", "@") + weak;
        (symbol.group(2).equals("UND") ? undefined : defined).add(name);
      } else if (need.matches()) {
        versionsOf = need.group(1);
      } else if (neededVersion.matches()) {
        String weak = neededVersion.group(2).contains("WEAK") ? " weak" : "";
        needs.add(versionsOf + " " + neededVersion.group(1) + weak);
      } else if (definedVersion.matches()) {
        definitions.add(definedVersion.group(1));
      }
    }

    private void takeHeader(String what, String value) {
      switch (what) {
        case "Class" -> header.add("wide " + value.equals("ELF64"));
        case "Machine" -> header.add("machine " + MACHINES.getOrDefault(value, -1));
        default -> relocatable |= value.startsWith("REL");
      }
    }

    private List<String> lines() {
      return relocatable
          ? List.of("refused: an object file for the linker, no library or program, at offset 0x10")
          : ElfReaderAgainstReadelfTest.lines(
              header,
              List.of(
                  new Part("interpreter", interpreters),
                  new Part("needed", needed),
                  new Part("name", names),
                  new Part("rpath", rpath),
                  new Part("runpath", runpath),
                  new Part("binds at once", List.of("" + binds)),
                  new Part("ignores default folders", List.of("" + ignoresDefaults)),
                  new Part("needs version", needs.stream().sorted().toList()),
                  new Part("defines version", definitions),
                  new Part("undefined", undefined),
                  new Part("defined", defined)));
    }
  }

  private record Part(String what, List<String> values) {}

  private static List<String> lines(List<String> header, List<Part> parts) {
    List<String> lines = new ArrayList<>(header);
    parts.forEach(part -> part.values().forEach(value -> lines.add(part.what() + " " + value)));
    return lines;
  }

  private static List<String> seen(Path path) throws IOException {
    ElfFile file = new ElfReader().read(path);
    List<String> needs = new ArrayList<>();
    for (ElfVersionNeed need : file.versionNeeds()) {
      need.versions().forEach(version -> needs.add(need.library() + " " + version));
      need.weak().forEach(version -> needs.add(need.library() + " " + version + " weak"));
    }
    return lines(
        List.of("wide " + file.wide(), "machine " + file.machine()),
        List.of(
            new Part("interpreter", file.interpreter().stream().toList()),
            new Part("needed", file.needed()),
            new Part("name", file.name().stream().toList()),
            new Part("rpath", file.rpath()),
            new Part("runpath", file.runpath()),
            new Part("binds at once", List.of("" + file.bindsAtOnce())),
            new Part("ignores default folders", List.of("" + file.ignoresDefaultFolders())),
            new Part("needs version", needs.stream().sorted().toList()),
            new Part("defines version", file.versionDefinitions()),
            new Part("undefined", printed(file.undefined())),
            new Part("defined", printed(file.defined()))));
  }

  @Test
  void bothSeeTheSame() throws IOException, InterruptedException {
    assumeTrue(READELF.exists());
    List<Path> folders = new ArrayList<>(List.of(Path.of("src/test/resources/elf")));
    folders.add(Path.of(System.getProperty("java.home"), "lib"));
    if (Boolean.getBoolean("differential") && Files.isDirectory(Path.of("/usr/lib"))) {
      folders.add(Path.of("/usr/lib"));
    }
    String folder = System.getProperty("elf.folder", "");
    if (!folder.isEmpty()) {
      folders.add(Path.of(folder));
    }
    AskedTool.Comparison comparison =
        READELF.compare(
            AskedTool.below(folders, AskedTool::isElf),
            Printed::new,
            Printed::take,
            Printed::lines,
            ElfReaderAgainstReadelfTest::seen);
    System.getLogger("elf")
        .log(System.Logger.Level.INFO, comparison.compared() + " files compared");
    assertThat(comparison.compared()).isPositive();
    assertThat(comparison.differences()).as("of %d files", comparison.compared()).isEmpty();
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
}
