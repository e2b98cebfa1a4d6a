package io.github.pyo3doctor.binary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.Need;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Programs and libraries of this machine, examined here and listed by this machine's loader, which
 * runs none of their code when it lists. Some in every run, all with {@code -Ddifferential=true}.
 * Skipped where there is no such loader.
 */
class ElfLoaderAgainstLdSoTest {
  private static final Path LOADER = Path.of("/lib64/ld-linux-x86-64.so.2");
  private static final int SOME = 60;
  private static final Pattern FOUND =
      Pattern.compile("\\t(\\S.*) => (.*?)(?: \\(0x[0-9a-f]+\\))?");

  /** How a need that names a path is listed. */
  private static final Pattern DIRECT = Pattern.compile("\\t(/.*) \\(0x[0-9a-f]+\\)");

  @Test
  void bothFindTheSameLibraries() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(LOADER));
    boolean all = Boolean.getBoolean("differential");
    List<Path> files = candidates();
    int step = all ? 1 : Math.max(1, files.size() / SOME);
    ElfLoader loader =
        new ElfLoader(
            new ElfSurroundings(
                Path.of("/"),
                Path.of("").toAbsolutePath().toString(),
                Map.of(),
                levels(),
                false,
                Optional.empty()),
            new Binaries());
    int compared = 0;
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < files.size(); i += step) {
      String listed = list(files.get(i));
      if (!listed.startsWith("\t") || listed.contains("statically linked")) {
        continue;
      }
      compared++;
      Map<String, String> theirs = theirs(listed);
      Map<String, String> ours = ours(loader.inspect(files.get(i)), theirs);
      if (!ours.equals(theirs)) {
        differences.add("%s%n  ours   %s%n  theirs %s".formatted(files.get(i), ours, theirs));
      }
    }
    System.getLogger("elf").log(System.Logger.Level.INFO, compared + " files compared");
    assertThat(compared).isPositive();
    assertThat(differences).as("of %d files", compared).isEmpty();
  }

  /** A library that is asked for by two names is listed by the first alone. */
  private static Map<String, String> ours(Inspection inspection, Map<String, String> theirs) {
    Map<String, String> ours = new TreeMap<>();
    List<String> seen = new ArrayList<>();
    for (Need need : inspection.needs()) {
      String found = need.found().orElse("not found");
      boolean loader = found.equals(LOADER.toString());
      boolean again = !found.equals("not found") && seen.contains(found);
      if (!loader && !again) {
        ours.put(need.name().contains("/") ? found : need.name(), found);
        seen.add(found);
      }
    }
    theirs.remove("linux-vdso.so.1");
    return ours;
  }

  private static Map<String, String> theirs(String listed) {
    Map<String, String> found = new TreeMap<>();
    for (String line : listed.split("\n", -1)) {
      Matcher matcher = FOUND.matcher(line);
      if (matcher.matches() && !matcher.group(2).equals(LOADER.toString())) {
        found.put(matcher.group(1), matcher.group(2));
      }
      Matcher direct = DIRECT.matcher(line);
      if (direct.matches()
          && !line.contains(" => ")
          && !direct.group(1).equals(LOADER.toString())) {
        found.put(direct.group(1), direct.group(1));
      }
    }
    return found;
  }

  private static List<Path> candidates() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : List.of("/usr/bin", "/usr/lib")) {
      try (Stream<Path> below = Files.walk(Path.of(folder))) {
        below
            .filter(Files::isRegularFile)
            .filter(path -> !Files.isSymbolicLink(path))
            .filter(ElfLoaderAgainstLdSoTest::isOurs)
            .sorted()
            .forEach(files::add);
      }
    }
    return files;
  }

  /** A library or program for x86-64; relocatable objects and core files are none. */
  private static boolean isOurs(Path path) {
    try (InputStream stream = Files.newInputStream(path)) {
      byte[] head = stream.readNBytes(20);
      return head.length == 20
          && head[0] == 0x7f
          && head[1] == 'E'
          && head[2] == 'L'
          && head[3] == 'F'
          && head[4] == 2
          && (head[16] == 2 || head[16] == 3)
          && head[18] == 62;
    } catch (IOException _) {
      return false;
    }
  }

  private static List<String> levels() throws IOException, InterruptedException {
    return run(Map.of(), LOADER.toString(), "--help")
        .lines()
        .filter(line -> line.contains("x86-64-v") && line.contains("searched"))
        .map(line -> line.strip().split(" ", -1)[0])
        .toList();
  }

  private static String list(Path path) throws IOException, InterruptedException {
    return run(Map.of(), LOADER.toString(), "--list", path.toString());
  }

  private static String run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().remove("LD_LIBRARY_PATH");
    builder.environment().putAll(environment);
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return text;
  }
}
