package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.report.Paint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
  @TempDir private Path folder;

  private String broken = "";
  private String sound = "";

  @BeforeEach
  void writeTheProjects() {
    broken = SampleProject.broken(folder.resolve("broken")).path();
    sound = SampleProject.sound(folder.resolve("sound")).path();
  }

  @Test
  void aSoundProjectEndsWithZero() {
    Ran ran = Ran.command("check", sound);

    assertThat(ran.out()).startsWith("nothing wrong found; ");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void aProblemIsShownWithItsPlaceItsEvidenceAndItsFix() {
    Ran ran = Ran.command("check", broken);

    assertThat(ran.out())
        .startsWith("error: ")
        .contains("--> Cargo.toml:7:", "7 | crate-type", "tests/doubles.rs:1", "fix: ")
        .contains("+ crate-type = [\"cdylib\", \"rlib\"]")
        .contains("read: pyo3-doctor faq show crate-not-found-in-tests")
        .contains("\n1 error; ");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
  }

  @Test
  void whatCouldNotBeToldCountsWhenItIsAskedFor() {
    new SampleProject(Path.of(sound)).with("extra/Cargo.toml", "[package\n");

    assertThat(Ran.command("check", sound).exit()).isEqualTo(ExitCode.CLEAN);
    assertThat(Ran.command("check", "--strict", sound).exit()).isEqualTo(ExitCode.UNKNOWN);
    assertThat(Ran.command("check", sound).out())
        .contains(
            "not examined: extra/Cargo.toml:1:", "  open: ", "nothing found where it could look");
  }

  @Test
  void theManifestStandsForItsFolder() {
    String manifest = Path.of(broken, "Cargo.toml").toString();

    assertThat(Ran.command("check", manifest).exit()).isEqualTo(ExitCode.FOUND);
  }

  @Test
  void onlyTheChecksOfATopicAreRun() {
    Ran ran = Ran.command("check", "--json", "--topic", "extension-module-linking", broken);

    assertThat(ran.exit()).isEqualTo(ExitCode.CLEAN);
    assertThat(json(ran).get("checks"))
        .isNotEmpty()
        .allSatisfy(
            check ->
                assertThat(check.get("topic").asString()).isEqualTo("extension-module-linking"));
  }

  @Test
  void severityDecidesWhatIsShownAndWhatFails() {
    String breaking = folder.resolve("warning").toString();
    new SampleProject(Path.of(breaking))
        .with(
            "Cargo.toml",
            SampleProject.manifest("doubler", "\"cdylib\"")
                .replace("\"0.28\"", "{ version = \"0.28\", features = [\"extension-module\"] }"))
        .with("src/lib.rs", "");
    String severity =
        json(Ran.command("check", "--json", breaking)).at("/findings/0/severity").asString();

    assertThat(severity).isEqualTo("hint");
    assertThat(Ran.command("check", breaking).exit()).isEqualTo(ExitCode.CLEAN);
    assertThat(Ran.command("check", "--fail-on", "hint", breaking).exit())
        .isEqualTo(ExitCode.FOUND);
    assertThat(Ran.command("check", "--min-severity", "error", breaking).out())
        .startsWith("1 finding not shown; ");
  }

  @Test
  void whatIsNotShownStillCounts() {
    Ran ran = Ran.command("check", "--min-severity", "error", "--fail-on", "error", broken);

    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
  }

  @Test
  void ofTwoAnswersToOneQuestionNeitherIsPassedOver() {
    Ran.command("check", "--json", "--format", "sarif", broken)
        .refusedFor("--json", "--format json", "sarif");
    assertThat(Ran.command("check", "--json", "--format", "json", sound).err()).isEmpty();
  }

  @Test
  void jsonIsAllThereIsOnStandardOutput() {
    Ran json = Ran.command("check", "--json", broken);

    assertThat(json(json).at("/findings/0/location/line").asInt()).isEqualTo(7);
    assertThat(json.err()).isEmpty();
    assertThat(json.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(Ran.command("check", "--format", "json", broken)).isEqualTo(json);
    assertThat(Ran.command("check", "--format=json", broken)).isEqualTo(json);
  }

  @Test
  void thereAreColoursOnATerminalOnly() {
    assertThat(Ran.command(Paint.NONE, "check", broken).out()).doesNotContain("\u001B");
    assertThat(Ran.command(Paint.ANSI, "check", broken).out()).contains("\u001B[1;31merror");
    assertThat(Ran.command(Paint.ANSI, "check", "--json", broken).out()).doesNotContain("\u001B");
  }

  @ParameterizedTest
  @MethodSource("unreadableManifests")
  void oneManifestThatCannotBeReadDoesNotHideTheOthers(byte[] manifest, String reason) {
    String several = folder.resolve("several").toString();
    SampleProject.broken(Path.of(several, "good"));
    new SampleProject(Path.of(several)).with("bad/Cargo.toml", manifest);

    Ran ran = Ran.command("check", several);

    assertThat(ran.exit()).isEqualTo(ExitCode.FOUND);
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("--> good/Cargo.toml:7:");
    assertThat(ran.out().lines().filter(line -> line.startsWith("not examined: ")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("bad/Cargo.toml").doesNotContain("Exception"))
        .anySatisfy(line -> assertThat(line).contains(reason));
  }

  static Stream<Object[]> unreadableManifests() {
    return Stream.of(
        new Object[] {"[package\nname = ".getBytes(StandardCharsets.UTF_8), ":1:"},
        new Object[] {new byte[] {'#', '\n', (byte) 0xFF, (byte) 0xFE}, "UTF-8"},
        new Object[] {new byte[100_000_000], "too large"});
  }

  @Test
  void aManifestOfAHundredMegabytesIsNotRead() {
    String several = folder.resolve("sparse").toString();
    SampleProject.broken(Path.of(several, "good"));
    new SampleProject(Path.of(several)).withSparse("bad/Cargo.toml", 100_000_000_000L);

    assertThat(Ran.command("check", several).out()).contains("bad/Cargo.toml", "large");
  }

  @Test
  void aSnapshotIsExaminedAsTheProjectWas() throws Exception {
    Path file = folder.resolve("s.json");

    Ran written = Ran.command("snapshot", "--no-redact", "-o", file.toString(), broken);
    Ran printed = Ran.command("snapshot", "--no-redact", broken);

    assertThat(written).isEqualTo(new Ran(ExitCode.CLEAN, "", ""));
    assertThat(printed.out()).isEqualTo(Files.readString(file));
    assertThat(Ran.command("check", "--snapshot", file.toString()))
        .isEqualTo(Ran.command("check", broken));
    assertThat(Ran.command("check", "--json", "--snapshot", file.toString()))
        .isEqualTo(Ran.command("check", "--json", broken));
  }

  @Test
  void lookingChangesNothing() throws Exception {
    try (Stream<Path> tree = Files.walk(folder)) {
      long before = tree.count();
      Ran.command("check", broken);
      try (Stream<Path> after = Files.walk(folder)) {
        assertThat(after.count()).isEqualTo(before);
      }
    }
  }

  private static JsonNode json(Ran ran) {
    return new JsonMapper().readTree(ran.out());
  }
}
