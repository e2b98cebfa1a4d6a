package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.doctor.Doctor;
import io.github.pyo3doctor.guide.CrateFile;
import io.github.pyo3doctor.guide.GuideFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code --source official}, with a guide of our own in a registry of its own. */
class OfficialSourceTest {
  private static final Path CRATE = Path.of("src/test/resources/guide/crate");

  @TempDir private Path folder;

  private Path archive = Path.of("");

  @BeforeEach
  void fillTheRegistry() throws IOException {
    Path cache = Files.createDirectories(folder.resolve("cargo/registry/cache/one"));
    archive = CrateFile.of(CRATE, cache.resolve("pyo3-0.91.2.crate"));
    lock("0.91.2");
  }

  @Test
  void theGuideOfTheProjectsPyo3IsListedWithItsVersion() {
    Ran ran = official("faq", "list");

    assertThat(ran.out())
        .startsWith("official guide, PyO3 0.91.2\n\nindex ")
        .contains("\nbeds/raised ", "\ngetter-clones ", "\nmy-rake-is-gone ");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isEqualTo(ExitCode.CLEAN);
  }

  @Test
  void aChapterASectionAndAnEntryAreShown() {
    assertThat(official("faq", "show", "beds").out())
        .startsWith("official guide, PyO3 0.91.2\n\nBeds\n\nEvery bed")
        .contains("▸ In spring\n", "         plant(Pea);", "Garlic.")
        .doesNotContain("use garden");
    assertThat(official("faq", "show", "beds#spades").out())
        .startsWith("official guide, PyO3 0.91.2\n\nBeds › Tools › Spades\n\nDig.");
    assertThat(official("faq", "show", "getter-clones").out()).contains("\n\nIt does.\n");
  }

  @Test
  void aHitNamesTheChapterAndTheSectionItOpensAt() {
    assertThat(official("search", "spades").out())
        .startsWith("official guide, PyO3 0.91.2\n\nbeds#spades  Beds › Tools › Spades\n");

    JsonNode hit = json(official("search", "--json", "shed", "rake", "gone")).get("hits").get(0);
    assertThat(hit.get("topic").asString()).isEqualTo("my-rake-is-gone");
    assertThat(hit.get("source").asString()).isEqualTo("official");
    assertThat(hit.get("version").asString()).isEqualTo("0.91.2");
    assertThat(hit.get("chapter").asString()).isEqualTo("faq");
    assertThat(hit.get("above").get(0).asString()).isEqualTo("Questions");
  }

  @Test
  void anotherReleaseThanTheLockedOneIsSaidOnStandardError() throws IOException {
    lock("0.90.0");
    Ran ran = official("faq", "--json", "list");

    assertThat(json(ran).get("version").asString()).isEqualTo("0.91.2");
    assertThat(ran.err())
        .isEqualTo(
            "pyo3-doctor: your project locks 0.90.0; its guide is not on this machine; this is"
                + " 0.91.2"
                + System.lineSeparator());
  }

  @Test
  void aReleaseThatIsNotHereOrAProjectThatIsNotThereIsRefused() {
    official("faq", "--pyo3", "0.90.0", "list")
        .refusedFor(
            "the guide of PyO3 0.90.0 is not on this machine; it has 0.91.2; --source FILE reads"
                + " one from elsewhere");
    Ran.command("faq", "--source", "official", "--project", "/no/such", "list")
        .refusedFor("--project", "such: does not exist");
  }

  @Test
  void withoutAnyGuideTheUserIsToldWhereWasLookedAndWhatToDo() throws IOException {
    Files.delete(archive);

    official("search", "rake").refusedFor(folder.resolve("cargo").toString(), "cargo fetch");
  }

  @Test
  void aCrateOrItsFolderMayBeNamed() throws IOException {
    for (Path source : new Path[] {archive, CRATE, CRATE.resolve("guide")}) {
      Ran ran = Ran.command("faq", "--source", source.toString(), "--json", "list");

      assertThat(json(ran).get("version").asString()).isEqualTo("0.91.2");
      assertThat(json(ran).get("source").asString()).isEqualTo(source.toString());
      assertThat(json(ran).get("topics")).hasSize(9);
    }
    Path broken = Files.writeString(folder.resolve("pyo3-0.1.0.crate"), "");
    Ran.command("faq", "--source", broken.toString(), "list")
        .refusedFor(broken.toString(), "is no crate archive");
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Ran.command(
            "faq",
            "--source",
            CrateFile.of(empty, folder.resolve("pyo3-0.2.0.crate")).toString(),
            "list")
        .refusedFor("holds no guide: no guide/src/SUMMARY.md that names a chapter");
  }

  private Ran official(String command, String... arguments) {
    Doctor doctor = new Doctor("1.2.3").withGuidesOf(new GuideFinder(folder.resolve("cargo")));
    String[] all = new String[arguments.length + 5];
    all[0] = command;
    all[1] = "--source";
    all[2] = "official";
    all[3] = "--project";
    all[4] = folder.resolve("project").toString();
    System.arraycopy(arguments, 0, all, 5, arguments.length);
    return Ran.command(doctor, all);
  }

  private void lock(String version) throws IOException {
    Path project = Files.createDirectories(folder.resolve("project"));
    Files.writeString(
        project.resolve("Cargo.lock"),
        "[[package]]\nname = \"pyo3\"\nversion = \"" + version + "\"\n");
  }

  private static JsonNode json(Ran ran) {
    return new JsonMapper().readTree(ran.out());
  }
}
