package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Reads the fixtures, with {@code -Ddifferential=true} also every PE file of {@code /usr/lib},
 * where Wine's and MinGW's are, and with {@code -Dpe.folder=DIR} those below that folder, both with
 * our reader and with {@code objdump -p} and {@code llvm-readobj}, and compares. Skipped where
 * those are missing.
 */
class PeReaderAgainstObjdumpTest {
  private static final AskedTool OBJDUMP =
      new AskedTool(List.of("objdump", "-p"), Pattern.compile("(.+): +file format pei?-\\S+"));
  private static final AskedTool READOBJ =
      new AskedTool(
          List.of("llvm-readobj", "--file-headers", "--coff-imports"),
          Pattern.compile("File: (.+)"));

  /** What a file asks of a library. */
  private record Asked(String how, String library, List<String> names, List<Integer> numbers) {
    Asked(String how, String library) {
      this(how, library, new ArrayList<>(), new ArrayList<>());
    }

    List<String> lines() {
      List<String> lines = new ArrayList<>(List.of(how + " " + library));
      names.forEach(name -> lines.add(how + " " + library + " " + name));
      numbers.forEach(number -> lines.add(how + " " + library + " #" + number));
      return lines;
    }
  }

  private static List<String> asked(String how, List<PeImport> imports) {
    return imports.stream()
        .map(one -> new Asked(how, one.library(), one.symbols(), one.ordinals()))
        .flatMap(one -> one.lines().stream())
        .toList();
  }

  private static String export(int ordinal, String name, Optional<String> forwarder) {
    return "export %d %s%s".formatted(ordinal, name, forwarder.map(to -> " -> " + to).orElse(""));
  }

  /** The tables of {@code objdump -p}: what is imported at the start, and what is exported. */
  private static final class Tables {
    private static final Pattern WIDE = Pattern.compile("Magic\\s+(020b|010b)\\s.*");
    private static final Pattern IMPORT = Pattern.compile("\\s*DLL Name: (.+)");
    private static final Pattern BY_NAME = Pattern.compile("\\s+[0-9a-f]+\\s+\\d+ {2}(\\S+)");
    private static final Pattern BY_NUMBER =
        Pattern.compile("\\s+[0-9a-f]*?([0-9a-f]{4})\\s+\\S+ {2}<none>");
    private static final Pattern BASE = Pattern.compile("Ordinal Base\\s+(\\d+)");
    private static final Pattern NUMBER =
        Pattern.compile(
            "\\s*\\[\\s*\\d+\\] \\+base\\[\\s*(\\d+)\\] [0-9a-f]+ (?:Export RVA|Forwarder RVA --"
                + " (.+))");
    private static final Pattern NAME =
        Pattern.compile(
            "\\s*\\[\\s*(\\d+)\\] (?:\\+base\\[\\s*\\d+\\]\\s+)?(?:[0-9a-f]{4} )?(\\S+)");

    /**
     * @param index counted from the base
     */
    private record Named(int index, String name) {}

    private final List<String> header = new ArrayList<>();
    private final List<Asked> imports = new ArrayList<>();
    private final Map<Integer, Optional<String>> numbered = new TreeMap<>();
    private final List<Named> named = new ArrayList<>();
    private int base;
    private boolean names;

    private void take(String line) {
      Matcher wide = WIDE.matcher(line);
      Matcher imported = IMPORT.matcher(line);
      Matcher byNumber = BY_NUMBER.matcher(line);
      Matcher byName = BY_NAME.matcher(line);
      Matcher first = BASE.matcher(line);
      Matcher number = NUMBER.matcher(line);
      Matcher name = NAME.matcher(line);
      if (wide.matches()) {
        header.add("wide " + wide.group(1).equals("020b"));
      } else if (line.startsWith("[Ordinal/Name Pointer] Table")) {
        names = true;
      } else if (line.isBlank()) {
        names = false;
      } else if (imported.matches()) {
        imports.add(new Asked("import", imported.group(1)));
      } else if (byNumber.matches()) {
        imports.getLast().numbers().add(Integer.parseInt(byNumber.group(1), 16));
      } else if (first.matches()) {
        base = Integer.parseInt(first.group(1));
      } else if (number.matches()) {
        numbered.put(Integer.parseInt(number.group(1)), Optional.ofNullable(number.group(2)));
      } else if (names && name.matches()) {
        named.add(new Named(Integer.parseInt(name.group(1)), name.group(2)));
      } else if (!imports.isEmpty() && byName.matches() && named.isEmpty()) {
        imports.getLast().names().add(byName.group(1));
      }
    }

    private List<String> lines() {
      List<String> lines = new ArrayList<>(header);
      imports.forEach(one -> lines.addAll(one.lines()));
      for (Named one : named) {
        int number = base + one.index();
        lines.add(export(number, one.name(), numbered.getOrDefault(number, Optional.empty())));
      }
      numbered.forEach((number, to) -> lines.add(export(number, "", to)));
      return lines;
    }
  }

