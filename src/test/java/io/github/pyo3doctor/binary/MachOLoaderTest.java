package io.github.pyo3doctor.binary;

import static io.github.pyo3doctor.binary.MachOWriter.ARM64;
import static io.github.pyo3doctor.binary.MachOWriter.X86_64;
import static io.github.pyo3doctor.binary.MachOWriter.library;
import static io.github.pyo3doctor.binary.MachOWriter.program;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.snapshot.Inspection;
import io.github.pyo3doctor.snapshot.LoadOutcome;
import io.github.pyo3doctor.snapshot.Need;
import io.github.pyo3doctor.snapshot.SearchStep;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks of Macs with small files on them, and what dyld's sources say comes of each. */
class MachOLoaderTest {
  private static final String SYSTEM = "/usr/lib/libSystem.B.dylib";
  private static final int HARDENED = 0x1_0000;

  @TempDir private Path root;

  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void followLinks() throws IOException {
    root = root.toRealPath();
  }

  @Test
  void aProgramOfTheSystemsLibrariesLoadsThoughTheyLieOnNoDisk() throws IOException {
    put("app/tool", program(ARM64).needs(SYSTEM));

    Inspection seen = started("app/tool");

    assertThat(seen.outcome()).isEqualTo(LoadOutcome.LOADS);
    assertThat(steps(seen, SYSTEM))
        .containsExactly(new SearchStep("shared cache of macOS", "install name", "taken"));
    assertThat(seen.remarks()).anyMatch(remark -> remark.contains("shared cache and on no disk"));
  }

  @Test
  void aLibraryOfTheSystemThatNotEveryMacHasLeavesTheAnswerOpen() throws IOException {
    String name = "/usr/lib/libnewest.dylib";
    put("app/tool", program(ARM64).needs(name));

    assertThat(started("app/tool").outcome()).isEqualTo(LoadOutcome.UNKNOWN);

    sharedCache(name);
    assertThat(started("app/tool").outcome()).isEqualTo(LoadOutcome.LOADS);
  }

  @Test
  void anAbsoluteInstallNameIsLookedForThereOnly() throws IOException {
    put("app/tool", program(ARM64).needs("/opt/x/libx.dylib").rpath("/app"));
    put("app/libx.dylib", library(ARM64));

    Inspection seen = started("app/tool");

    assertThat(seen.outcome()).isEqualTo(LoadOutcome.NOT_FOUND);
    assertThat(seen.status())
        .contains(
            "Library not loaded: /opt/x/libx.dylib, referenced from /app/tool, tried:"
                + " '/opt/x/libx.dylib' (no such file)");
    put("opt/x/libx.dylib", library(ARM64));
    assertThat(started("app/tool").outcome()).isEqualTo(LoadOutcome.LOADS);
  }

  @Test
  void theRunPathsOfAllWhoAskedAreTriedTheNearestFirst() throws IOException {
    put("app/tool", program(ARM64).needs("@rpath/liba.dylib").rpath("@executable_path/lib"));
    put(
        "app/lib/liba.dylib",
        library(ARM64).needs("@rpath/libb.dylib").rpath("@loader_path/own").rpath("/nowhere"));
    put("app/lib/libb.dylib", library(ARM64));

    Inspection seen = started("app/tool");

    assertThat(seen.outcome()).isEqualTo(LoadOutcome.LOADS);
    assertThat(steps(seen, "@rpath/libb.dylib"))
        .extracting(SearchStep::directory, SearchStep::rule, SearchStep::result)
        .containsExactly(
            tuple("/app/lib/own", "@loader_path/own of /app/lib/liba.dylib", "not there"),
            tuple("/nowhere", "/nowhere of /app/lib/liba.dylib", "not there"),
            tuple("/app/lib", "@executable_path/lib of /app/tool", "taken"));
  }

