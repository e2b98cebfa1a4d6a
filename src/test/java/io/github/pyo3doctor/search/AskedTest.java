package io.github.pyo3doctor.search;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Topic;
import io.github.pyo3doctor.faq.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AskedTest {
  /** About gardens, then about ponds. */
  private static final Asked ASKED =
      Asked.of(
          List.of(
              List.of(Set.of("leaf", "brown"), Set.of("leaf", "green"), Set.of("snail", "leaf")),
              List.of(Set.of("frog", "green"), Set.of("frog", "loud"), Set.of("snail", "frog"))));

  private static List<Double> shares(String... words) {
    float[] logarithms = ASKED.about(Set.of(words));
    return List.of(Math.exp(logarithms[0]), Math.exp(logarithms[1]));
  }

  @Test
  void aQuestionIsLikelyAboutWhatIsAskedInItsWords() {
    assertThat(shares("leaf").getFirst()).isGreaterThan(0.9);
    assertThat(shares("frog").getLast()).isGreaterThan(0.9);
    assertThat(shares("frog", "leaf").getFirst()).isCloseTo(0.5, within(0.01));
  }

  @Test
  void sharesAddUpToOne() {
    List<Double> shares = shares("frog", "green", "snail");

    assertThat(shares.getFirst() + shares.getLast()).isCloseTo(1, within(1e-6));
  }

  @Test
  void aWordThatNobodyOrOnlyOneQuestionHasTellsNothing() {
    assertThat(shares("whale")).isEqualTo(shares());
    assertThat(shares("loud")).isEqualTo(shares());
  }

  @Test
  void noSubjectIsRuledOutAltogether() {
    Set<String> leaves = IntStream.range(0, 20).mapToObj(i -> "leaf" + i).collect(toSet());
    Set<String> frogs = IntStream.range(0, 20).mapToObj(i -> "frog" + i).collect(toSet());
    Asked asked = Asked.of(List.of(List.of(leaves, leaves), List.of(frogs, frogs)));

    assertThat(asked.about(leaves)[1]).isEqualTo(-25f);
  }

  @Test
  void somethingIsAskedAboutEachTopicAndAboutNone() {
    Libraries libraries = new Libraries();
    Set<String> topics =
        libraries.bundled(libraries.facts().currentPyo3()).topics().stream()
            .map(Topic::id)
            .collect(toSet());
    Map<String, List<String>> asked = Vocabulary.bundled().asked();

    assertThat(asked.keySet()).containsAll(topics).contains(Vocabulary.NONE);
    assertThat(asked).hasSize(topics.size() + 1);
    assertThat(asked.values())
        .allSatisfy(questions -> assertThat(questions).hasSizeGreaterThan(100));
  }

  @Test
  void noQuestionIsAskedTwice() {
    List<String> all =
        Vocabulary.bundled().asked().values().stream()
            .flatMap(List::stream)
            .map(question -> question.toLowerCase(Locale.ROOT))
            .map(question -> question.replaceAll("[\\p{P}\\s]+", " ").strip())
            .toList();

    assertThat(all).doesNotHaveDuplicates();
  }
}
