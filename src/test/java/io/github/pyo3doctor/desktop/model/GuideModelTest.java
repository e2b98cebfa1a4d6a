package io.github.pyo3doctor.desktop.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.doctor.Doctor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideModelTest {
  private static final Threads AT_ONCE = new Threads(Runnable::run, Runnable::run);

  private final Doctor doctor = new Doctor("test");
  private final GuideModel guides = new GuideModel(doctor, AT_ONCE);
  private final LibraryModel library =
      new LibraryModel(doctor, doctor.currentPyo3(), guides, AT_ONCE);

  @TempDir Path project;

  /** A project that vendors a PyO3 newer than any, with a guide of two chapters. */
  @BeforeEach
  void vendor() throws IOException {
    write(
        "Cargo.toml",
        "[package]\nname = \"wheel\"\nversion = \"0.1.0\"\n[dependencies]\npyo3 = \"999.1\"\n");
    write("Cargo.lock", "version = 4\n\n[[package]]\nname = \"pyo3\"\nversion = \"999.1.0\"\n");
    write("vendor/pyo3/Cargo.toml", "[package]\nname = \"pyo3\"\nversion = \"999.1.0\"\n");
    String guide = "vendor/pyo3/guide/src/";
    write(
        guide + "SUMMARY.md",
        "# Summary\n\n- [Snow](snow.md)\n  - [Ice](ice.md)\n- [FAQ](faq.md)\n");
    write(guide + "snow.md", "# Snow\n\nOf snow, and [of sleet](ice.md#sleet).\n");
    write(guide + "ice.md", "# Ice\n\nCold.\n\n## Sleet\n\nWet quokkas.\n");
    write(guide + "faq.md", "# FAQ\n\n## I'm experiencing deadlocks\n\nLet go first.\n");
  }

  @Test
  void theGuideThatTheProjectLocksIsOpened() {
    guides.openFor(Optional.of(project));

    assertThat(guides.stateProperty().get())
        .isInstanceOfSatisfying(
            GuideState.Open.class,
            open -> {
              assertThat(open.release().version()).isEqualTo("999.1.0");
              assertThat(open.why()).isEqualTo("the one your project locks");
            });
  }

  @Test
  void itsChaptersAreReadAndItsLinksStayInside() {
    guides.openFor(Optional.of(project));
    Article snow = library.official("snow").orElseThrow();

    assertThat(snow.about()).isEqualTo("Official guide, PyO3 999.1.0");
    assertThat(snow.neighbour(-1)).isEmpty();
    assertThat(snow.neighbour(1))
        .hasValueSatisfying(next -> assertThat(next.titleText()).isEqualTo("Ice"));
    assertThat(library.official("ice#sleet").orElseThrow().anchor()).hasValue("sleet");
  }

  @Test
  void itIsSearchedFromWhenItIsOpen() {
    library.search("quokkas");
    assertThat(library.resultsProperty().get().hits()).isEmpty();

    guides.openFor(Optional.of(project));
    assertThat(library.resultsProperty().get().hits())
        .first()
        .satisfies(
            hit ->
                assertThat(library.found(hit.source(), hit.topic()))
                    .hasValueSatisfying(found -> assertThat(found.isOfficial()).isTrue()));
  }

  @Test
  void ofATopicWithoutAnOfficialEntryThereIsNoCounterpart() {
    guides.openFor(Optional.of(project));

    assertThat(library.counterpart(library.article("getter-clones").orElseThrow())).isEmpty();
  }

  private void write(String path, String text) throws IOException {
    Path file = project.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
