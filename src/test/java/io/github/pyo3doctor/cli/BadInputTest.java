package io.github.pyo3doctor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever cannot be used is refused with one line: what, where, what to do. */
class BadInputTest {
  @TempDir private Path folder;

  @Test
  void aFolderThatIsNotThere() {
    String none = folder.resolve("none").toString();

    Ran.command("check", none).refusedFor(none, "does not exist");
    Ran.command("snapshot", none).refusedFor(none, "does not exist");
  }

  @Test
  void aFolderThatIsNoRustProject() {
    Ran.command("check", folder.toString()).refusedFor("no Rust project", "no Cargo.toml");
  }

  @Test
  void aFileThatIsNoManifest() throws Exception {
    Path file = Files.writeString(folder.resolve("notes.txt"), "x");

    Ran.command("check", file.toString()).refusedFor(file.toString(), "is a file", "Cargo.toml");
  }

  @Test
  void aCommandThatIsMissingOrUnknown() {
    Ran.command().refusedFor("a command is missing", "--help");
    Ran.command("chekc").refusedFor("chekc", "--help");
    Ran.command("faq").refusedFor("subcommand", "pyo3-doctor faq --help");
    Ran.command("faq", "lsit").refusedFor("lsit");
  }

  @Test
  void anOptionThatIsUnknownOrHasNoValue() {
    Ran.command("--bogus").refusedFor("--bogus");
    Ran.command("check", "--bogus").refusedFor("--bogus", "pyo3-doctor check --help");
    Ran.command("search", "--limit").refusedFor("--limit");
    Ran.command("check", "one", "two").refusedFor("two");
    Ran.command("search").refusedFor("QUERY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "99999999999"})
  void aLimitThatIsNoCount(String limit) {
    Ran.command("search", "--limit", limit, "deadlock").refusedFor("--limit");
  }

  @Test
  void aFormatOrSeverityThatDoesNotExist() {
    Ran.command("check", "--format", "pdf").refusedFor("pdf", "text", "json");
    Ran.command("check", "--min-severity", "loud").refusedFor("loud", "error, warning or hint");
    Ran.command("check", "--fail-on", "never").refusedFor("never", "error, warning or hint");
  }

  @Test
  void aTopicThatDoesNotExist() {
    Ran.command("faq", "show", "nope").refusedFor("`nope`", "faq list");
    Ran.command("check", "--topic", "nope").refusedFor("`nope`", "crate-not-found-in-tests");
  }

  @Test
  void aSnapshotThatIsMissing() {
    String none = folder.resolve("none.json").toString();

    Ran.command("check", "--snapshot", none).refusedFor(none, "does not exist");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "not json",
        "[]",
        "null",
        "7",
        "{}",
        "{\"schemaVersion\": 1}",
        "{\"schemaVersion\": 1, \"doctorVersion\": \"1\", \"project\": null}",
        "{\"schemaVersion\": 1, \"doctorVersion\": \"1\", \"project\": null, \"machine\": 5}",
        "{\"schemaVersion\": 1, \"doctorVersion\": \"1\", \"project\": {}, \"machine\": null}",
        "{\"schemaVersion\": 1, \"doctorVersion\": \"1\", \"project\": null,"
            + " \"machine\": {\"os\": \"BEOS\", \"variables\": [], \"windows\": null}}",
        "{\"schemaVersion\": 1, \"doctorVersion\": \"1\", \"project\": null,"
            + " \"machine\": {\"os\": \"LINUX\", \"variables\": [null], \"windows\": null}}",
      })
  void aFileThatIsNoSnapshot(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("s.json"), text);

    Ran.command("check", "--snapshot", file.toString())
        .refusedFor(file.toString(), "is no snapshot");
  }

  @Test
  void aFileThatIsNestedWithoutEnd() throws Exception {
    Path file = Files.writeString(folder.resolve("s.json"), "[".repeat(1_000_000));

    Ran.command("check", "--snapshot", file.toString()).refusedFor("is no snapshot");
  }

  @Test
  void aSnapshotOfANewerProgramWhateverItsShape() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("s.json"),
            "{\"schemaVersion\": 2, \"doctorVersion\": \"9.0\", \"machines\": []}");

    Ran.command("check", "--snapshot", file.toString()).refusedFor("newer", "9.0", "update");
  }

  @Test
  void aSnapshotThatCannotBeWritten() {
    SampleProject project = SampleProject.sound(folder.resolve("project"));
    String nowhere = folder.resolve("no/such/s.json").toString();

    Ran.command("snapshot", "-o", nowhere, project.path())
        .refusedFor(nowhere, "cannot be written", "no such folder");
    Ran.command("snapshot", "-o", folder.toString(), project.path())
        .refusedFor("cannot be written", "it is a folder");
  }

  @Test
  void anFaqThatCannotBeRead() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.md"), "");
    Path latin = Files.write(folder.resolve("latin.md"), "ü".getBytes(StandardCharsets.ISO_8859_1));
    String none = folder.resolve("none.md").toString();

    Ran.command("faq", "list", "--source", none).refusedFor(none, "does not exist");
    Ran.command("faq", "--source", none, "list").refusedFor(none, "does not exist");
    Ran.command("search", "--source", empty.toString(), "x").refusedFor("holds no FAQ entry");
    Ran.command("faq", "show", "--source", latin.toString(), "x").refusedFor("is not UTF-8");
  }

  @Test
  void aNameThatNoFileCanHave() {
    Ran.command("faq", "list", "--source", "a\0b").refusedFor("no file name");
  }

  @Test
  void aMistakeOfTheUserShowsNoStackTraceUnlessAskedFor() {
    String none = folder.resolve("none").toString();

    assertThat(Ran.command("check", none).err()).doesNotContain("\tat ");
    assertThat(Ran.command("check", "--debug", none).err()).contains("\tat ");
    assertThat(Ran.command("--debug", "check", none).err()).contains("\tat ");
  }
}
