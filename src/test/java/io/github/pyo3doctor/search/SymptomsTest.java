package io.github.pyo3doctor.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pyo3doctor.SharedFiles;
import io.github.pyo3doctor.faq.Libraries;
import io.github.pyo3doctor.faq.Library;
import io.github.pyo3doctor.faq.Pyo3Release;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How people put their trouble in public threads, where labelled ones are at hand. */
class SymptomsTest {
  private static final Set<String> TYPED = Set.of("keywords", "title");

  @Test
  void mostPeopleFindTheirTopicFirst() throws Exception {
    Library bundled = new Libraries().bundled(new Pyo3Release("0.29.2"));
    List<String> wrong = new ArrayList<>();
    int asked = 0;
    int first = 0;
    int amongThree = 0;
    try (TopicIndex index = TopicIndex.of(List.of(bundled))) {
      for (String line : Files.readAllLines(SharedFiles.file("eval/symptoms.jsonl"))) {
        JsonNode symptom = new JsonMapper().readTree(line);
        String topic = symptom.get("topic").asString("");
        if (!TYPED.contains(symptom.get("kind").asString()) || bundled.topic(topic).isEmpty()) {
          continue;
        }
        String text = symptom.get("text").asString();
        List<String> found = index.search(text, 3).stream().map(Hit::topic).toList();
        asked++;
        if (found.contains(topic)) amongThree++;
        if (!found.isEmpty() && found.getFirst().equals(topic)) first++;
        else wrong.add(topic + " expected, " + found + " found: " + text);
      }
    }
    System.out.printf("symptoms: %d of %d first, %d among three%n", first, asked, amongThree);
    wrong.forEach(System.out::println);

    assertThat(first).as(String.join("\n", wrong)).isGreaterThanOrEqualTo(asked * 8 / 10);
    assertThat(amongThree).isGreaterThanOrEqualTo(asked * 9 / 10);
  }
}