  @Test
  void whoeverAskedFirstLeavesHisRunPathsToThose() throws IOException {
    // libb is first asked for by the program, and its needs are followed as those of liba, whose
    // turn comes first: so liba's run path counts, though the program found libb.
    put("app/tool", program(ARM64).needs("/app/liba.dylib").needs("/app/libb.dylib"));
    put("app/liba.dylib", library(ARM64).needs("/app/libb.dylib").rpath("/app/only"));
    put("app/libb.dylib", library(ARM64).needs("@rpath/libc.dylib"));
    put("app/only/libc.dylib", library(ARM64));

    assertThat(started("app/tool").outcome()).isEqualTo(LoadOutcome.LOADS);
  }

  @Test
  void noRunPathAtAllIsSaid() throws IOException {
    put("app/tool", program(ARM64).needs("@rpath/libpython3.12.dylib"));

    Inspection seen = started("app/tool");

    assertThat(seen.outcome()).isEqualTo(LoadOutcome.NOT_FOUND);
    assertThat(seen.status().orElseThrow()).endsWith("no LC_RPATH's found");
  }

  @Test
  void theVariableComesBeforeTheInstallNameAndTheFallbackBehind() throws IOException {
    put("app/tool", program(ARM64).needs("/opt/x/libx.dylib"));
    put("opt/x/libx.dylib", library(ARM64));
    put("late/libx.dylib", library(ARM64));
    environment.put("DYLD_FALLBACK_LIBRARY_PATH", "/late");

    assertThat(needs(started("app/tool"))).containsValue(Optional.of("/opt/x/libx.dylib"));
    Files.delete(root.resolve("opt/x/libx.dylib"));
    assertThat(needs(started("app/tool"))).containsValue(Optional.of("/late/libx.dylib"));
    put("early/libx.dylib", library(ARM64));
    environment.put("DYLD_LIBRARY_PATH", "/none:/early");
    assertThat(needs(started("app/tool"))).containsValue(Optional.of("/early/libx.dylib"));
  }

  @Test
  void aFrameworkIsLookedForByItsFolder() throws IOException {
    String name = "/Library/Frameworks/Python.framework/Versions/3.12/Python";
    put("app/tool", program(ARM64).needs(name));
    put("mine/Python.framework/Versions/3.12/Python", library(ARM64));
    environment.put("DYLD_LIBRARY_PATH", "/mine/Python.framework/Versions/3.12");

    assertThat(started("app/tool").outcome()).isEqualTo(LoadOutcome.NOT_FOUND);

    environment.put("DYLD_FRAMEWORK_PATH", "/mine");
    assertThat(needs(started("app/tool")))
        .containsEntry(name, Optional.of("/mine/Python.framework/Versions/3.12/Python"));
  }

  @Test
  void onlyFilesOfOldSdksFallBackByThemselves() throws IOException {
    put("usr/local/lib/libx.dylib", library(ARM64));
    put("app/old", program(ARM64).madeFor(1, 11, 13).needs("/opt/x/libx.dylib"));
    put("app/new", program(ARM64).madeFor(1, 11, 14).needs("/opt/x/libx.dylib"));

    assertThat(started("app/old").outcome()).isEqualTo(LoadOutcome.LOADS);
    assertThat(started("app/new").outcome()).isEqualTo(LoadOutcome.NOT_FOUND);
  }

  @Test
  void programsThatAreGuardedIgnoreTheVariables() throws IOException {
    put("early/libx.dylib", library(ARM64));
    environment.put("DYLD_LIBRARY_PATH", "/early");
    String key = "<key>com.apple.security.cs.allow-dyld-environment-variables</key>";
    MachOWriter plain = program(ARM64).needs("@rpath/libx.dylib").signed(0, "");
    MachOWriter hardened = program(ARM64).needs("@rpath/libx.dylib").signed(HARDENED, "");
    MachOWriter entitled =
        program(ARM64)
            .needs("@rpath/libx.dylib")
            .signed(HARDENED, "<dict>" + key + "\n  <true/></dict>");
    MachOWriter denied =
        program(ARM64)
            .needs("@rpath/libx.dylib")
            .signed(HARDENED, "<dict>" + key + "\n  <false/></dict>");
    put("app/plain", plain);
    put("app/hardened", hardened);
    put("app/entitled", entitled);
    put("app/denied", denied);
    put("usr/bin/plain", plain);
    put("usr/local/bin/plain", plain);

    for (String loads : List.of("app/plain", "app/entitled", "usr/local/bin/plain")) {
      assertThat(started(loads).outcome()).as(loads).isEqualTo(LoadOutcome.LOADS);
    }
    for (String ignores : List.of("app/hardened", "app/denied", "usr/bin/plain")) {
      Inspection seen = started(ignores);
      assertThat(seen.outcome()).as(ignores).isEqualTo(LoadOutcome.NOT_FOUND);
      assertThat(seen.remarks())
          .anyMatch(remark -> remark.startsWith("/" + ignores + " ignores DYLD_LIBRARY_PATH: "));
    }
  }

