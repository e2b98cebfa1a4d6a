package io.github.pyo3doctor.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pyo3doctor.binary.Binaries;
import io.github.pyo3doctor.binary.LoadingWay;
import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Need;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lays programs, modules and libraries out at random, lets Wine's loader load them, and compares
 * with what {@code inspect} says: whether it loads, and from where each library comes. A short run
 * wherever {@code wine} and mingw-w64 are; {@code -Dlayouts=1000} for a long one.
 *
 * <p>Where Wine is known to differ from Windows, what Wine does is expected: see decision 16.
 */
class RandomLayoutsAgainstWineTest {
  private static final int LAYOUTS = Integer.getInteger("layouts", 12);
  private static final long FIRST_SEED = Long.getLong("seed", 1L);

  /** {@code STATUS_DLL_NOT_FOUND}: what Wine says of every library that cannot be had. */
  private static final String CANNOT_START = "c0000135";

  /** 1000 and {@code ERROR_MOD_NOT_FOUND}, from the host. */
  private static final String CANNOT_IMPORT = "00000466";

  /** What Wine raises at the call of a symbol that was missing when the file was loaded. */
  private static final String MISSING_WHEN_CALLED = "80000100";

  private static final List<String> FOLDERS = List.of("app", "mod", "cwd", "p1", "p2", "add");

  @TempDir static Path folder;

  private record Layout(
      int number, LoadingWay way, boolean added, boolean linked, String expectedFile) {}

  @BeforeAll
  static void buildThePoolAndAPrefix() throws IOException, InterruptedException {
    assumeTrue(
        Stream.of("wine", "x86_64-w64-mingw32-gcc", "i686-w64-mingw32-gcc")
            .allMatch(tool -> Files.isExecutable(Path.of("/usr/bin", tool))),
        "wine and mingw-w64 are not all here");
    run("src/test/resources/pe/layouts/build.sh", folder.resolve("pool").toString());
    run("wineboot", "-i");
  }

  @Test
  void whatIsPredictedIsWhatWineDoes() throws IOException, InterruptedException {
    List<Layout> layouts = new ArrayList<>();
    List<String> commands = new ArrayList<>();
    for (int i = 0; i < LAYOUTS; i++) {
      Layout layout = laidOut(i, new Random(FIRST_SEED + i));
      layouts.add(layout);
      commands.add(command(layout));
    }
    Path list = Files.write(drive().resolve("list.txt"), commands);
    run("wine", folder.resolve("pool/x64/driver.exe").toString(), "C:\\list.txt", "C:\\codes.txt");
    List<String> codes = Files.readAllLines(drive().resolve("codes.txt"));
    assertThat(list).exists();
    assertThat(codes).hasSize(LAYOUTS);

    List<String> differences = new ArrayList<>();
    Map<LoadOutcome, Integer> outcomes = new EnumMap<>(LoadOutcome.class);
    for (Layout layout : layouts) {
      Inspection predicted = predicted(layout);
      outcomes.merge(predicted.outcome(), 1, Integer::sum);
      String wine =
          codes.get(layout.number()).strip()
              + " "
              + Files.readString(root(layout.number()).resolve("out.txt")).strip();
      String expected = expected(predicted, layout);
      if (!matches(expected, wine)) {
        differences.add(
            "seed %d, %s: Wine: %s; predicted: %s, %s"
                .formatted(
                    FIRST_SEED + layout.number(), layout, wine, expected, predicted.needs()));
      }
    }

    assertThat(differences).as("of %d layouts, %s", LAYOUTS, outcomes).isEmpty();
    assertThat(outcomes).as("every outcome occurs").hasSizeGreaterThanOrEqualTo(3);
    Files.writeString(
        Path.of("target/wine-layouts.txt"), LAYOUTS + " layouts agree: " + outcomes + "\n");
  }

  private static Layout laidOut(int number, Random random) throws IOException {
    Path root = root(number);
    for (String each : FOLDERS) {
      Files.createDirectories(root.resolve(each));
    }
    LoadingWay way = random.nextBoolean() ? LoadingWay.EXE : LoadingWay.PYTHON_IMPORT;
    boolean linked = way == LoadingWay.PYTHON_IMPORT && random.nextInt(4) == 0;
    for (String library : List.of("a", "b", "f")) {
      for (String each : FOLDERS) {
        if (random.nextInt(3) == 0) {
          put(variant(library, random), root.resolve(each).resolve(name(library, random)));
        }
      }
    }
    if (linked) {
      Files.deleteIfExists(root.resolve("app/B.DLL"));
      put("x64/b.dll", root.resolve("app/b.dll"));
    }
    if (way == LoadingWay.EXE) {
      put("x64/program.exe", root.resolve("app/program.exe"));
    } else {
      put(linked ? "x64/host-linked.exe" : "x64/host.exe", root.resolve("app/python.exe"));
      put("x64/module.pyd", root.resolve("mod/module.pyd"));
    }
    String file = way == LoadingWay.EXE ? "app/program.exe" : "mod/module.pyd";
    return new Layout(number, way, random.nextBoolean(), linked, file);
  }

