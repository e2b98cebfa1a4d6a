package io.github.pyo3doctor.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pyo3doctor.faq.GuidePlace;
import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Pyo3Release;
import io.github.pyo3doctor.faq.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedIndexTest {
  private static final Pyo3Release RELEASE = new Pyo3Release("0.29.2");
  private static final Library BUNDLED = new Libraries().bundled(RELEASE);
  private static final TopicIndex BUILT = TopicIndex.of(List.of(BUNDLED, guide()));
  private static final String OF = "what it is of";

  @TempDir private Path folder;
  private Path file = Path.of("");

  /** Our first topics once more, as if they stood in a chapter of a guide. */
  private static Library guide() {
    List<Topic> sections =
        BUNDLED.topics().subList(0, 5).stream()
            .map(
                topic ->
                    new Topic(
                        "chapter#" + topic.anchor(),
                        topic.title(),
                        topic.anchor(),
                        topic.body(),
                        Optional.empty(),
                        Optional.of(new GuidePlace("chapter", List.of("Chapter", "Über › all")))))
            .toList();
    return new Library("official", Optional.of(RELEASE), List.of(), List.of(), sections, List.of());
  }

  @BeforeEach
  void save() throws IOException {
    file = Files.write(folder.resolve("index"), BUILT.written(OF));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deadlock",
        "deadlok OnceLock",
        "link",
        "with_gil allow_threads hangs",
        "STATUS_DLL_NOT_FOUND 0xc0000135",
        "undefined symbol: PyErr_Print",
        "borrow checker lifetime",
        "зависает",
        "",
      })
  void itAnswersAsTheOneItWasWrittenFrom(String typed) throws IOException {
    try (TopicIndex read = TopicIndex.read(file, OF)) {
      assertThat(read.search(typed, 40)).isEqualTo(BUILT.search(typed, 40));
    }
  }

  @Test
  void aHitKnowsWhereInAGuideItStands() throws IOException {
    try (TopicIndex read = TopicIndex.read(file, OF)) {
      List<Hit> hits = read.search("deadlock extension module linking cargo test", 40);

      assertThat(hits)
          .filteredOn(hit -> hit.source().equals("official"))
          .isNotEmpty()
          .allSatisfy(
              hit -> {
                assertThat(hit.guide()).contains(RELEASE);
                assertThat(hit.place())
                    .contains(new GuidePlace("chapter", List.of("Chapter", "Über › all")));
              });
      assertThat(hits)
          .filteredOn(hit -> hit.source().equals("bundled"))
          .isNotEmpty()
          .allSatisfy(hit -> assertThat(hit.place()).isEmpty());
    }
  }

  @Test
  void anIndexOfSomethingElseIsRefused() {
    assertThatThrownBy(() -> TopicIndex.read(file, OF + "!")).isInstanceOf(IOException.class);
  }

  @Test
  void aFileThatWasCutShortIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 1, 7, 8, 100, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> TopicIndex.read(file, OF)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aFileWithAnotherByteSomewhereIsRefused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 0; at < bytes.length; at += bytes.length / 17) {
      bytes[at]++;
      Files.write(file, bytes);
      assertThatThrownBy(() -> TopicIndex.read(file, OF)).isInstanceOf(IOException.class);
      bytes[at]--;
    }
  }

  @Test
  void anIndexThatIsClosedAtOnceLeavesNoThreadInTrouble() throws Exception {
    List<Throwable> troubles = Collections.synchronizedList(new ArrayList<>());
    Thread.setDefaultUncaughtExceptionHandler((thread, trouble) -> troubles.add(trouble));
    try {
      for (int i = 0; i < 20; i++) TopicIndex.read(file, OF).close();
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread.getName().equals("dictionary")) thread.join();
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(null);
    }

    assertThat(troubles).isEmpty();
  }
}