  @Test
  void whatIsNeededWeaklyMayBeMissing() throws IOException {
    put("app/tool", program(ARM64).needsWeakly("/opt/x/libx.dylib"));

    Inspection seen = started("app/tool");

    assertThat(seen.outcome()).isEqualTo(LoadOutcome.LOADS);
    assertThat(steps(seen, "/opt/x/libx.dylib").getLast().result()).contains("goes on without");
  }

  @Test
  void aLibraryForAnotherProcessorIsPassedOver() throws IOException {
    put("app/tool", program(X86_64).needs("@rpath/libx.dylib").rpath("/a").rpath("/b"));
    put("a/libx.dylib", library(ARM64));

    Inspection seen = started("app/tool");

    assertThat(seen.outcome()).isEqualTo(LoadOutcome.WRONG_ARCHITECTURE);
    assertThat(seen.status().orElseThrow())
        .contains("incompatible architecture (have 'arm64', need 'x86_64')");
    put("b/libx.dylib", library(X86_64));
    assertThat(started("app/tool").outcome()).isEqualTo(LoadOutcome.LOADS);
  }

  @Test
  void aLibraryForAnotherSystemIsPassedOver() throws IOException {
    put("app/tool", program(ARM64).needs("/a/libx.dylib"));
    put("a/libx.dylib", library(ARM64).madeFor(2, 14, 14));

    assertThat(started("app/tool").outcome()).isEqualTo(LoadOutcome.NOT_FOUND);
  }

  @Test
  void eachSliceIsDecidedForItself() throws IOException {
    put("a/libx.dylib", library(ARM64));
    for (boolean wide : List.of(false, true)) {
      Files.write(
          root.resolve("tool"),
          MachOWriter.fat(
              wide, program(X86_64).needs("/a/libx.dylib"), program(ARM64).needs("/a/libx.dylib")));

      Inspection seen = started("tool");

      assertThat(seen.architecture()).isEqualTo("x86_64, arm64");
      assertThat(seen.outcome()).isEqualTo(LoadOutcome.LOADS);
      assertThat(seen.remarks())
          .anyMatch(r -> r.startsWith("In a process for x86_64 it is otherwise: wrong arch"));
    }
  }

  @Test
  void aNameIsAskedOfItsLibraryAndOfWhatThatReexports() throws IOException {
    put("app/tool", program(ARM64).needs("/a/libx.dylib").asksOfLast("f").asksOfLast("g"));
    put("a/libx.dylib", library(ARM64).offers("f").reexports("/a/liby.dylib"));
    put("a/liby.dylib", library(ARM64).offers("g"));

    assertThat(started("app/tool").outcome()).isEqualTo(LoadOutcome.LOADS);

    put("a/liby.dylib", library(ARM64));
    Inspection lazily = started("app/tool");
    assertThat(lazily.outcome()).isEqualTo(LoadOutcome.LOADS);
    assertThat(lazily.remarks()).anyMatch(remark -> remark.startsWith("/a/libx.dylib lacks g;"));
    Inspection imported = imported("app/tool", Optional.empty());
    assertThat(imported.outcome()).isEqualTo(LoadOutcome.MISSING_SYMBOL);
    assertThat(imported.status())
        .contains("Symbol not found: _g, referenced from /app/tool, expected in /a/libx.dylib");
  }

