package io.github.pyo3doctor.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.SharedFiles;
import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.search.Hit;
import io.github.pyo3doctor.search.TopicIndex;
import io.github.pyo3doctor.symptoms.Match;
import io.github.pyo3doctor.symptoms.Recogniser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often the answer is right, by what was asked: logs to the recogniser, words to the search.
 * Printed by {@code docs/benchmarks/symptoms}; {@code -Dmisses=true} also prints what was answered
 * wrong, but for the half of our own set that nobody tunes on.
 */
class LabelledSymptomsTest {
  private static final boolean MISSES = Boolean.getBoolean("misses");
  private static final Path OUR_OWN = Path.of("src/test/resources/search");
  private static final String NONE_EXPECTED = "none expected";

  private static final Libraries LIBRARIES = new Libraries();
  private static final Library BUNDLED = LIBRARIES.bundled(LIBRARIES.facts().currentPyo3());
  private static final TopicIndex INDEX = TopicIndex.of(List.of(BUNDLED));

  @AfterAll
  static void closeTheIndex() {
    INDEX.close();
  }

  /** A label: what somebody asked, and the topic that answers it. */
  private record Symptom(String kind, String text, Optional<String> topic, boolean sure) {
    private String group() {
      return kind + (sure ? "" : ", unsure") + (topic.isEmpty() ? ", " + NONE_EXPECTED : "");
    }
  }

  /** Answers of one group. */
  private static final class Tally {
    private int asked;
    private int first;
    private int amongThree;
    private int answered;

    private void add(Tally other) {
      asked += other.asked;
      first += other.first;
      amongThree += other.amongThree;
      answered += other.answered;
    }
  }

  @Test
  void whatTheSearchIsTunedOnIsFound() throws IOException {
    Map<String, Tally> tallies = answers("tuning half", OUR_OWN.resolve("tuning.jsonl"), MISSES);

    assertThat(share(topics(tallies).first, topics(tallies).asked)).isGreaterThanOrEqualTo(97);
    assertThat(share(topics(tallies).amongThree, topics(tallies).asked)).isGreaterThanOrEqualTo(98);
    assertThat(share(others(tallies).answered, others(tallies).asked)).isLessThanOrEqualTo(4);
  }

  @Test
  void whatTheSearchIsNotTunedOnIsFoundToo() throws IOException {
    Map<String, Tally> tallies =
        answers("kept-back half", OUR_OWN.resolve("kept-back.jsonl"), false);

    assertThat(share(topics(tallies).first, topics(tallies).asked)).isGreaterThanOrEqualTo(97);
    assertThat(share(topics(tallies).amongThree, topics(tallies).asked)).isGreaterThanOrEqualTo(99);
    assertThat(share(others(tallies).answered, others(tallies).asked)).isLessThanOrEqualTo(4);
  }

  /** The words of our troubles about Rust alone, Python alone, or other ways to extend Python. */
  @Test
  void mostLookAlikesGetNoAnswer() throws IOException {
    Path file = OUR_OWN.resolve("look-alikes.jsonl");

    Map<String, Tally> tallies = answers("look-alikes", file, MISSES);

    assertThat(share(others(tallies).answered, others(tallies).asked)).isLessThanOrEqualTo(12);
  }

  @Test
  void whatPeopleAskedInPublicIsFound() throws IOException {
    Path file =
        Optional.ofNullable(System.getProperty("eval"))
            .map(Path::of)
            .orElseGet(() -> SharedFiles.file("eval/symptoms.jsonl"));

    Map<String, Tally> tallies = answers(file.getFileName().toString(), file, MISSES);

    assertThat(share(topics(tallies).first, topics(tallies).asked)).isGreaterThanOrEqualTo(85);
    assertThat(share(topics(tallies).amongThree, topics(tallies).asked)).isGreaterThanOrEqualTo(90);
    assertThat(share(others(tallies).answered, others(tallies).asked)).isLessThanOrEqualTo(5);
  }

  @Test
  void bothHalvesOfOurOwnSetAskForEveryTopicInWordsAndInSentences() throws IOException {
    for (String half : List.of("tuning.jsonl", "kept-back.jsonl")) {
      List<String> asked =
          read(OUR_OWN.resolve(half)).stream()
              .flatMap(symptom -> symptom.topic.map(topic -> topic + " " + symptom.kind).stream())
              .toList();
      for (String topic : BUNDLED.topics().stream().map(t -> t.id()).toList()) {
        assertThat(asked).as(half).contains(topic + " keywords", topic + " title");
      }
    }
  }

  private static List<Symptom> read(Path file) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    List<Symptom> symptoms = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = mapper.readTree(line);
      JsonNode topic = node.get("topic");
      symptoms.add(
          new Symptom(
              node.get("kind").asString(),
              node.get("text").asString(),
              topic.isNull() ? Optional.empty() : Optional.of(topic.asString()),
              node.path("sure").asBoolean(true)));
    }
    return symptoms;
  }

  private static Map<String, Tally> answers(String name, Path file, boolean misses)
      throws IOException {
    Recogniser recogniser =
        new Recogniser(BUNDLED.topics(), LIBRARIES.nextSteps(), LIBRARIES.facts());
    Map<String, Tally> tallies = new TreeMap<>();
    for (Symptom symptom : read(file)) {
      List<String> answers =
          symptom.kind.equals("log")
              ? recogniser.recognise(symptom.text).stream().map(Match::topic).limit(3).toList()
              : INDEX.search(symptom.text, 3).stream().map(Hit::topic).toList();
      Tally tally = tallies.computeIfAbsent(symptom.group(), group -> new Tally());
      boolean right = answers.stream().findFirst().equals(symptom.topic);
      tally.asked++;
      if (right) tally.first++;
      if (symptom.topic.filter(answers::contains).isPresent()) tally.amongThree++;
      if (!answers.isEmpty()) tally.answered++;
      if (misses && !right) {
        System.out.printf("%s, not %s: %s%n", answers, symptom.topic, symptom.text.strip());
      }
    }
    System.out.printf("%n%s%n", name);
    tallies.forEach(LabelledSymptomsTest::print);
    return tallies;
  }

  private static void print(String group, Tally tally) {
    if (group.endsWith(NONE_EXPECTED)) {
      System.out.printf(
          "  %-30s %3d asked, %3d answered (%.1f %%)%n",
          group, tally.asked, tally.answered, share(tally.answered, tally.asked));
    } else {
      System.out.printf(
          "  %-30s %3d asked, %3d right at first (%.1f %%), %3d among three (%.1f %%)%n",
          group,
          tally.asked,
          tally.first,
          share(tally.first, tally.asked),
          tally.amongThree,
          share(tally.amongThree, tally.asked));
    }
  }

  /** All that ask for a topic, the unsure ones too. */
  private static Tally topics(Map<String, Tally> tallies) {
    return sum(tallies, false);
  }

  /** All that are none of ours. */
  private static Tally others(Map<String, Tally> tallies) {
    return sum(tallies, true);
  }

  private static Tally sum(Map<String, Tally> tallies, boolean noneExpected) {
    Tally sum = new Tally();
    tallies.forEach(
        (group, tally) -> {
          if (group.endsWith(NONE_EXPECTED) == noneExpected) sum.add(tally);
        });
    return sum;
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }
}
