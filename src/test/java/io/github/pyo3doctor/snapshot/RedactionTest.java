package io.github.pyo3doctor.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RedactionTest {
  private final Redaction redaction = new Redaction(List.of("jürgen k", "box"));

  @Test
  void aNameInAPathKeepsItsShape() {
    assertThat(redaction.apply("/home/jürgen k/src")).isEqualTo("/home/xéxxxx x/src");
    assertThat(redaction.apply("C:\\Users\\jürgen k")).isEqualTo("C:\\Users\\xéxxxx x");
    assertThat(redaction.apply("/home/jürgen k/bin:/usr/bin"))
        .isEqualTo("/home/xéxxxx x/bin:/usr/bin");
    assertThat(redaction.apply("\\\\box\\share")).isEqualTo("\\\\xxx\\share");
  }

  @Test
  void aNameEndsWhereverNoLetterFollows() {
    assertThat(redaction.apply("<p>/home/box</p>")).isEqualTo("<p>/home/xxx</p>");
    assertThat(redaction.apply("`/home/box`, /home/box.\n")).isEqualTo("`/home/xxx`, /home/xxx.\n");
    assertThat(redaction.apply("/home/box.old /home/box-2 /home/boxes"))
        .isEqualTo("/home/box.old /home/box-2 /home/boxes");
  }

  @Test
  void theSameLettersElsewhereStay() {
    assertThat(redaction.apply("a box of jürgen k")).isEqualTo("a box of jürgen k");
    assertThat(redaction.apply("/opt/toolbox/boxes")).isEqualTo("/opt/toolbox/boxes");
  }

  @Test
  void credentialsInAnAddressGo() {
    assertThat(redaction.apply("git = \"https://me:secret@example.org/x.git\""))
        .isEqualTo("git = \"https://***@example.org/x.git\"");
  }

  @Test
  void everyTextOfASnapshotIsRedacted() {
    Project project =
        new Project(
            "/home/jürgen k/wheel",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(new TextFile("Cargo.toml", "path = \"/home/jürgen k/other\"")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Machine machine =
        new Machine(
            OperatingSystem.LINUX,
            List.of(new EnvironmentVariable("VIRTUAL_ENV", "/home/jürgen k/venv")),
            Optional.empty());
    Snapshot snapshot =
        new Snapshot(Snapshot.SCHEMA_VERSION, "test", Optional.of(project), machine);

    assertThat(new SnapshotJson().write(snapshot, redaction))
        .doesNotContain("jürgen")
        .contains("/home/xéxxxx x/wheel", "/home/xéxxxx x/other", "/home/xéxxxx x/venv");
  }
}