  @Test
  void whatASystemsLibraryHasIsNotJudged() throws IOException {
    put("app/tool", library(ARM64).needs(SYSTEM).asksOfLast("no_such_function"));

    assertThat(imported("app/tool", Optional.empty()).outcome()).isEqualTo(LoadOutcome.LOADS);
  }

  @Test
  void aModuleTakesPythonsNamesFromTheProcess() throws IOException {
    put("py/bin/python3", program(ARM64).needs("@executable_path/../lib/libpython3.12.dylib"));
    put("py/lib/libpython3.12.dylib", library(ARM64).offers("PyModule_Create2"));
    put("m/mod.so", module(ARM64).asksAnyone("PyModule_Create2"));

    assertThat(imported("m/mod.so", python("py/bin/python3")).outcome())
        .isEqualTo(LoadOutcome.LOADS);

    put("m/mod.so", module(ARM64).asksAnyone("PyModule_Create2").asksAnyone("PyPyWhat"));
    Inspection seen = imported("m/mod.so", python("py/bin/python3"));
    assertThat(seen.outcome()).isEqualTo(LoadOutcome.MISSING_SYMBOL);
    assertThat(seen.status()).contains("symbol not found in flat namespace '_PyPyWhat'");
  }

  @Test
  void aLibpythonThatTheProcessHasUnderThisNameIsTaken() throws IOException {
    put("py/bin/python3", program(ARM64).needs("@rpath/libpython3.12.dylib").rpath("/py/lib"));
    put("py/lib/libpython3.12.dylib", library(ARM64).installName("@rpath/libpython3.12.dylib"));
    put("m/mod.so", module(ARM64).needs("@rpath/libpython3.12.dylib"));

    Inspection seen = imported("m/mod.so", python("py/bin/python3"));

    assertThat(seen.outcome()).isEqualTo(LoadOutcome.LOADS);
    assertThat(steps(seen, "@rpath/libpython3.12.dylib"))
        .containsExactly(new SearchStep("already loaded", "by this name", "taken"));
    assertThat(seen.remarks()).anyMatch(remark -> remark.contains("is linked with @rpath/libpy"));
  }

  @Test
  void theRunPathsOfAPythonThatIsNotKnownLeaveTheAnswerOpen() throws IOException {
    put("m/mod.so", module(ARM64).needs("@rpath/libpython3.12.dylib"));

    Inspection seen = imported("m/mod.so", Optional.empty());

    assertThat(seen.outcome()).isEqualTo(LoadOutcome.UNKNOWN);
    assertThat(seen.remarks())
        .anyMatch(remark -> remark.startsWith("Not found in the places that could be looked at"));
  }

  @Test
  void aModuleForAnotherProcessorThanPythonsProcessIsRefused() throws IOException {
    put("py/bin/python3", program(X86_64));
    put("m/mod.so", module(ARM64));

    Inspection seen = imported("m/mod.so", python("py/bin/python3"));

    assertThat(seen.outcome()).isEqualTo(LoadOutcome.WRONG_ARCHITECTURE);
    assertThat(seen.status().orElseThrow())
        .endsWith("incompatible architecture (have 'arm64', need 'x86_64')");
  }

  @Test
  void aPythonForBothProcessorsLoadsAModuleForOneOnlyAsThat() throws IOException {
    Files.createDirectories(root.resolve("py/bin"));
    Files.write(
        root.resolve("py/bin/python3"), MachOWriter.fat(false, program(X86_64), program(ARM64)));
    put("m/mod.so", module(X86_64));

    Inspection seen = imported("m/mod.so", python("py/bin/python3"));

    assertThat(seen.outcome()).isEqualTo(LoadOutcome.LOADS);
    assertThat(seen.remarks())
        .contains("/py/bin/python3 runs as arm64 where it can, and the file is only for x86_64.");
  }

  @Test
  void theProgramOfAFrameworkIsTheOneInItsApp() throws IOException {
    String framework = "Library/Frameworks/Python.framework/Versions/3.12/";
    put(framework + "bin/python3.12", program(ARM64));
    put(
        framework + "Resources/Python.app/Contents/MacOS/Python",
        program(ARM64).needs("@executable_path/../../../../Python"));
    put(framework + "Python", library(ARM64).offers("PyModule_Create2"));
    put("m/mod.so", module(ARM64).asksAnyone("PyModule_Create2"));

    assertThat(imported("m/mod.so", python(framework + "bin/python3.12")).outcome())
        .isEqualTo(LoadOutcome.LOADS);
  }