  private static String name(String library, Random random) {
    String name = library + ".dll";
    return random.nextInt(4) == 0 ? name.toUpperCase(Locale.ROOT) : name;
  }

  private static String variant(String library, Random random) {
    String processor = random.nextInt(4) == 0 ? "x86/" : "x64/";
    List<String> variants =
        switch (library) {
          case "a" -> List.of("a.dll", "a.dll", "a-number.dll", "a-alone.dll");
          case "b" -> List.of("b.dll", "b.dll", "b.dll", "b-old.dll");
          default -> List.of("f.dll");
        };
    return processor + variants.get(random.nextInt(variants.size()));
  }

  private static void put(String from, Path to) throws IOException {
    Files.deleteIfExists(to);
    Files.copy(folder.resolve("pool").resolve(from), to);
  }

  private static String command(Layout layout) {
    String root = "C:\\L" + layout.number();
    String what =
        layout.way() == LoadingWay.EXE
            ? root + "\\app\\program.exe"
            : root
                + "\\app\\python.exe "
                + root
                + "\\mod\\module.pyd"
                + (layout.added() ? " " + root + "\\add" : "");
    return String.join("|", what, root + "\\cwd", path(layout), root + "\\out.txt");
  }

  private static String path(Layout layout) {
    String root = "C:\\L" + layout.number();
    return root + "\\p1;" + root + "\\p2;C:\\windows\\system32;C:\\windows";
  }

  private static Inspection predicted(Layout layout) throws IOException {
    String root = "C:\\L" + layout.number();
    return new WindowsInspection(
            Optional.of(layout.way()),
            Map.of('C', drive()),
            Optional.of(path(layout)),
            Optional.of(root + "\\cwd"),
            layout.way() == LoadingWay.EXE
                ? Optional.empty()
                : Optional.of(root + "\\app\\python.exe"),
            layout.added() ? List.of(root + "\\add") : List.of(),
            Optional.empty())
        .loader(new Binaries())
        .inspect(root(layout.number()).resolve(layout.expectedFile()));
  }

  private static String expected(Inspection predicted, Layout layout) {
    boolean onlyForwarder =
        predicted.needs().stream()
            .filter(need -> need.found().isEmpty())
            .allMatch(need -> need.neededBy().equalsIgnoreCase("f.dll"));
    return switch (predicted.outcome()) {
      case LOADS -> "00000000 " + places(predicted);
      case MISSING_SYMBOL -> MISSING_WHEN_CALLED;
      case NOT_FOUND, WRONG_ARCHITECTURE ->
          onlyForwarder
              ? MISSING_WHEN_CALLED
              : layout.way() == LoadingWay.EXE ? CANNOT_START : CANNOT_IMPORT;
      case UNKNOWN -> "nothing to compare";
    };
  }

  private static String places(Inspection predicted) {
    List<String> lines = new ArrayList<>();
    for (String library : List.of("a.dll", "b.dll", "f.dll")) {
      String place =
          predicted.needs().stream()
              .filter(need -> need.name().equalsIgnoreCase(library))
              .flatMap((Need need) -> need.found().stream())
              .findFirst()
              .orElse("-");
      lines.add(library + "=" + place);
    }
    return String.join("\n", lines);
  }

  private static boolean matches(String expected, String wine) {
    String seen = wine.replace("\r", "");
    return expected.startsWith("00000000")
        ? seen.equalsIgnoreCase(expected)
        : seen.startsWith(expected);
  }

  private static Path drive() {
    return folder.resolve("prefix/drive_c");
  }

  private static Path root(int number) {
    return drive().resolve("L" + number);
  }

  private static void run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("WINEPREFIX", folder.resolve("prefix").toString());
    builder.environment().put("WINEDEBUG", "-all");
    builder.environment().put("HOME", folder.toString());
    builder.environment().remove("DISPLAY");
    Process process =
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (!process.waitFor(600, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException(String.join(" ", command) + " did not end");
    }
    assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
  }
}
