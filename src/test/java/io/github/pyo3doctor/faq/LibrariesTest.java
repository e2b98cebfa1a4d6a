package io.github.pyo3doctor.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pyo3doctor.files.UnreadableFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesTest {
  private static final Pyo3Release RELEASE = new Pyo3Release("0.27.1");

  private final Libraries libraries = new Libraries();

  @TempDir private Path folder;

  @Test
  void anEmptyPageHoldsNoEntry() throws Exception {
    holdsNoEntry(Files.createFile(folder.resolve("empty.md")));
  }

  @Test
  void aPageWithoutSecondLevelHeadingsHoldsNoEntry() throws Exception {
    holdsNoEntry(Files.writeString(folder.resolve("a.md"), "# Title\n\ntext\n\n### deep\n\ntext"));
  }

  @Test
  void anEmptyFolderHoldsNoEntry() {
    holdsNoEntry(folder);
  }

  @Test
  void aFolderWithoutMarkdownHoldsNoEntry() throws Exception {
    Files.writeString(folder.resolve("notes.txt"), "## not a page");

    holdsNoEntry(folder);
  }

  @Test
  void aSourceThatIsNotThereIsNamed() {
    Path none = folder.resolve("none.md");

    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> libraries.at(none, RELEASE))
        .withMessage(none + ": does not exist");
  }

  @Test
  void everyPageBelowAFolderIsReadInOrder() throws Exception {
    Files.createDirectories(folder.resolve("b/c"));
    Files.writeString(folder.resolve("b/c/deep.md"), "## Deep\n\ntext");
    Files.writeString(folder.resolve("a.md"), "intro\n\n## First\n\ntext\n\n## Second\n\ntext");
    Files.writeString(folder.resolve("b/readme.txt"), "## No");

    Library read = libraries.at(folder, RELEASE);

    assertThat(read.topics()).extracting(Topic::id).containsExactly("first", "second", "deep");
    assertThat(read.source()).isEqualTo(folder.toString());
    assertThat(ArticleText.of(read.intro())).isEqualTo("intro\n");
  }

  @Test
  void onePageThatCannotBeReadIsNamed() throws Exception {
    Files.writeString(folder.resolve("a.md"), "## Good\n\ntext");
    Path bad = Files.write(folder.resolve("b.md"), new byte[] {'\n', (byte) 0xFF});

    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> libraries.at(folder, RELEASE))
        .withMessage(bad + ":2:1: is not UTF-8 text (byte 0xFF)");
  }

  @Test
  void anEntryOfTheOfficialFaqGetsTheBundledTopicsId() throws Exception {
    Path page =
        Files.writeString(folder.resolve("faq.md"), "## `#[pyo3(get)]` clones my field!\n\ntext");

    Topic topic = libraries.at(page, RELEASE).topics().getFirst();

    assertThat(topic.id()).isEqualTo("getter-clones");
    assertThat(topic.anchor()).isEqualTo("pyo3get-clones-my-field");
  }

  @Test
  void placeholdersAreThoseOfTheReleaseAskedFor() throws Exception {
    Path page = Files.writeString(folder.resolve("faq.md"), "## Q\n\n{{#PYO3_DOCS_URL}}");

    assertThat(libraries.at(page, RELEASE).topics().getFirst().summary())
        .isEqualTo("https://docs.rs/pyo3/0.27.1");
  }

  @Test
  void theBundledTopicsStandInTheOrderInWhichTroublesCome() {
    assertThat(libraries.bundled(RELEASE).topics())
        .extracting(topic -> topic.card().orElseThrow().when())
        .isSorted();
  }

  private void holdsNoEntry(Path source) {
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> libraries.at(source, RELEASE))
        .withMessage(
            source + ": holds no FAQ entry: no second-level heading (## …) in any Markdown page");
  }
}