  @Test
  void withoutADiskOfAMacOnlyWhatLiesBesideTheFileIsLookedAt() throws IOException {
    put("m/mod.so", module(ARM64).needs("@loader_path/.dylibs/libx.dylib"));
    put("m/.dylibs/libx.dylib", library(ARM64).needs("/opt/homebrew/lib/liby.dylib"));

    Inspection seen = inspect(Optional.empty(), "m/mod.so", true, Optional.empty());

    assertThat(seen.outcome()).isEqualTo(LoadOutcome.UNKNOWN);
    assertThat(seen.needs())
        .extracting(Need::name, need -> need.found().isPresent())
        .containsExactly(
            tuple("@loader_path/.dylibs/libx.dylib", true),
            tuple("/opt/homebrew/lib/liby.dylib", false));
  }

  @Test
  void namesOfNothingButSlashesAreNotFound() throws IOException {
    for (String name : List.of("/", "///", "@rpath/", "@loader_path", "")) {
      put("app/tool", program(ARM64).needs(name).rpath("/"));

      assertThat(started("app/tool").outcome()).as(name).isEqualTo(LoadOutcome.NOT_FOUND);
    }
  }

  @Test
  void librariesThatNeedEachOtherComeToAnEnd() throws IOException {
    put("app/tool", program(ARM64).needs("@loader_path/liba.dylib"));
    put("app/liba.dylib", library(ARM64).needs("@loader_path/libb.dylib"));
    put("app/libb.dylib", library(ARM64).needs("@loader_path/../app/liba.dylib"));

    assertThat(started("app/tool").outcome()).isEqualTo(LoadOutcome.LOADS);
  }

  private static MachOWriter module(int processor) {
    return library(processor).offers("PyInit_mod");
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  private Optional<Path> python(String path) {
    return Optional.of(root.resolve(path));
  }

  private Inspection started(String file) throws IOException {
    return inspect(Optional.of(root), file, false, Optional.empty());
  }

  private Inspection imported(String file, Optional<Path> python) throws IOException {
    return inspect(Optional.of(root), file, true, python);
  }

  private Inspection inspect(Optional<Path> disk, String file, boolean module, Optional<Path> by)
      throws IOException {
    return new MachOLoader(
            new MachOSurroundings(disk, "/", environment, module, by), new Binaries())
        .inspect(root.resolve(file));
  }

  private static List<SearchStep> steps(Inspection seen, String name) {
    return seen.needs().stream()
        .filter(need -> need.name().equals(name))
        .findFirst()
        .orElseThrow()
        .searched()
        .stream()
        .map(
            step ->
                new SearchStep(
                    step.directory(), step.rule().replace("LC_RPATH ", ""), step.result()))
        .toList();
  }

  private static Map<String, Optional<String>> needs(Inspection seen) {
    Map<String, Optional<String>> needs = new HashMap<>();
    seen.needs().forEach(need -> needs.put(need.name(), need.found()));
    return needs;
  }

  private void put(String path, MachOWriter file) throws IOException {
    file.to(root.resolve(path));
  }

  /** A shared cache of one library, with a header as of macOS 12 and later. */
  private void sharedCache(String path) throws IOException {
    ByteBuffer file = ByteBuffer.allocate(0x400).order(ByteOrder.LITTLE_ENDIAN);
    file.put("dyld_v1  arm64e\0".getBytes(StandardCharsets.US_ASCII)).putInt(0x200);
    file.putInt(0x1c0, 0x300).putInt(0x1c4, 1).putInt(0x300 + 24, 0x340);
    file.put(0x340, path.getBytes(StandardCharsets.US_ASCII));
    Path folder = root.resolve("System/Cryptexes/OS/System/Library/dyld");
    Files.createDirectories(folder);
    Files.write(folder.resolve("dyld_shared_cache_arm64e"), file.array());
  }
}
