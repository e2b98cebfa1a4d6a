package io.github.pyo3doctor.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.faq.Inline;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.faq.Vocabulary;
import io.github.pyo3doctor.faq.Vocabulary.Synonyms;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SynonymsTest {
  /** Each way of putting it is the whole of a topic that every other way has to find. */
  @ParameterizedTest
  @MethodSource("classes")
  void whateverMeansTheSameFindsTheSame(List<String> words) {
    for (String written : words) {
      Topic topic =
          new Topic(
              "it",
              List.of(new Inline.Text(written)),
              "it",
              List.of(),
              Optional.empty(),
              Optional.empty());
      try (TopicIndex index =
          TopicIndex.of(List.of(new Library("one", List.of(), List.of(topic))))) {
        for (String asked : words) {
          assertThat(index.search(asked + " ", 1)).as("%s for %s", asked, written).hasSize(1);
        }
      }
    }
  }

  static List<List<String>> classes() {
    return Vocabulary.bundled().synonyms().stream().map(Synonyms::words).toList();
  }

  @Test
  void nothingStandsInTwoClasses() {
    assertThat(classes().stream().flatMap(List::stream).map(String::toLowerCase).toList())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "allow_threads, with_gil",
    "OnceLock, PyOnceLock",
    "32-bit, x64",
    "IntoPyObject, FromPyObject",
  })
  void whatIsOnlyAlikeStaysApart(String one, String other) {
    assertThat(concepts(one)).isNotEmpty().doesNotContainAnyElementsOf(concepts(other));
  }

  @Test
  void aPhraseCountsOnlyWhereItsWordsFollowEachOther() {
    assertThat(concepts("it never returns")).isNotEmpty().isEqualTo(concepts("freezes"));
    assertThat(concepts("never say that it returns")).isEmpty();
  }

  private static List<String> concepts(String text) {
    try (Words reader = new Words()) {
      Concepts concepts = new Concepts(Vocabulary.bundled().synonyms(), reader);
      return concepts.in(reader.queried(text, 10)).stream().map(Concepts.Met::name).toList();
    }
  }
}
