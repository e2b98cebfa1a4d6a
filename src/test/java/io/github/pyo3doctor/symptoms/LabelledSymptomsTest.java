package io.github.pyo3doctor.symptoms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.SharedFiles;
import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.search.Hit;
import io.github.pyo3doctor.search.TopicIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How often the answer is right, by what was asked: logs to the recogniser, words to the search.
 * Reads {@code symptoms.jsonl}, or the file that {@code -Deval=…} names; {@code -Dmisses=true} also
 * prints what was answered wrong.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabelledSymptomsTest {
  private static final boolean MISSES = Boolean.getBoolean("misses");

  /** A label: what somebody asked, and the topic that answers it. */
  private record Symptom(String kind, String text, Optional<String> topic, boolean sure) {}

  /** Answers of one kind. */
  private static final class Tally {
    private int asked;
    private int first;
    private int amongThree;
    private int answered;
  }

  private final List<Symptom> symptoms = new ArrayList<>();
  private final Map<String, Tally> tallies = new TreeMap<>();

  @BeforeAll
  void answerAll() throws IOException {
    Path file =
        Optional.ofNullable(System.getProperty("eval"))
            .map(Path::of)
            .orElseGet(() -> SharedFiles.file("eval/symptoms.jsonl"));
    JsonMapper mapper = JsonMapper.builder().build();
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
    Libraries libraries = new Libraries();
    Library bundled = libraries.bundled(libraries.facts().currentPyo3());
    Recogniser recogniser =
        new Recogniser(bundled.topics(), libraries.nextSteps(), libraries.facts());
    try (TopicIndex index = TopicIndex.of(List.of(bundled))) {
      for (int i = 0; i < symptoms.size(); i++) {
        Symptom symptom = symptoms.get(i);
        if (symptom.topic.isPresent() && bundled.topic(symptom.topic.get()).isEmpty()) {
          count("no such topic yet", symptom, List.of());
          continue;
        }
        List<String> answers =
            symptom.kind.equals("log")
                ? recogniser.recognise(symptom.text).stream().map(Match::topic).toList()
                : index.search(symptom.text, 3).stream().map(Hit::topic).toList();
        count(symptom.kind, symptom, answers);
        if (MISSES && !isRight(symptom, answers)) {
          System.out.printf("%d %s: %s, not %s%n", i + 1, symptom.kind, answers, symptom.topic);
        }
      }
    }
    tallies.forEach(
        (kind, tally) ->
            System.out.printf(
                "%-28s %3d asked, %3d right at first, %3d among three, %3d answered%n",
                kind, tally.asked, tally.first, tally.amongThree, tally.answered));
  }

  private static boolean isRight(Symptom symptom, List<String> answers) {
    return answers.stream().findFirst().equals(symptom.topic);
  }

  private void count(String kind, Symptom symptom, List<String> answers) {
    String group = kind + (symptom.sure ? "" : ", unsure");
    if (symptom.topic.isEmpty()) group = kind + ", none expected";
    Tally tally = tallies.computeIfAbsent(group, key -> new Tally());
    tally.asked++;
    if (isRight(symptom, answers)) tally.first++;
    if (symptom.topic.filter(answers.stream().limit(3).toList()::contains).isPresent()) {
      tally.amongThree++;
    }
    if (!answers.isEmpty()) tally.answered++;
  }

  private Tally tally(String group) {
    return tallies.getOrDefault(group, new Tally());
  }

  @Test
  void mostLogsAreRecognised() {
    Tally logs = tally("log");
    assertThat(logs.first * 10).isGreaterThanOrEqualTo(logs.asked * 8);
  }

  @Test
  void logsOfOtherTroublesGetNoAnswer() {
    assertThat(tally("log, none expected").answered).isZero();
  }
}