  private static List<String> tables(Path path) throws IOException {
    PeFile file = new PeReader().read(path);
    List<String> lines = new ArrayList<>(List.of("wide " + file.wide()));
    lines.addAll(asked("import", file.imports()));
    for (PeExport one : file.exports()) {
      lines.add(export(one.ordinal(), one.name(), one.forwarder()));
    }
    new TreeMap<>(file.ordinals()).forEach((number, to) -> lines.add(export(number, "", to)));
    return lines;
  }

  /** What {@code llvm-readobj} prints: headers, and what is imported at the start or later. */
  private static final class Headers {
    private static final Pattern HEAD =
        Pattern.compile(
            "\\s+(Machine|SectionCount|Magic|ImageBase|Name): (?:\\S+ \\((\\S+)\\)|(.+))");
    private static final Pattern BY_NAME = Pattern.compile("\\s+Symbol: (\\S+) \\(\\d+\\)");
    private static final Pattern BY_NUMBER = Pattern.compile("\\s+Symbol: {1,2}\\((\\d+)\\)");

    private final List<String> header = new ArrayList<>();
    private final List<Asked> imports = new ArrayList<>();
    private String how = "";
    private boolean dll;

    private void take(String line) {
      Matcher head = HEAD.matcher(line);
      Matcher byNumber = BY_NUMBER.matcher(line);
      Matcher byName = BY_NAME.matcher(line);
      if (line.equals("Import {")) {
        how = "import";
      } else if (line.equals("DelayImport {")) {
        how = "delayed";
      } else if (line.contains("IMAGE_FILE_DLL (")) {
        dll = true;
      } else if (head.matches()) {
        String value = Optional.ofNullable(head.group(2)).orElse(head.group(3));
        switch (head.group(1)) {
          case "Machine" -> header.add("machine " + Integer.decode(value));
          case "SectionCount" -> header.add("sections " + value);
          case "Magic" -> {
            if (!value.equals("MZ")) {
              header.add("wide " + value.equals("0x20B"));
            }
          }
          case "ImageBase" -> header.add("base " + Long.decode(value));
          default -> imports.add(new Asked(how, value));
        }
      } else if (byNumber.matches()) {
        imports.getLast().numbers().add(Integer.valueOf(byNumber.group(1)));
      } else if (byName.matches()) {
        imports.getLast().names().add(byName.group(1));
      }
    }

    private List<String> lines() {
      List<String> lines = new ArrayList<>(header);
      if (header.isEmpty()) {
        return lines;
      }
      lines.add("dll " + dll);
      imports.forEach(one -> lines.addAll(one.lines()));
      return lines;
    }
  }

  private static List<String> headers(Path path) throws IOException {
    PeFile file = new PeReader().read(path);
    List<String> lines = new ArrayList<>();
    try (SeekableByteChannel channel = Files.newByteChannel(path)) {
      FileWindow window = new FileWindow(channel);
      PeHeaders headers = PeHeaders.read(window, window.u32(0x3c) + 4);
      lines.add("machine " + file.machine());
      lines.add("sections " + headers.sections().size());
      lines.add("wide " + file.wide());
      lines.add("base " + headers.imageBase());
      lines.add("dll " + file.dll());
    }
    lines.addAll(asked("import", file.imports()));
    lines.addAll(asked("delayed", file.delayImports()));
    return lines;
  }

  @Test
  void objdumpSeesTheSameImportsAndExports() throws IOException, InterruptedException {
    assumeTrue(OBJDUMP.exists());
    check(
        OBJDUMP.compare(
            files(), Tables::new, Tables::take, Tables::lines, PeReaderAgainstObjdumpTest::tables));
  }

  @Test
  void readobjSeesTheSameHeadersAndImportsAndDelayedImports()
      throws IOException, InterruptedException {
    assumeTrue(READOBJ.exists());
    check(
        READOBJ.compare(
            files(),
            Headers::new,
            Headers::take,
            Headers::lines,
            PeReaderAgainstObjdumpTest::headers));
  }

  private static List<Path> files() throws IOException {
    List<Path> folders = new ArrayList<>(List.of(PeFixtures.FOLDER));
    if (Boolean.getBoolean("differential") && Files.isDirectory(Path.of("/usr/lib"))) {
      folders.add(Path.of("/usr/lib"));
    }
    String folder = System.getProperty("pe.folder", "");
    if (!folder.isEmpty()) {
      folders.add(Path.of(folder));
    }
    return AskedTool.below(folders, AskedTool::isPe);
  }

  private static void check(AskedTool.Comparison comparison) {
    System.getLogger("pe").log(System.Logger.Level.INFO, comparison.compared() + " files compared");
    assertThat(comparison.compared()).isPositive();
    assertThat(comparison.differences()).as("of %d files", comparison.compared()).isEmpty();
  }
}
